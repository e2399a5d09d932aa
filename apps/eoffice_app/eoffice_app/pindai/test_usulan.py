from unittest import TestCase

from eoffice_app.pindai.baris import Kata, Kotak, compose_lines
from eoffice_app.pindai.nomor_terbaca import clean_nomor
from eoffice_app.pindai.pengirim_terbaca import find_pengirim
from eoffice_app.pindai.tanggal_terbaca import parse_tanggal
from eoffice_app.pindai.usulan import confirm_nomor, propose

LEBAR, TINGGI = 2480, 3508
HURUF, LEBAR_HURUF, BARIS = 36, 20, 60
INSTANSI = (
	"Dinas Kesehatan Kabupaten Sukacontoh",
	"Dinas Perhubungan Kabupaten Sukacontoh",
	"PT Maju Contoh",
)
KOP = (
	(600, 200, "PEMERINTAH KABUPATEN SUKACONTOH"),
	(700, 270, "DINAS PERHUBUNGAN"),
	(650, 330, "Jalan Contoh 12345"),
)


class TestUsulan(TestCase):
	def test_labels_their_values_and_lines_that_go_on_below(self):
		found = self.propose(
			(1700, 500, "Sukacontoh, 12 Maret 2026"),
			(300, 600, "Nomor"),
			(550, 600, ": 005/123/DISHUB/2026"),
			(300, 660, "Sifat : Segera"),
			(300, 720, "Lampiran : 1 (satu) berkas"),
			(300, 780, "Hal"),
			(550, 780, ": Undangan Rapat Koordinasi"),
			(600, 840, "Pengelolaan Terminal"),
			(300, 960, "Yth. Kepala Dinas"),
		)
		self.assertEqual(
			found,
			{
				"nomor_surat": "005/123/DISHUB/2026",
				"tanggal_surat": "2026-03-12",
				"perihal": "Undangan Rapat Koordinasi Pengelolaan Terminal",
				"pengirim": "Dinas Perhubungan Kabupaten Sukacontoh",
				"lampiran": "1 (satu) berkas",
				"derajat": "Segera",
			},
		)

	def test_the_column_beside_is_no_part_of_a_value(self):
		found = self.propose(
			(300, 600, "Nomor : 005/1/X/2026"),
			(1500, 600, "Kepada"),
			(300, 660, "Perihal : Permohonan Data"),
			(1500, 660, "Yth. Kepala Dinas"),
			(500, 720, "Kepegawaian"),
			(1500, 720, "di Tempat"),
		)
		self.assertEqual(
			(found["nomor_surat"], found["perihal"]), ("005/1/X/2026", "Permohonan Data Kepegawaian")
		)

	def test_the_date_of_the_letter_is_not_that_of_the_meeting_nor_of_another_letter(self):
		found = self.propose(
			(300, 1500, "Menindaklanjuti surat Saudara nomor 5 yang kami terima tanggal 1 Januari 2026"),
			(300, 1560, "Hari/Tanggal : Kamis, 24 Desember 2026"),
			(1500, 2400, "Sukacontoh, 5 Pebruari 2026"),
		)
		self.assertEqual(found["tanggal_surat"], "2026-02-05")

	def test_an_edaran_has_its_subject_below_tentang(self):
		found = self.propose(
			(900, 560, "SURAT EDARAN"),
			(850, 620, "NOMOR 12 TAHUN 2026"),
			(1000, 700, "TENTANG"),
			(700, 760, "PENGGUNAAN SERAGAM"),
			(750, 820, "PADA HARI JUMAT"),
			(300, 1000, "Sehubungan dengan hal tersebut"),
			(1500, 2300, "pada tanggal 3 Maret 2026"),
		)
		self.assertEqual(
			(found["nomor_surat"], found["perihal"], found["tanggal_surat"]),
			("12 TAHUN 2026", "PENGGUNAAN SERAGAM PADA HARI JUMAT", "2026-03-03"),
		)

	def test_a_secret_letter_says_so(self):
		self.assertEqual(self.propose((300, 660, "Sifat : Sangat Rahasia"))["sifat"], "Sangat Rahasia")

	def test_places_are_shares_of_the_page(self):
		words = make_words((300, 600, "Nomor : 005/1/X/2026"))
		(usulan,) = propose(words, LEBAR, TINGGI)
		value = words[-1].kotak
		self.assertEqual(
			usulan.kotak, (value.kiri / LEBAR, 600 / TINGGI, value.kanan / LEBAR, (600 + HURUF) / TINGGI)
		)

	def test_of_several_looks_at_a_number_two_must_agree(self):
		found = propose(make_words((300, 600, "Nomor : 0905/1/X/2026")), LEBAR, TINGGI)
		for looks, said in (
			((), "0905/1/X/2026"),
			(("005/1/X/2026", "005/1/X/2026"), "005/1/X/2026"),
			(("005/1/X/2026", "0905/1/X/2026"), "0905/1/X/2026"),
			(("tidak terbaca", "005/1/X/2026"), "0905/1/X/2026"),
		):
			(usulan,) = confirm_nomor(found, looks)
			self.assertEqual(usulan.nilai, said, looks)

	def test_a_page_without_any_of_it_proposes_nothing(self):
		self.assertEqual(propose([], LEBAR, TINGGI), [])
		self.assertEqual(
			propose(make_words((300, 1800, "Berdasarkan Undang-Undang Nomor 23")), LEBAR, TINGGI), []
		)

	def propose(self, *texts) -> dict:
		found = propose(make_words(*KOP, *texts), LEBAR, TINGGI, INSTANSI)
		return {usulan.ruas: usulan.nilai for usulan in found}


class TestBaris(TestCase):
	def test_lines_of_a_skewed_page_stay_lines(self):
		words = [
			Kata(
				word.teks,
				Kotak(
					word.kotak.kiri,
					word.kotak.atas + word.kotak.kiri * 0.035,
					word.kotak.kanan,
					word.kotak.bawah + word.kotak.kiri * 0.035,
				),
				word.baris,
			)
			for word in make_words(
				(300, 600, "kata di baris yang pertama dan panjang"),
				(300, 660, "lalu baris kedua yang juga panjang"),
			)
		]
		self.assertEqual(
			[line.teks for line in compose_lines(words)],
			["kata di baris yang pertama dan panjang", "lalu baris kedua yang juga panjang"],
		)


class TestBagian(TestCase):
	def test_numbers(self):
		for read, month, said in (
			("005/123/DISHUB/2026", None, "005/123/DISHUB/2026"),
			("-B-675 / DINKES/ VIII/2025", None, "B-675/DINKES/VIII/2025"),
			("O27/12/UPTD/2O26", None, "027/12/UPTD/2026"),
			("12/X/IN/2026", 3, "12/X/III/2026"),
			("140/DUKCAPIL/1/2025", 1, "140/DUKCAPIL/I/2025"),
			("140/DUKCAPIL/1/2025", 3, "140/DUKCAPIL/1/2025"),
			("7/UN7.1/500.12.6.1/2026", 3, "7/UN7.1/500.12.6.1/2026"),
			("23 TAHUN 2026", None, "23 TAHUN 2026"),
			("........./2026".replace("2026", ""), None, ""),
			("- ", None, ""),
			("Kepala Dinas", None, ""),
		):
			self.assertEqual(clean_nomor(read, month), said, read)

	def test_dates(self):
		for read, said in (
			("12 Maret 2026", "2026-03-12"),
			("l2Maret 2O26", "2026-03-12"),
			("05 Nopember 2025", "2025-11-05"),
			("7 Agustu5 2025", None),
			("7 Agustas 2025", "2025-08-07"),
			("12-03-2026", "2026-03-12"),
			("31 Februari 2026", None),
			("12 Kantor 2026", None),
		):
			found = parse_tanggal(read)
			self.assertEqual(found and found.isoformat(), said, read)

	def test_senders(self):
		for head, said in (
			("DINAS PERHUBUNGAN KABUPATEN SUKACONTOH", INSTANSI[1]),
			("D1NAS PERHUBUNGAM KABUPATEN SUKACONTOH", INSTANSI[1]),
			("PT MAJU CONTOH", INSTANSI[2]),
			("DINAS PENDIDIKAN KABUPATEN LAIN", ""),
			("KOPERASI TANI SUBUR", ""),
		):
			lines = compose_lines(make_words((600, 200, head)))
			self.assertEqual(find_pengirim(lines, INSTANSI)[0], said, head)
		self.assertIsNone(find_pengirim([], INSTANSI))


def make_words(*texts: tuple[int, int, str]) -> list[Kata]:
	"""Return words as they are read of lines: left, top, text."""
	words = []
	for number, (left, top, text) in enumerate(texts):
		for word in text.split():
			right = left + len(word) * LEBAR_HURUF
			words.append(Kata(word, Kotak(left, top, right, top + HURUF), (number,)))
			left = right + LEBAR_HURUF
	return words
