"""The deliveries of a letter: planned once, each with the way that the office's rules propose, each recorded once."""

import frappe
from frappe.utils import now_datetime

from eoffice_app.exceptions import RiwayatTetapError, TransisiTidakSahError
from eoffice_app.hak_akses.surat import can_see
from eoffice_app.persuratan.keadaan_keluar import BERNOMOR
from eoffice_app.saluran.keadaan import BATAL, DALAM_PENGIRIMAN, MENUNGGU, TERKIRIM, TIDAK_TERKIRIM
from eoffice_app.saluran.pengiriman import (
	BuktiTerima,
	JejakKirim,
	PengirimanTertutupError,
	plan_pengiriman,
	record_cancelled,
	record_delivered,
	record_sent,
	record_undelivered,
	record_waiting,
)
from eoffice_app.saluran.petugas import may_send
from eoffice_app.tests.dasar import KasusUji, make, surel
from eoffice_app.tests.surat_bernomor import make_pengiriman, make_surat_bernomor, set_aturan

DUA_INSTANSI = [{"jenis_penerima": "Instansi", "penerima": name} for name in ("Instansi Uji", "Instansi Dua")]
JABATAN_B = {"jenis_penerima": "Jabatan", "penerima": "UJI-KABID-B"}


class TestPengiriman(KasusUji):
	def setUp(self):
		super().setUp()
		make("Instansi", {"nama_instansi": "Instansi Dua"})

	def test_one_delivery_for_each_addressee_and_copy(self):
		set_aturan("Caraka")
		surat = make_surat_bernomor(tujuan=DUA_INSTANSI, tembusan=[JABATAN_B])
		plan_pengiriman(surat)
		rows = frappe.get_all(
			"Pengiriman Surat",
			filters={"surat_keluar": surat.name},
			fields=["jenis_salinan", "penerima", "cara", "keadaan", "nomor_surat", "perihal"],
			order_by="jenis_salinan asc, penerima desc",
		)
		self.assertEqual(
			[(row.jenis_salinan, row.penerima, row.keadaan) for row in rows],
			[
				("Asli", "Instansi Uji", MENUNGGU),
				("Asli", "Instansi Dua", MENUNGGU),
				("Tembusan", "UJI-KABID-B", MENUNGGU),
			],
		)
		self.assertEqual((rows[0].cara, rows[2].cara), ("Caraka", "Internal"))
		self.assertEqual({(row.nomor_surat, row.perihal) for row in rows}, {(surat.nomor, surat.perihal)})

	def test_planning_twice_plans_once(self):
		surat = make_surat_bernomor(tujuan=DUA_INSTANSI)
		self.assertEqual(len(plan_pengiriman(surat)), 2)
		self.assertEqual(plan_pengiriman(surat), [])

	def test_an_addressee_named_twice_gets_one_original(self):
		surat = make_surat_bernomor(tujuan=[DUA_INSTANSI[0], DUA_INSTANSI[0]])
		self.assertEqual(len(plan_pengiriman(surat)), 1)

	def test_each_copy_has_a_code_of_its_own(self):
		first, second = make_pengiriman("Caraka", tujuan=DUA_INSTANSI)
		self.assertNotEqual(first.kode, second.kode)
		self.assertGreaterEqual(len(first.kode), 25)

	def test_where_no_way_leads_the_operator_chooses(self):
		set_aturan("Surel", surel=None)
		(doc,) = make_pengiriman()
		self.assertEqual((doc.saluran, doc.cara, doc.keadaan), (None, "", MENUNGGU))

	def test_nobody_writes_a_delivery_directly(self):
		(doc,) = make_pengiriman("Pos")
		doc.keadaan = TERKIRIM
		with self.assertRaises(RiwayatTetapError):
			doc.save(ignore_permissions=True)
		with self.assertRaises(RiwayatTetapError):
			frappe.get_doc("Pengiriman Surat", doc.name).delete(ignore_permissions=True)
		with self.sebagai("UJI-OPERATOR"), self.assertRaises(frappe.PermissionError):
			frappe.get_doc("Pengiriman Surat", doc.name).save()

	def test_who_does_not_see_the_letter_sees_no_delivery(self):
		(doc,) = make_pengiriman("Pos")
		for kode, count in (("UJI-OPERATOR", 1), ("UJI-KADIS", 1), ("UJI-STAF-B", 0)):
			with self.sebagai(kode):
				self.assertEqual(len(frappe.get_list("Pengiriman Surat", {"name": doc.name})), count, kode)
		with self.sebagai("UJI-STAF-B"), self.assertRaises(frappe.DoesNotExistError):
			frappe.get_doc("Pengiriman Surat", doc.name).check_permission("read")

	def test_sent_and_received(self):
		pos, caraka = make_pengiriman("Pos", tujuan=DUA_INSTANSI)
		record_waiting(caraka.name, "Caraka")
		self.assertEqual(record_sent(pos.name, JejakKirim(nomor_bukti="JX01")), TERKIRIM)
		self.assertEqual(record_sent(caraka.name, JejakKirim()), DALAM_PENGIRIMAN)
		self.assertEqual(self.read_surat(pos), BERNOMOR)
		bukti = BuktiTerima(now_datetime(), "Penerima Contoh", "Staf Umum")
		self.assertTrue(record_delivered(caraka.name, bukti))
		self.assertEqual(self.read_surat(pos), "Terkirim")
		caraka.reload()
		self.assertEqual((caraka.keadaan, caraka.diterima_oleh), (TERKIRIM, "Penerima Contoh"))

	def test_the_same_receipt_twice_changes_nothing(self):
		(doc,) = make_pengiriman("Caraka")
		record_delivered(doc.name, BuktiTerima(now_datetime(), "Yang Pertama"))
		self.assertFalse(record_delivered(doc.name, BuktiTerima(now_datetime(), "Yang Kedua")))
		self.assertFalse(record_undelivered(doc.name, "Kantor tutup"))
		doc.reload()
		self.assertEqual((doc.diterima_oleh, doc.keadaan), ("Yang Pertama", TERKIRIM))

	def test_what_came_back_goes_once_more(self):
		(doc,) = make_pengiriman("Caraka")
		record_sent(doc.name, JejakKirim())
		record_undelivered(doc.name, "Kantor tutup")
		doc.reload()
		self.assertEqual((doc.keadaan, doc.alasan), (TIDAK_TERKIRIM, "Kantor tutup"))
		record_waiting(doc.name, "Pos")
		doc.reload()
		self.assertEqual((doc.keadaan, doc.cara, doc.alasan, doc.dikirim_pada), (MENUNGGU, "Pos", None, None))

	def test_what_bounces_after_all_was_sent_opens_the_letter_again(self):
		(doc,) = make_pengiriman("Surel")
		record_sent(doc.name, JejakKirim())
		self.assertEqual(self.read_surat(doc), "Terkirim")
		record_undelivered(doc.name, "Kotak surat penuh")
		self.assertEqual(self.read_surat(doc), BERNOMOR)

	def test_a_cancelled_delivery_stays_so_and_does_not_hold_the_letter(self):
		first, second = make_pengiriman("Pos", tujuan=DUA_INSTANSI)
		record_sent(first.name, JejakKirim())
		record_cancelled(second.name, "Sudah diambil sendiri")
		self.assertEqual(self.read_surat(first), "Terkirim")
		with self.assertRaises(PengirimanTertutupError):
			record_sent(second.name, JejakKirim())
		self.assertEqual(frappe.db.get_value("Pengiriman Surat", second.name, "keadaan"), BATAL)

	def test_a_letter_all_of_whose_deliveries_were_cancelled_was_not_sent(self):
		(doc,) = make_pengiriman("Pos")
		record_cancelled(doc.name, "Salah alamat")
		self.assertEqual(self.read_surat(doc), BERNOMOR)

	def test_no_client_calls_a_letter_sent_that_is_not(self):
		(doc,) = make_pengiriman("Pos")
		surat = frappe.get_doc("Surat Keluar", doc.surat_keluar)
		surat.workflow_state = "Terkirim"
		surat.flags.langkah = surat.flags.di_luar_alur = True
		with self.assertRaises(TransisiTidakSahError):
			surat.save(ignore_permissions=True)

	def test_what_goes_by_sanapati_is_for_the_operator_sandi(self):
		operator = frappe.db.get_value("Pegawai", {"user": surel("UJI-OPERATOR")})
		frappe.db.set_value("Unit Kerja", "UJI-SEKR", "operator", operator)
		(doc,) = make_pengiriman("Pos", sifat="Terbatas")
		self.assertFalse(can_see(doc.surat_keluar, surel("UJI-SANDI")))
		record_waiting(doc.name, "Sanapati")
		doc.reload()
		self.assertTrue(may_send(doc, surel("UJI-SANDI")))
		self.assertFalse(may_send(doc, surel("UJI-OPERATOR")))
		record_waiting(doc.name, "Pos")
		doc.reload()
		self.assertFalse(can_see(doc.surat_keluar, surel("UJI-SANDI")))
		self.assertTrue(may_send(doc, surel("UJI-OPERATOR")))

	def read_surat(self, doc) -> str:
		return frappe.db.get_value("Surat Keluar", doc.surat_keluar, "workflow_state")
