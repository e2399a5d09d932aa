import tempfile
from datetime import datetime, timedelta
from pathlib import Path
from unittest import TestCase

from eoffice_app.pencarian.indeks import (
	IndeksRusakError,
	SuratTerindeks,
	count_letters,
	create_index,
	fill_index,
	find_names,
	open_index,
	write_letters,
)
from eoffice_app.pencarian.kata import matches, split_question, split_words

HARI_INI = datetime(2026, 11, 21, 9)


def letter(name: str, teks: str, *subjek: str, days_ago: int = 0) -> SuratTerindeks:
	return SuratTerindeks(name, teks, subjek or ("peran:Verifikator",), HARI_INI - timedelta(days=days_ago))


class TestKata(TestCase):
	def test_capitals_accents_and_leading_zeros_do_not_matter(self):
		self.assertEqual(split_words("Nomor 005/Ñandu-é/2026"), ["nomor", "5", "nandu", "e", "2026"])

	def test_the_beginning_of_a_word_is_enough_but_a_number_is_whole(self):
		self.assertTrue(matches(split_question("und rap"), "Undangan rapat koordinasi"))
		self.assertFalse(matches(split_question("12"), "Agenda 123"))
		self.assertTrue(matches(split_question("12"), "Agenda 0012"))
		self.assertFalse(matches(split_question("rapat kerja"), "Undangan rapat koordinasi"))


class TestIndeks(TestCase):
	def setUp(self):
		folder = tempfile.TemporaryDirectory()
		self.addCleanup(folder.cleanup)
		self.folder = Path(folder.name, "indeks")
		self.index = create_index(self.folder)

	def find(self, question: str, subjek: list[str] | None = None, limit: int = 20) -> list[str]:
		return find_names(open_index(self.folder), split_question(question), subjek, limit, HARI_INI)

	def test_every_word_must_be_there_newest_first(self):
		fill_index(
			self.index,
			[
				letter("lama", "undangan rapat anggaran", days_ago=400),
				letter("baru", "undangan rapat pegawai"),
				letter("lain", "undangan upacara"),
			],
		)
		self.assertEqual(self.find("undangan rapat"), ["baru", "lama"])
		self.assertEqual(self.find("rap angg"), ["lama"])
		self.assertEqual(self.find("keterangan-panjang-yang-tidak-ada"), [])

	def test_only_letters_of_ones_own_subjects_are_found(self):
		fill_index(
			self.index, [letter("a", "rapat", "jabatan:A"), letter("b", "rapat", "jabatan:B", "user:x@y")]
		)
		self.assertEqual(self.find("rapat", ["user:x@y", "jabatan:C"]), ["b"])
		self.assertEqual(self.find("rapat", ["jabatan:C"]), [])

	def test_older_letters_fill_up_what_the_latest_months_lack(self):
		fill_index(self.index, [letter(f"s{days}", "rapat", days_ago=days) for days in range(0, 300, 30)])
		self.assertEqual(self.find("rapat", limit=3), ["s0", "s30", "s60"])

	def test_a_changed_letter_takes_the_place_of_what_it_was_and_one_that_is_gone_goes(self):
		fill_index(self.index, [letter("a", "rapat"), letter("b", "rapat")])
		write_letters(open_index(self.folder), [letter("a", "upacara")], gone=["b"])
		self.assertEqual((self.find("rapat"), self.find("upacara")), ([], ["a"]))
		self.assertEqual(count_letters(open_index(self.folder)), 1)

	def test_a_missing_or_broken_index_is_told_of(self):
		with self.assertRaises(IndeksRusakError):
			open_index(self.folder.with_name("tidak-ada"))
		(self.folder / "meta.json").write_text("rusak")
		with self.assertRaises(IndeksRusakError):
			open_index(self.folder)
