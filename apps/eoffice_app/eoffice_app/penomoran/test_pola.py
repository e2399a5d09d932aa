from datetime import date
from unittest import TestCase

from eoffice_app.penomoran.pola import PolaNomorError, check_pola, format_nomor


class TestPola(TestCase):
	def test_tokens_are_filled_from_the_letters_date(self):
		nomor = format_nomor("{urut:3}/{buku}/{bulan_romawi}/{tahun}", 7, date(2026, 9, 3), buku="SM")
		self.assertEqual(nomor, "007/SM/IX/2026")

	def test_padding_never_cuts_a_long_number(self):
		self.assertEqual(format_nomor("{urut:3}", 12345, date(2026, 1, 1)), "12345")

	def test_text_around_the_tokens_stays(self):
		nomor = format_nomor(
			"{klasifikasi}/{urut}/{unit}-{bulan}", 15, date(2026, 2, 1), unit="OR", klasifikasi="000.8.3.3"
		)
		self.assertEqual(nomor, "000.8.3.3/15/OR-02")

	def test_an_unknown_token_is_named(self):
		with self.assertRaisesRegex(PolaNomorError, "nomer"):
			check_pola("{nomer}/{urut}")

	def test_a_stray_brace_is_refused(self):
		with self.assertRaises(PolaNomorError):
			check_pola("{urut}/{tahun")

	def test_a_pattern_without_running_number_is_refused(self):
		with self.assertRaises(PolaNomorError):
			check_pola("SM/{tahun}")
