import frappe

from eoffice_app.penomoran.contoh import preview_deret, preview_pola
from eoffice_app.penomoran.pola import PolaNomorError
from eoffice_app.penomoran.test_buku_nomor import KasusNomor


class TestContoh(KasusNomor):
	def test_a_pattern_shows_what_it_gives(self):
		pola = "{klasifikasi}/{urut:3}/{unit}/{bulan_romawi}/{tahun}"
		self.assertEqual(
			preview_pola(pola, "Surat Dinas", "2026-09-03", "15A"),
			{"nomor": "000.8.3.3/015/UMPEG/IX/2026", "sisipan": "000.8.3.3/015A/UMPEG/IX/2026"},
		)

	def test_an_unknown_token_is_named(self):
		with self.assertRaisesRegex(PolaNomorError, "nomer"):
			preview_pola("{nomer}/{urut}")

	def test_a_series_shows_what_the_offices_script_makes_of_a_kind(self):
		self.assertEqual(preview_deret("UJI", "Keputusan", "2026-09-03")["nomor"], "15 TAHUN 2026")
		self.assertEqual(preview_deret("UJI", "Surat Dinas", "2026-09-03")["nomor"], "015/2026")

	def test_a_sample_takes_no_number(self):
		preview_deret("UJI")
		self.assertFalse(frappe.db.exists("Buku Nomor", {"deret": "UJI"}))

	def test_guests_see_no_samples(self):
		for act in (lambda: preview_pola("{urut}"), lambda: preview_deret("UJI")):
			with self.sebagai("Guest"), self.assertRaises(frappe.PermissionError):
				act()
