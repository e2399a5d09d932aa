from unittest import TestCase

from eoffice_app.pencarian.kata import (
	PALING_BANYAK_KATA,
	Pertanyaan,
	find_phrases,
	find_root,
	list_terms,
	read_question,
	split_words,
)

# Forms of one word each, as letters of an office use them.
SEKELUARGA = """
	kirim mengirim mengirimkan dikirim kiriman pengiriman pengirim terkirim
	undang undangan mengundang diundang
	rapat rapatnya dirapatkan
	tulis menulis tulisan penulisan penulis tertulis
	ada pengadaan mengadakan diadakan keadaan
	mohon permohonan memohon dimohon pemohon
	lapor laporan melaporkan pelaporan dilaporkan
	tugas penugasan menugaskan ditugaskan petugas bertugas
	angkat pengangkatan mengangkat diangkat
	pinjam peminjaman meminjam pinjaman dipinjam
	bangun pembangunan membangun bangunan
	layan pelayanan melayani layanan
	usul usulan mengusulkan pengusulan diusulkan
	setuju persetujuan menyetujui disetujui
	anggar anggaran penganggaran dianggarkan
	koordinasi mengkoordinasikan dikoordinasikan koordinasinya
	sewa menyewa penyewaan disewa
	pakai memakai pemakaian dipakai
	tunjuk menunjuk penunjukan ditunjuk petunjuk
	didik pendidikan mendidik
	uang keuangan
	pegawai kepegawaian pegawainya
	arsip kearsipan mengarsipkan diarsipkan
"""


class TestKata(TestCase):
	def test_capitals_accents_and_leading_zeros_do_not_matter(self):
		self.assertEqual(split_words("Nomor 005/Ñandu-é/2026"), ["nomor", "5", "nandu", "e", "2026"])

	def test_forms_of_a_word_have_one_root(self):
		for line in SEKELUARGA.strip().splitlines():
			words = line.split()
			self.assertEqual({find_root(word) for word in words}, {find_root(words[0])}, words)

	def test_different_words_have_different_roots(self):
		words = (
			"kirim undang rapat tulis mohon lapor tugas pinjam bangun usul pegawai arsip sandi data".split()
		)
		self.assertEqual(len({find_root(word) for word in words}), len(words))

	def test_a_number_stands_for_itself(self):
		self.assertEqual(list_terms("12"), ["12"])
		self.assertIn("und", list_terms("und"))


class TestPertanyaan(TestCase):
	def test_words_and_phrases(self):
		question = read_question('surat "Bimbingan  Teknis" pegawai “rapat kerja”')
		self.assertEqual(question.kata, ("surat", "pegawai"))
		self.assertEqual(question.frasa, (("bimbingan", "teknis"), ("rapat", "kerja")))

	def test_what_lies_between_words_counts_only_alone_and_in_phrases(self):
		self.assertEqual(read_question("laporan dari dinas").kata, ("laporan", "dinas"))
		self.assertEqual(read_question("dari").kata, ("dari",))
		self.assertEqual(read_question('"laporan dari"').frasa, (("laporan", "dari"),))

	def test_hostile_questions_are_words_or_nothing(self):
		for teks in ("", " ", '"', '""', "%", "-", "/-", "😀", "\x00", "' * ( ) : ^ ~ [ ] { } \\", None):
			self.assertEqual(read_question(teks), Pertanyaan(), repr(teks))
		self.assertEqual(read_question('rapat"').kata, ("rapat",))
		self.assertEqual(read_question("rapat AND NOT subjek:user OR 1=1").kata[:2], ("rapat", "and"))
		self.assertEqual(read_question("rapat 😀 kerja").kata, ("rapat", "kerja"))

	def test_of_a_very_long_question_the_first_words_count(self):
		self.assertEqual(
			len(read_question("kata1 " + " ".join(map(str, range(500)))).kata), PALING_BANYAK_KATA
		)
		self.assertEqual(len(read_question("x" * 100_000).kata[0]), 500)

	def test_a_phrase_is_found_where_its_words_follow_each_other(self):
		words = split_words("rapat kerja dan rapat kerja daerah")
		self.assertEqual(find_phrases(("rapat", "kerja"), words), [0, 3])
		self.assertEqual(find_phrases(("kerja", "rapat"), words), [])
