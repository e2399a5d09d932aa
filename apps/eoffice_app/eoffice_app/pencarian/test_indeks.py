import sys
import tempfile
from datetime import datetime, timedelta
from itertools import chain
from pathlib import Path
from subprocess import PIPE, Popen
from unittest import TestCase

from eoffice_app.pencarian.indeks import (
	IndeksRusakError,
	Pencarian,
	SuratTerindeks,
	answers,
	count_letters,
	create_index,
	fill_index,
	find_letters,
	open_index,
	write_letters,
)
from eoffice_app.pencarian.kata import read_question

HARI_INI = datetime(2026, 11, 21, 9)
# Half a million words into the work and not yet at its end when it is killed.
PENULIS_TERBUNUH = """
import sys
from datetime import datetime
from itertools import count
from pathlib import Path
from eoffice_app.pencarian.indeks import SuratTerindeks, open_index, write_letters

def make():
	for nomor in count():
		if nomor == 5000:
			print("menulis", flush=True)
		yield SuratTerindeks(f"x{nomor}", "Surat Masuk", ("upacara " * 100,), (), (), (), datetime.now())

write_letters(open_index(Path(sys.argv[1])), make())
"""


def letter(name: str, teks: str, *subjek: str, days_ago: int = 0, **values) -> SuratTerindeks:
	given = {"isi": (), "ciri": (), **values}
	waktu = HARI_INI - timedelta(days=days_ago)
	return SuratTerindeks(
		name, "Surat Masuk", (teks,), subjek=subjek or ("peran:Verifikator",), waktu=waktu, **given
	)


class TestIndeks(TestCase):
	def setUp(self):
		folder = tempfile.TemporaryDirectory()
		self.addCleanup(folder.cleanup)
		self.folder = Path(folder.name, "indeks")
		self.index = create_index(self.folder)

	def find(self, question: str, subjek: tuple[str, ...] | None = None, **options) -> list[str]:
		asked = Pencarian(read_question(question), subjek, **options)
		return [name for _jenis, name in find_letters(open_index(self.folder), asked, HARI_INI)]

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
		self.assertEqual(self.find("rapat", ("user:x@y", "jabatan:C")), ["b"])
		self.assertEqual(self.find("rapat", ("jabatan:C",)), [])

	def test_older_letters_fill_up_what_the_latest_months_lack(self):
		fill_index(self.index, [letter(f"s{days}", "rapat", days_ago=days) for days in range(0, 300, 30)])
		self.assertEqual(self.find("rapat", banyak=3), ["s0", "s30", "s60"])

	def test_each_page_of_the_answer_goes_on_where_the_one_before_ended(self):
		fill_index(self.index, [letter(f"s{days}", "rapat", days_ago=days) for days in range(0, 300, 30)])
		pages = [self.find("rapat", banyak=4, mulai=mulai) for mulai in (0, 4, 8)]
		self.assertEqual(list(chain(*pages)), [f"s{days}" for days in range(0, 300, 30)])

	def test_other_forms_are_found_in_head_and_text_but_beginnings_in_the_head_alone(self):
		fill_index(self.index, [letter("a", "Pengiriman berkas", isi=("tentang mengundang pegawai",))])
		for question in ("dikirim", "kirimkan undangan", "kepegawaian berk", "pengiri"):
			self.assertEqual(self.find(question), ["a"], question)
		self.assertEqual(self.find("mengu"), [])

	def test_a_phrase_stands_in_one_text_word_by_word(self):
		fill_index(
			self.index,
			[
				letter("a", "rapat kerja", isi=("daerah",)),
				letter("b", "kerja rapat"),
				letter("c", "rapat", isi=("kerja", "hasil rapat kerja daerah")),
			],
		)
		self.assertEqual(set(self.find('"rapat kerja"')), {"a", "c"})
		self.assertEqual(self.find('"kerja daerah"'), ["c"])
		self.assertEqual(self.find('"daerah" kerja'), self.find("daerah kerja"))

	def test_what_fits_best_comes_first_when_asked_for(self):
		fill_index(
			self.index,
			[
				letter("sebut", "upacara", isi=("hadir dalam rapat",)),
				letter("pokok", "rapat", days_ago=90),
				letter("sering", "upacara", isi=("rapat rapat rapat rapat",), days_ago=50),
			],
		)
		self.assertEqual(self.find("rapat", terbaik=True), ["pokok", "sering", "sebut"])
		self.assertEqual(self.find("rapat"), ["sebut", "sering", "pokok"])

	def test_the_best_come_tier_by_tier_however_they_are_paged(self):
		fill_index(
			self.index,
			[
				letter("isi lama", "upacara", isi=("rapat rapat",), days_ago=400),
				letter("pokok lama", "rapat", days_ago=400),
				letter("isi baru", "upacara", isi=("rapat",)),
				letter("pokok baru", "rapat"),
			],
		)
		order = ["pokok baru", "pokok lama", "isi baru", "isi lama"]
		for banyak in (1, 2, 3, 4):
			pages = [
				self.find("rapat", terbaik=True, banyak=banyak, mulai=mulai) for mulai in range(0, 4, banyak)
			]
			self.assertEqual(list(chain(*pages)), order, banyak)

	def test_an_answer_is_narrowed_down_with_and_without_words(self):
		fill_index(
			self.index,
			[
				letter("a", "rapat", ciri=("sifat:Biasa",)),
				letter("b", "rapat", ciri=("sifat:Rahasia",), days_ago=400),
			],
		)
		self.assertEqual(self.find("rapat", ciri=("sifat:Rahasia",)), ["b"])
		self.assertEqual(self.find("", ciri=("tahun:2025",)), ["b"])
		for nonsense in ("tahun:", "tahun:abc", "tahun:99999", "tahun:0000"):
			self.assertEqual(self.find("", ciri=(nonsense,)), [], nonsense)
		self.assertEqual(self.find("rapat", ciri=("sifat:Rahasia", "tahun:2026")), [])

	def test_a_letter_is_judged_outside_the_index_as_in_it(self):
		letters = [
			letter("a", "Undangan rapat", "jabatan:A", isi=("hasil rapat kerja",), ciri=("sifat:Biasa",)),
			letter("b", "Laporan 12", "jabatan:B", isi=("Undangan",), ciri=("sifat:Terbatas",), days_ago=400),
		]
		fill_index(self.index, letters)
		for teks in ("und", "diundang", '"rapat kerja"', '"rapat hasil"', "012", "lap", "hasil", "x"):
			for subjek in (None, ("jabatan:A",)):
				for ciri in ((), ("sifat:Biasa",), ("tahun:2025",)):
					asked = Pencarian(read_question(teks), subjek, ciri)
					judged = {one.name for one in letters if answers(one, asked)}
					self.assertEqual(set(self.find(teks, subjek, ciri=ciri)), judged, (teks, subjek, ciri))

	def test_a_writer_that_is_killed_leaves_the_index_as_it_was(self):
		fill_index(self.index, [letter("a", "rapat")])
		with Popen([sys.executable, "-c", PENULIS_TERBUNUH, self.folder], stdout=PIPE) as writer:
			self.assertEqual(writer.stdout.readline(), b"menulis\n")
			writer.kill()
		self.assertEqual((self.find("rapat"), self.find("upacara")), (["a"], []))
		write_letters(open_index(self.folder), [letter("b", "upacara")])
		self.assertEqual(self.find("upacara"), ["b"])

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
