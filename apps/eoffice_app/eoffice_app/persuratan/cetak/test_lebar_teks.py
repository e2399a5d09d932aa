from unittest import TestCase

from eoffice_app.persuratan.cetak.lebar_teks import LEBAR, break_lines, measure


class TestLebarTeks(TestCase):
	def test_letters_are_as_wide_as_in_the_font(self):
		self.assertEqual(len(LEBAR), ord("~") - ord(" ") + 1)
		self.assertEqual((measure("0"), measure("W"), measure("i"), measure("Wi")), (556, 944, 222, 1166))

	def test_words_stand_together_as_long_as_they_fit(self):
		# Each word is 4.448 wide, with the space 4.726.
		self.assertEqual(break_lines("00000000 00000000 00000000", 9.2), ["00000000 00000000", "00000000"])
		self.assertEqual(break_lines("00000000 00000000", 9.1), ["00000000", "00000000"])
		self.assertEqual(break_lines("satu\n\ndua", 9), ["satu", "", "dua"])
		self.assertEqual(break_lines("", 9), [""])

	def test_capitals_need_more_room(self):
		text = "Undangan rapat koordinasi penyusunan rencana kerja"
		self.assertGreater(len(break_lines(text.upper(), 11)), len(break_lines(text, 11)))

	def test_what_is_longer_than_a_line_is_cut_and_broken_after_hyphens(self):
		self.assertEqual(break_lines("0000000000", 3), ["00000", "00000"])
		self.assertEqual(break_lines("aaaa-bbbb 1-2", 3), ["aaaa-", "bbbb", "1-2"])
