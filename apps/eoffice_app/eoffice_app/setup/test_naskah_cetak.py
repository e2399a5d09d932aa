from unittest.mock import patch

import frappe

from eoffice_app.setup.naskah_cetak import (
	NASKAH,
	SIDIK_LAMA,
	create_naskah_cetak,
	fingerprint,
	read_template,
	renew_untouched,
)
from eoffice_app.tests.dasar import KasusUji, make_surat_masuk


class TestNaskahCetak(KasusUji):
	def setUp(self):
		super().setUp()
		# What a test sets in the DocType's properties is rolled back, but not the meta data kept in the cache.
		self.addCleanup(frappe.clear_cache, doctype="Surat Masuk")

	def test_every_paper_is_there_and_open_to_the_office(self):
		create_naskah_cetak()
		for name, doctype in NASKAH.items():
			paper = frappe.get_doc("Print Format", name)
			self.assertEqual((paper.doc_type, paper.standard, paper.custom_format), (doctype, "No", 1))
		self.assertEqual(frappe.get_meta("Ekspedisi").default_print_format, "Buku Ekspedisi")
		self.assertEqual(frappe.get_meta("Surat Masuk").default_print_format, "Lembar Disposisi")

	def test_the_office_chooses_the_default_paper(self):
		create_naskah_cetak()
		frappe.db.set_value(
			"Property Setter",
			{"doc_type": "Surat Masuk", "property": "default_print_format"},
			"value",
			"Bukti Registrasi",
		)
		frappe.clear_cache(doctype="Surat Masuk")
		create_naskah_cetak()
		self.assertEqual(frappe.get_meta("Surat Masuk").default_print_format, "Bukti Registrasi")

	def test_what_the_office_edits_in_the_desk_is_what_is_printed(self):
		create_naskah_cetak()
		papers = [name for name, doctype in NASKAH.items() if doctype == "Surat Masuk"]
		for name in papers:
			paper = frappe.get_doc("Print Format", name)
			paper.html = "<p>Naskah buatan kantor untuk {{ doc.nomor_agenda }}</p>"
			paper.save()
		create_naskah_cetak()
		surat = make_surat_masuk()
		for name in papers:
			html = frappe.get_print("Surat Masuk", surat.name, name)
			self.assertIn(f"Naskah buatan kantor untuk {surat.nomor_agenda}", html)

	def test_only_papers_that_the_office_never_edited_are_renewed(self):
		create_naskah_cetak()
		earlier = "<p>Naskah versi lama</p>"
		for name, html in (("Lembar Disposisi", earlier), ("Bukti Registrasi", "<p>Suntingan kantor</p>")):
			frappe.db.set_value("Print Format", name, "html", html)
		with patch.dict(SIDIK_LAMA, {name: (fingerprint(earlier),) for name in SIDIK_LAMA}):
			renew_untouched()
		self.assertEqual(
			frappe.db.get_value("Print Format", "Lembar Disposisi", "html"), read_template("Lembar Disposisi")
		)
		self.assertEqual(
			frappe.db.get_value("Print Format", "Bukti Registrasi", "html"), "<p>Suntingan kantor</p>"
		)
