"""The counter's pages as a browser gets them, without a browser."""

import frappe
from frappe.translate import get_all_translations

from eoffice_app.loket.batas import SEMENIT
from eoffice_app.persuratan.surat_masuk.kode_status import get_status_url, make_code
from eoffice_app.tests.dasar import make
from eoffice_app.tests.klien import Jawaban, forget_limits
from eoffice_app.tests.surat_lengkap import KasusSuratLengkap


class TestHalaman(KasusSuratLengkap):
	daftar_sifat = ("Biasa",)
	daftar_penanya = ("Guest",)

	@classmethod
	def setUpClass(cls):
		super().setUpClass()
		cls.layanan = make(
			"Layanan Loket",
			{"nama": "Permohonan Uji"},
			keterangan="Untuk <b>diuji</b>",
			isian=[{"label": "Keperluan", "jenis": "Select", "pilihan": "Skripsi\nUsaha", "wajib": 1}],
		)
		# Who set the site up may have chosen any language for himself.
		cls.bahasa = frappe.db.get_single_value("System Settings", "language")
		cls.set_language("en")
		cls.tamu = cls.klien["Guest"]

	@classmethod
	def tearDownClass(cls):
		frappe.delete_doc("Layanan Loket", cls.layanan, force=True)
		cls.set_language(cls.bahasa)
		super().tearDownClass()

	@staticmethod
	def set_language(language: str) -> None:
		frappe.db.set_single_value("System Settings", "language", language)
		frappe.db.commit()
		frappe.clear_document_cache("System Settings", "System Settings")

	def open(self, path: str, **values) -> Jawaban:
		forget_limits()
		return self.tamu.get(path, **values)

	def test_a_service_is_offered_by_its_record_alone(self):
		self.assertIn("/loket/permohonan-uji", self.open("/loket").isi)
		page = self.open("/loket/permohonan-uji")
		self.assertEqual(page.status, 200)
		self.assertIn('data-pertanyaan="Keperluan"', page.isi)
		self.assertIn("<option>Skripsi</option>", page.isi)
		self.assertIn("Untuk &lt;b&gt;diuji&lt;/b&gt;", page.isi)
		self.assertIn("Yang diterima: PDF, JPG, PNG", page.isi)
		self.assertIn("JavaScript dimatikan", page.isi)

	def test_a_service_that_is_not_offered_is_said_to_be_none(self):
		page = self.open("/loket/tidak-ada")
		self.assertEqual(page.status, 404)
		self.assertIn("Layanan ini tidak ada", page.isi)

	def test_strangers_read_indonesian_unless_they_ask_for_english(self):
		english = "en" if get_all_translations("en") else "id"
		headings = {"id": "<h1>Lacak Surat</h1>", "en": "<h1>Follow a Letter</h1>"}
		for asked, given in {"": "id", "id-ID,id": "id", "en-US,en": english, "ja": "id"}.items():
			with self.subTest(asked=asked):
				forget_limits()
				page = self.tamu.browse("/lacak", bahasa=asked).isi
				self.assertIn(f'<html lang="{given}"', page)
				self.assertIn(headings[given], page)

	def test_the_address_in_the_qr_is_a_page_that_answers(self):
		surat = self.surat["Biasa"]
		code = make_code(surat["name"])
		self.assertTrue(get_status_url(code).endswith(f"/lacak/{code}"))
		page = self.open(f"/lacak/{code}")
		self.assertEqual(page.status, 200)
		self.assertIn("noindex", page.isi)
		self.assertIn("<strong>Diproses</strong>", page.isi)
		self.assertNotIn(surat["tanda"], page.isi)

	def test_a_receipt_of_an_earlier_version_leads_there(self):
		answer = self.open("/status-surat", kode="ab-cd/../<x>")
		self.assertIn(answer.status, (301, 302))
		self.assertTrue(answer.tujuan.endswith("/lacak/ABCDX"), answer.tujuan)

	def test_wrong_codes_are_told_apart_in_nothing(self):
		pages = {
			(answer.status, answer.isi.replace(wrong, ""))
			for wrong in (make_code("lain"), make_code(self.surat["Biasa"]["name"])[:-1] + "7", "A" * 26)
			for answer in [self.open("/lacak", kode=wrong)]
		}
		self.assertEqual(len(pages), 1, pages)

	def test_what_was_typed_is_shown_as_text(self):
		page = self.open("/lacak", kode="<script>alert(1)</script>")
		self.assertIn("&lt;script&gt;alert(1)", page.isi)
		self.assertNotIn("<script>alert(1)", page.isi)

	def test_whoever_asks_too_often_has_to_wait(self):
		most, _together = SEMENIT["lacak"]
		self.open("/lacak")
		answers = [self.tamu.get("/lacak", kode="salah").status for _turn in range(most)]
		self.assertEqual((answers[0], answers[-1]), (200, 429))
		forget_limits()
