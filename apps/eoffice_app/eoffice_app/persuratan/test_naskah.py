import frappe

from eoffice_app.persuratan.naskah import TemplatTidakSahError, render_naskah
from eoffice_app.setup.jenis_naskah import JENIS_NASKAH, create_jenis_naskah, read_templat
from eoffice_app.tests.dasar import KasusUji


class TestNaskah(KasusUji):
	naskah = {
		"surat": {"jenis_naskah": "Surat Dinas", "sifat": "Biasa", "perihal": "Rapat <b>bulanan</b>"},
		"isi": "<p>Dengan <b>hormat</b></p>",
		"tujuan": ["Instansi Uji", "Kepala & Staf"],
		"tembusan": ["Sekretaris"],
		"penanda_tangan": {"baris": ["Kepala Dinas,"], "jabatan": "Kepala Dinas", "nama": "Pegawai Uji"},
	}

	def test_every_shipped_template_shows_the_letter_and_escapes_what_was_typed(self):
		for templat in {row[2] for row in JENIS_NASKAH}:
			with self.subTest(templat=templat):
				html = render_naskah(read_templat(templat), self.naskah)
				self.assertIn("Rapat &lt;b&gt;bulanan", html)
				self.assertIn("<p>Dengan <b>hormat</b></p>", html)
				self.assertIn("Kepala Dinas", html)

	def test_addressees_and_copies_stand_in_the_letter(self):
		html = render_naskah(read_templat("surat"), self.naskah)
		self.assertIn("<li>Kepala &amp; Staf</li>", html)
		self.assertIn("<li>Sekretaris</li>", html)

	def test_a_template_that_makes_no_page_is_not_saved(self):
		for templat in ("{% if surat %}", "{{ surat.perihal | tidak_ada }}", "{{ pengirim.nama }}"):
			jenis = frappe.get_doc("Jenis Naskah", "Surat Dinas")
			jenis.templat = templat
			with self.subTest(templat=templat), self.assertRaises(TemplatTidakSahError):
				jenis.save()

	def test_kinds_are_created_once_and_an_edited_one_is_kept(self):
		frappe.db.set_value("Jenis Naskah", "Nota Dinas", "templat", "{{ isi }}")
		before = frappe.db.count("Jenis Naskah")
		create_jenis_naskah()
		self.assertEqual(frappe.db.count("Jenis Naskah"), before)
		self.assertEqual(frappe.db.get_value("Jenis Naskah", "Nota Dinas", "templat"), "{{ isi }}")
		self.assertGreaterEqual(before, len(JENIS_NASKAH))
