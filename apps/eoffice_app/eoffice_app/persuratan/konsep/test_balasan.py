import frappe

from eoffice_app.persuratan.doctype.surat_masuk.surat_masuk import close_with_reason
from eoffice_app.persuratan.konsep.balasan import get_balasan, get_dibalas, get_usulan_balasan
from eoffice_app.persuratan.konsep.langkah import send_draft
from eoffice_app.saluran import tindakan
from eoffice_app.tests.dasar import KasusUji, compose_surat_keluar, make_surat_keluar, make_surat_masuk
from eoffice_app.tests.surat_bernomor import make_pengiriman


class TestBalasan(KasusUji):
	@classmethod
	def prepare_class(cls) -> dict:
		return {"masuk": make_surat_masuk(tujuan="UJI-KABID-A", perihal="Permintaan data")}

	def reply(self, penyusun: str = "UJI-KABID-A", **values):
		return make_surat_keluar(penyusun, membalas=self.masuk.name, **values)

	def test_a_reply_is_proposed_to_the_sender(self):
		with self.sebagai("UJI-KABID-A"):
			self.assertTrue(get_balasan(self.masuk.name)["boleh"])
			usulan = get_usulan_balasan(self.masuk.name)
			surat = frappe.get_doc({**compose_surat_keluar(), **usulan}).insert()
		self.assertEqual(
			(surat.membalas, surat.perihal, surat.tujuan[0].nama_penerima),
			(self.masuk.name, "Tanggapan atas Permintaan data", "Instansi Uji"),
		)

	def test_both_letters_show_each_other(self):
		surat = self.reply()
		with self.sebagai("UJI-KABID-A"):
			(shown,) = get_balasan(self.masuk.name)["balasan"]
			self.assertEqual((shown.name, shown.workflow_state, shown.nomor), (surat.name, "Konsep", None))
			self.assertEqual(get_dibalas(surat.name).nomor_agenda, self.masuk.nomor_agenda)
			self.assertIsNone(get_dibalas(make_surat_keluar("UJI-KABID-A").name))

	def test_who_may_not_see_the_reply_does_not_learn_of_it(self):
		self.reply(sifat="Terbatas")
		for kode in ("UJI-VERIFIKATOR", "UJI-OPERATOR"):
			with self.sebagai(kode):
				self.assertEqual(get_balasan(self.masuk.name)["balasan"], [], kode)

	def test_who_may_not_see_the_letter_is_told_of_none(self):
		surat = self.reply(penanda_tangan="UJI-KADIS", sifat="Terbatas")
		hidden = make_surat_masuk(tujuan="UJI-KABID-A", sifat="Terbatas")
		surat.db_set("membalas", hidden.name)
		with self.sebagai("UJI-KADIS"):
			self.assertIsNone(get_dibalas(surat.name))
		for kode in ("UJI-STAF-B", "UJI-PENGELOLA", "Guest"):
			for ask, name in ((get_balasan, hidden), (get_usulan_balasan, hidden), (get_dibalas, surat)):
				with self.sebagai(kode), self.subTest(kode=kode, ask=ask.__name__):
					self.assertRaises(frappe.DoesNotExistError, ask, name.name)

	def test_a_hidden_letter_is_answered_as_little_as_one_that_never_was(self):
		messages = set()
		for name in (make_surat_masuk(tujuan="UJI-KABID-A", sifat="Terbatas").name, "0" * 10):
			with self.assertRaises(frappe.LinkValidationError) as refused:
				make_surat_keluar("UJI-STAF-B", membalas=name)
			messages.add(str(refused.exception).replace(name, "…"))
		self.assertEqual(len(messages), 1)

	def test_what_a_letter_answers_stays_once_it_is_sent_up(self):
		surat = self.reply()
		with self.sebagai("UJI-KABID-A"):
			send_draft(surat.name)
			surat.reload()
		surat.membalas = None
		surat.save(ignore_permissions=True)
		self.assertEqual(surat.membalas, self.masuk.name)

	def test_what_came_from_a_post_of_the_office_goes_back_to_its_signer(self):
		tujuan = [{"jenis_penerima": "Jabatan", "penerima": "UJI-KABID-B"}]
		(pengiriman,) = make_pengiriman(tujuan=tujuan)
		with self.sebagai("UJI-OPERATOR"):
			tindakan.send(pengiriman.name)
		with self.sebagai("UJI-KABID-B"):
			usulan = get_usulan_balasan(pengiriman.get_db_value("surat_masuk"))
		self.assertEqual(usulan["tujuan"], [{"jenis_penerima": "Jabatan", "penerima": "UJI-KADIS"}])

	def test_a_closed_letter_is_not_answered(self):
		with self.sebagai("UJI-VERIFIKATOR"):
			close_with_reason(self.masuk.name, "Tolak", "Bukan untuk kantor ini")
		with self.sebagai("UJI-KABID-A"):
			self.assertFalse(get_balasan(self.masuk.name)["boleh"])
