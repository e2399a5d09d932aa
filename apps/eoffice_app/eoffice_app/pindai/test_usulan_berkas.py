import base64
from io import BytesIO

import frappe
from PIL import Image

from eoffice_app.pindai.usulan_berkas import (
	_compose_key,
	forget_usulan,
	get_usulan,
	read_usulan,
	start_usulan,
)
from eoffice_app.tests.dasar import KasusUji, make_berkas, make_pdf
from eoffice_app.tests.surat_scan import SuratScan, draw_surat, make_pdf_scan

RESOLUSI = 200


class TestUsulanBerkas(KasusUji):
	@classmethod
	def setUpClass(cls):
		super().setUpClass()
		cls.halaman = draw_surat(SuratScan(), RESOLUSI)

	def setUp(self):
		super().setUp()
		if not frappe.db.exists("Instansi", "Dinas Perhubungan Kabupaten Sukacontoh"):
			nama = "Dinas Perhubungan Kabupaten Sukacontoh"
			frappe.get_doc({"doctype": "Instansi", "nama_instansi": nama}).insert()

	def test_the_first_page_gives_proposals_with_their_places(self):
		with self.sebagai("UJI-OPERATOR"):
			answer = self.ask(make_pdf_scan(self.halaman, resolusi=RESOLUSI))
		found = {usulan["ruas"]: usulan for usulan in answer["usulan"]}
		self.assertEqual(
			{ruas: usulan["nilai"] for ruas, usulan in found.items()},
			{
				"nomor_surat": "005/123/DISKOMINFO/2026",
				"tanggal_surat": "2026-03-12",
				"perihal": "Undangan Rapat Koordinasi Pengelolaan Terminal Tipe C",
				"pengirim": "Dinas Perhubungan Kabupaten Sukacontoh",
				"lampiran": "1 (satu) berkas",
			},
		)
		left, top, right, bottom = found["nomor_surat"]["kotak"]
		page = Image.open(BytesIO(base64.b64decode(answer["gambar"])))
		place = page.crop((left * page.width, top * page.height, right * page.width, bottom * page.height))
		self.assertLess(place.getextrema()[0], 100, "no ink where the number is said to stand")
		self.assertTrue(0.2 < left < right < 0.6 and 0.1 < top < bottom < 0.25, found["nomor_surat"])

	def test_a_page_on_its_head_is_turned(self):
		with self.sebagai("UJI-OPERATOR"):
			answer = self.ask(make_pdf_scan(self.halaman.rotate(180), resolusi=RESOLUSI))
		self.assertIn("005/123/DISKOMINFO/2026", [usulan["nilai"] for usulan in answer["usulan"]])

	def test_a_page_that_calls_itself_secret_leaves_only_that(self):
		page = draw_surat(SuratScan(sifat="Rahasia"), RESOLUSI)
		with self.sebagai("UJI-OPERATOR"):
			answer = self.ask(make_pdf_scan(page, resolusi=RESOLUSI))
		self.assertEqual([usulan["nilai"] for usulan in answer["usulan"]], ["Rahasia"])
		self.assertEqual(answer["gambar"], "")

	def test_a_blank_page_gives_none(self):
		with self.sebagai("UJI-OPERATOR"):
			self.assertEqual(self.ask(make_pdf())["usulan"], [])

	def test_nobody_but_the_uploader_is_told_and_nobody_of_a_letter_that_is_registered(self):
		with self.sebagai("UJI-OPERATOR"):
			berkas = self.upload(make_pdf())
			self.assertTrue(start_usulan(berkas.file_url))
			self.assertEqual(get_usulan(berkas.file_url)["keadaan"], "Menunggu")
		for door in (start_usulan, get_usulan, forget_usulan):
			with self.sebagai("UJI-SANDI"), self.assertRaises(frappe.DoesNotExistError):
				door(berkas.file_url)
			for kode in ("UJI-KADIS", "Guest"):
				with self.sebagai(kode), self.assertRaises(frappe.PermissionError):
					door(berkas.file_url)
		frappe.db.set_value("File", berkas.name, "attached_to_name", "sudah-terdaftar")
		with self.sebagai("UJI-OPERATOR"), self.assertRaises(frappe.DoesNotExistError):
			get_usulan(berkas.file_url)

	def test_what_is_forgotten_does_not_come_back(self):
		with self.sebagai("UJI-OPERATOR"):
			berkas = self.upload(make_pdf())
			start_usulan(berkas.file_url)
			forget_usulan(berkas.file_url)
			read_usulan(berkas.name, _compose_key(berkas.name))
			self.assertEqual(get_usulan(berkas.file_url), {"keadaan": "Gagal"})

	def ask(self, content: bytes) -> dict:
		"""Do as the form and the job do."""
		berkas = self.upload(content)
		start_usulan(berkas.file_url)
		read_usulan(berkas.name, _compose_key(berkas.name))
		return get_usulan(berkas.file_url)

	def upload(self, content: bytes):
		values = {"attached_to_doctype": "Surat Masuk", "attached_to_name": "new-surat-masuk-1"}
		return make_berkas(content, **values)
