from unittest import TestCase

from eoffice_app.persuratan.konsep.perubahan_naskah import compare, split_lines


class TestPerubahanNaskah(TestCase):
	def test_lines_are_those_a_reader_sees(self):
		self.assertEqual(
			split_lines("Perihal: Rapat\nKepada: Dinas A", "<p>Dengan <b>hormat</b></p><p> </p>satu<br>dua"),
			["Perihal: Rapat", "Kepada: Dinas A", "Dengan hormat", "satu", "dua"],
		)
		self.assertEqual(split_lines(None, None), [])

	def test_a_changed_line_is_shown_as_it_was_and_as_it_is(self):
		found = compare(["a", "b", "c"], ["a", "B", "c", "d"])
		self.assertEqual(
			[(row["jenis"], row["teks"]) for row in found],
			[("tetap", "a"), ("dihapus", "b"), ("ditambah", "B"), ("tetap", "c"), ("ditambah", "d")],
		)

	def test_the_same_text_has_no_changes(self):
		self.assertEqual({row["jenis"] for row in compare(["a", "b"], ["a", "b"])}, {"tetap"})
