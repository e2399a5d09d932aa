"""What the operator does with deliveries: who may, in which state, with what the journals need, and at once for many."""

import frappe
from frappe.utils import add_to_date, now_datetime

from eoffice_app.exceptions import AlasanKosongError, TransisiTidakSahError
from eoffice_app.saluran import tindakan
from eoffice_app.saluran.bersama import run_many
from eoffice_app.saluran.keadaan import BATAL, DALAM_PENGIRIMAN, MENUNGGU, TERKIRIM, TIDAK_TERKIRIM
from eoffice_app.saluran.kirim import BukanSaluranLangsungError
from eoffice_app.saluran.langkah import list_langkah
from eoffice_app.saluran.pengiriman import JejakKirim, record_under_way
from eoffice_app.saluran.petugas import BukanPetugasPengirimanError
from eoffice_app.saluran.pilihan_saluran import SaluranTidakSesuaiError
from eoffice_app.saluran.tindakan import CatatanKurangError
from eoffice_app.tests.dasar import KasusUji, make
from eoffice_app.tests.surat_bernomor import make_pengiriman, set_aturan, take_away

# Every act, with what it takes beside the delivery.
TINDAKAN = (
	(tindakan.send, {}),
	(tindakan.note_sent, {"halaman": 2}),
	(tindakan.note_received, {"diterima_oleh": "Penerima"}),
	(tindakan.note_undelivered, {"alasan": "Kosong"}),
	(tindakan.change_way, {"saluran": "Pos"}),
	(tindakan.wait_again, {}),
	(tindakan.change_papers, {"perlu_surat_pengantar": 1, "perlu_tanda_terima": 1, "jenis_salinan": "Asli"}),
	(tindakan.cancel, {"alasan": "Batal"}),
)


class TestTindakan(KasusUji):
	@classmethod
	def prepare_class(cls) -> dict:
		(faks,), (pos,) = make_pengiriman("Faks"), make_pengiriman("Pos")
		return {"faks": faks, "pos": pos}

	def test_strangers_find_no_delivery(self):
		doc = self.faks
		for kode in ("UJI-STAF-B", "Guest"):
			for act, values in (*TINDAKAN, (tindakan.get_pilihan, {})):
				with self.sebagai(kode), self.assertRaises(frappe.DoesNotExistError):
					act(doc.name, **values)
			with self.sebagai(kode), self.assertRaises(frappe.DoesNotExistError):
				tindakan.list_pengiriman(doc.surat_keluar)
			with self.sebagai(kode), self.assertRaises(frappe.DoesNotExistError):
				tindakan.archive(doc.surat_keluar)
			with self.sebagai(kode), self.assertRaises(frappe.DoesNotExistError):
				tindakan.add_tindasan(doc.surat_keluar, "Instansi", "Instansi Uji")

	def test_who_sees_the_letter_does_not_yet_send_it(self):
		doc = self.faks
		for act, values in TINDAKAN:
			with self.sebagai("UJI-KADIS"), self.assertRaises(BukanPetugasPengirimanError):
				act(doc.name, **values)
		with self.sebagai("UJI-KADIS"):
			self.assertEqual(tindakan.list_pengiriman(doc.surat_keluar)[0]["langkah"], [])
			with self.assertRaises(BukanPetugasPengirimanError):
				tindakan.archive(doc.surat_keluar)

	def test_a_fax_is_noted_with_time_pages_and_operator(self):
		doc = self.faks
		with self.sebagai("UJI-OPERATOR"):
			with self.assertRaises(CatatanKurangError):
				tindakan.note_sent(doc.name)
			self.assertEqual(tindakan.note_sent(doc.name, halaman=3), TERKIRIM)
		doc.reload()
		self.assertEqual((doc.halaman, doc.operator), (3, "uji-operator@uji.example"))
		self.assertIsNotNone(doc.dikirim_pada)

	def test_times_that_cannot_be(self):
		doc = self.faks
		for moment in (add_to_date(now_datetime(), hours=1), add_to_date(now_datetime(), days=-2)):
			with self.sebagai("UJI-OPERATOR"), self.assertRaises(CatatanKurangError):
				tindakan.note_sent(doc.name, str(moment), 1)

	def test_by_post_the_tracking_number_is_needed(self):
		doc = self.pos
		with self.sebagai("UJI-OPERATOR"):
			with self.assertRaises(CatatanKurangError):
				tindakan.note_sent(doc.name, nomor_bukti="  ")
			self.assertEqual(tindakan.note_sent(doc.name, nomor_bukti="JX01"), TERKIRIM)

	def test_by_post_with_a_receipt_it_is_under_way_until_somebody_signed(self):
		doc = self.pos
		with self.sebagai("UJI-OPERATOR"):
			tindakan.change_papers(doc.name, False, True, "Asli")
			self.assertEqual(tindakan.note_sent(doc.name, nomor_bukti="JX01"), DALAM_PENGIRIMAN)
			tindakan.note_received(doc.name, "Penerima Contoh", "Staf")
		doc.reload()
		self.assertEqual((doc.keadaan, doc.jabatan_penerima_surat), (TERKIRIM, "Staf"))

	def test_a_second_record_of_sending_is_refused(self):
		doc = self.pos
		with self.sebagai("UJI-OPERATOR"):
			tindakan.note_sent(doc.name, nomor_bukti="JX01")
			with self.assertRaises(TransisiTidakSahError):
				tindakan.note_sent(doc.name, nomor_bukti="JX02")
		doc.reload()
		self.assertEqual(doc.nomor_bukti, "JX01")

	def test_what_a_caraka_carries_is_not_recorded_at_the_desk(self):
		(doc,) = make_pengiriman("Caraka")
		caraka = frappe.db.get_value("Pegawai", {"user": "uji-operator@uji.example"})
		run = frappe.get_doc({"doctype": "Ekspedisi", "caraka": caraka, "tanggal": "2026-01-05"})
		run.flags.langkah = True
		run.insert(ignore_permissions=True)
		record_under_way(doc.name, JejakKirim(ekspedisi=run.name))
		doc.reload()
		self.assertEqual(list_langkah(doc), [])
		with self.sebagai("UJI-OPERATOR"), self.assertRaises(TransisiTidakSahError):
			tindakan.note_received(doc.name, "Penerima")

	def test_another_way(self):
		doc = self.pos
		with self.sebagai("UJI-OPERATOR"):
			tindakan.change_way(doc.name, "Caraka")
			doc.reload()
			self.assertEqual((doc.cara, doc.keadaan), ("Caraka", MENUNGGU))
			for saluran in ("Internal", "Tidak Ada", ""):
				with self.assertRaises(SaluranTidakSesuaiError):
					tindakan.change_way(doc.name, saluran)
			frappe.db.set_value("Instansi", "Instansi Uji", "surel", None)
			with self.assertRaises(SaluranTidakSesuaiError):
				tindakan.change_way(doc.name, "Surel")
			self.assertNotIn("Surel", tindakan.get_pilihan(doc.name)["saluran"])

	def test_a_secret_letter_goes_only_by_ways_for_secret_ones(self):
		(doc,) = make_pengiriman("Surel", sifat="Rahasia")
		self.assertEqual(doc.cara, "Caraka")
		with self.sebagai("UJI-SANDI"):
			for saluran in ("Surel", "Faks", "SRIKANDI", "Pos"):
				with self.assertRaises(SaluranTidakSesuaiError):
					tindakan.change_way(doc.name, saluran)
			tindakan.change_way(doc.name, "Sanapati")
			self.assertEqual(tindakan.note_sent(doc.name, halaman=1), TERKIRIM)

	def test_without_reason_nothing_fails_or_is_cancelled(self):
		doc = self.pos
		with self.sebagai("UJI-OPERATOR"):
			with self.assertRaises(AlasanKosongError):
				tindakan.cancel(doc.name, " ")
			tindakan.note_sent(doc.name, nomor_bukti="JX01")
			with self.assertRaises(AlasanKosongError):
				tindakan.note_undelivered(doc.name, "")
			tindakan.note_undelivered(doc.name, "Alamat pindah")
			doc.reload()
			self.assertEqual(doc.keadaan, TIDAK_TERKIRIM)
			tindakan.wait_again(doc.name)
			tindakan.cancel(doc.name, "Diambil sendiri")
		doc.reload()
		self.assertEqual((doc.keadaan, doc.alasan), (BATAL, "Diambil sendiri"))

	def test_what_is_carried_by_hand_is_not_sent_by_the_application(self):
		(doc,) = make_pengiriman("Caraka")
		with self.sebagai("UJI-OPERATOR"), self.assertRaises(BukanSaluranLangsungError):
			tindakan.send(doc.name)

	def test_a_tindasan_for_somebody_else_holds_the_letter_until_it_has_gone(self):
		doc = self.pos
		make("Instansi", {"nama_instansi": "Bagian Umum Uji"})
		set_aturan("Pos", instansi="Bagian Umum Uji")
		with self.sebagai("UJI-OPERATOR"):
			tindasan = tindakan.add_tindasan(doc.surat_keluar, "Instansi", "Bagian Umum Uji")
			with self.assertRaises(TransisiTidakSahError):
				tindakan.add_tindasan(doc.surat_keluar, "Instansi", "Bagian Umum Uji")
			with self.assertRaises(frappe.DoesNotExistError):
				tindakan.add_tindasan(doc.surat_keluar, "Instansi", "Tidak Ada")
			with self.assertRaises(frappe.DoesNotExistError):
				tindakan.add_tindasan(doc.surat_keluar, "User", "Administrator")
			tindakan.note_sent(doc.name, nomor_bukti="JX01")
			self.assertEqual(self.read_surat(doc), "Bernomor")
			tindakan.note_sent(tindasan, nomor_bukti="JX02")
		self.assertEqual(self.read_surat(doc), "Terkirim")

	def test_a_letter_is_filed_when_all_have_it(self):
		doc = self.pos
		with self.sebagai("UJI-OPERATOR"):
			with self.assertRaises(TransisiTidakSahError):
				tindakan.archive(doc.surat_keluar)
			tindakan.note_sent(doc.name, nomor_bukti="JX01")
			self.assertEqual(tindakan.archive(doc.surat_keluar), "Diarsipkan")
			self.assertEqual(tindakan.archive(doc.surat_keluar), "Diarsipkan")
			with self.assertRaises(TransisiTidakSahError):
				tindakan.note_undelivered(doc.name, "Alamat pindah")

	def test_neither_the_data_interface_nor_the_workflow_files_a_letter(self):
		doc = self.pos
		for kode in ("UJI-OPERATOR", "UJI-KADIS"):
			with self.sebagai(kode):
				surat = frappe.get_doc("Surat Keluar", doc.surat_keluar)
				for state in ("Terkirim", "Diarsipkan"):
					surat.workflow_state = state
					with self.assertRaises((frappe.PermissionError, frappe.ValidationError)):
						surat.save()
		self.assertEqual(self.read_surat(doc), "Bernomor")

	def read_surat(self, doc) -> str:
		return frappe.db.get_value("Surat Keluar", doc.surat_keluar, "workflow_state")


class TestBanyak(KasusUji):
	"""Many at once commits each, so its letters are made and left as other tests leave them: taken away at the end."""

	def test_one_that_is_refused_does_not_hold_up_the_others(self):
		(first,) = make_pengiriman("Faks")
		(second,) = make_pengiriman("Faks")
		frappe.db.commit()
		try:
			names = [first.name, "tidak-ada", second.name]
			with self.sebagai("UJI-OPERATOR"):
				results = run_many("catat terkirim", names, {"halaman": 1})
				again = run_many("catat terkirim", names, {"halaman": 1})
			self.assertEqual([bool(row["galat"]) for row in results], [False, True, False])
			self.assertEqual([bool(row["galat"]) for row in again], [True, True, True])
			for doc in (first, second):
				doc.reload()
				self.assertEqual(doc.keadaan, TERKIRIM)
		finally:
			frappe.set_user("Administrator")
			take_away([first, second])

	def test_only_known_steps(self):
		with self.sebagai("UJI-OPERATOR"), self.assertRaises(frappe.DoesNotExistError):
			run_many("archive", ["x"])
