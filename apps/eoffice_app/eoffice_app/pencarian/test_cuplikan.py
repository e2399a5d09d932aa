from unittest import TestCase

from eoffice_app.pencarian.cuplikan import PANJANG, Sumber, find_snippet, list_missing, mark_text
from eoffice_app.pencarian.kata import read_question


def show(pieces) -> str:
	return "".join(f"[{piece.teks}]" if piece.cocok else piece.teks for piece in pieces)


class TestCuplikan(TestCase):
	def mark(self, question: str, teks: str) -> str:
		return show(mark_text(read_question(question), teks))

	def test_other_forms_and_beginnings_are_marked_in_the_text_as_it_stands(self):
		self.assertEqual(
			self.mark("dikirim und", "Undangan; Pengiriman (ulang)"), "[Undangan]; [Pengiriman] (ulang)"
		)
		self.assertEqual(self.mark("12", "Nomor 0012/123"), "Nomor [0012]/123")
		self.assertEqual(self.mark('"rapat kerja"', "Rapat, kerja; rapat"), "[Rapat], [kerja]; rapat")

	def test_what_looks_like_html_stays_text(self):
		self.assertEqual(self.mark("b", "<b>a</b>"), "<[b]>a</[b]>")

	def test_the_page_that_has_most_of_it_is_shown(self):
		pages = [
			Sumber("Scan", "Rapat tanpa hasil", 1),
			Sumber("Scan", "kata " * 400 + "tentang anggaran rapat tahun depan " + "lagi " * 400, 2),
			Sumber("Scan", "Anggaran rapat sekali lagi", 3),
		]
		snippet = find_snippet(read_question("rapat anggaran"), pages)
		self.assertEqual(snippet.sumber.halaman, 2)
		said = show(snippet.potongan)
		self.assertIn("[anggaran] [rapat]", said)
		self.assertTrue(said.startswith("…") and said.endswith("…"))
		self.assertLess(len(said), PANJANG + 30)

	def test_a_text_without_a_hit_gives_nothing(self):
		self.assertIsNone(find_snippet(read_question("rapat"), [Sumber("Disposisi", "Mohon hadir")]))

	def test_what_stands_in_none_of_the_texts_is_missing(self):
		question = read_question('rapat "data sektoral" kirim')
		self.assertEqual(
			list_missing(question, ["Rapat", "data yang sektoral"]), {"kirim", ("data", "sektoral")}
		)
