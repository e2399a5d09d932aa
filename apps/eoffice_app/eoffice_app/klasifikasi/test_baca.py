import base64

import frappe

from eoffice_app.klasifikasi.baca import DaftarTidakTerbacaError, read_daftar
from eoffice_app.klasifikasi.pohon import number_tree
from eoffice_app.klasifikasi.rencana import plan
from eoffice_app.tests.dasar import KasusFrappe

ISI = "kode;nama\n000;Umum\n000.1;Ketatausahaan – dan Rumah Tangga\n"
BERSIH = [("000", "Umum"), ("000.1", "Ketatausahaan – dan Rumah Tangga")]


def encode(content: str | bytes) -> str:
	return base64.b64encode(content if isinstance(content, bytes) else content.encode()).decode()


def read(content: str | bytes):
	return read_daftar(encode(content))


class KasusBaca(KasusFrappe):
	def setUp(self):
		super().setUp()
		# Messages are compared in the language of the source, whatever the site's.
		frappe.local.lang = "id"


class TestBaca(KasusBaca):
	def assert_clean(self, content: str | bytes, note: object = None):
		daftar = read(content)
		self.assertEqual(daftar.kesalahan, [], note)
		self.assertEqual([(one.kode, one.nama) for one in daftar.butir], BERSIH, note)

	def assert_fault(self, line: str, words: str):
		((baris, pesan),) = read(f"{ISI}{line}\n000.9;Lain\n").kesalahan
		self.assertEqual(baris, 4, line)
		self.assertIn(words, pesan, line)

	def test_however_a_spreadsheet_saved_it(self):
		self.assert_clean(ISI)
		for encoding in ("utf-8-sig", "cp1252", "utf-16"):
			self.assert_clean(ISI.encode(encoding), encoding)
		for sign in ",\t|":
			self.assert_clean(ISI.replace(";", sign), sign)
		self.assert_clean(ISI.replace("\n", "\r\n"), "Windows")
		self.assert_clean(ISI.removeprefix("kode;nama\n"), "no heading")
		self.assert_clean(
			ISI.replace("000.1;", "  000.1   ; ").replace("Umum", '"Umum"') + ";\n\n;;\n", "spaces"
		)
		self.assert_clean(ISI.replace("000;", "'000;"), "text mark")

	def test_a_name_between_quotation_marks_may_hold_what_separates(self):
		daftar = read('kode;nama\n000;"Rapat; kerja\ndan ""lain"""\n')
		self.assertEqual([one.nama for one in daftar.butir], ['Rapat; kerja dan "lain"'])

	def test_what_spreadsheets_do_to_codes_is_named(self):
		for kode in ("01/02/2000", "1-Feb", "2/1", "00:01:00"):
			self.assert_fault(f"{kode};Nama", "tanggal")
		for kode in ("0", "0.1", "12", "100,1", "1E+05"):
			self.assert_fault(f"{kode};Nama", "angka nol")

	def test_each_bad_line_is_named_with_what_to_do(self):
		self.assert_fault("000.1.1.1.1.1.1;Nama", "enam tingkat")
		self.assert_fault("A.1;Nama", "tidak dikenal")
		self.assert_fault(";Nama", "belum diisi")
		self.assert_fault("000.2;", "belum bernama")
		self.assert_fault("000.2", "belum bernama")
		self.assert_fault("000.2;Nama;lain", "kolom")
		self.assert_fault("000.2;<b>Nama</b>", "tanda")
		self.assert_fault(f"000.2;{'x' * 1001}", "lebih panjang")

	def test_an_open_quotation_mark_swallows_no_lines(self):
		daftar = read(ISI + '000.2;"Terbuka\n000.3;Lain\n000.4;Lain"\n')
		self.assertEqual([baris for baris, _pesan in daftar.kesalahan], [4])
		self.assertIn("kutip", daftar.kesalahan[0][1])
		self.assertIn("kutip", read(ISI + '000.2;"Terbuka\n').kesalahan[0][1])

	def test_what_is_no_list_is_refused_as_a_whole(self):
		for content in (
			b"PK\x03\x04zip",
			b"%PDF-1.7",
			b"a\x00b",
			"",
			"kode;nama\n",
			"tanpa pemisah\n",
			b"x" * 2_100_000,
		):
			with self.assertRaises(DaftarTidakTerbacaError, msg=content[:20]):
				read(content)
		with self.assertRaises(DaftarTidakTerbacaError):
			read_daftar("bukan base64!")


class TestRencana(KasusBaca):
	def test_new_known_and_differently_named_codes(self):
		rencana = plan(read(ISI + "000.2;Perlengkapan\n"), {"000": "UMUM ", "000.2": "Perlengkapan Kantor"})
		self.assertEqual([one.kode for one in rencana.baru], ["000.1"])
		self.assertEqual(
			[(one.kode, nama) for one, nama in rencana.berbeda], [("000.2", "Perlengkapan Kantor")]
		)
		self.assertEqual((rencana.tetap, rencana.kesalahan), (1, []))

	def test_double_codes_and_missing_parents(self):
		rencana = plan(read(ISI + "000;Umum\n000.1;Lain\n100.2.3;Yatim\n"), {})
		self.assertEqual([baris for baris, _pesan in rencana.kesalahan], [5, 6])
		self.assertIn("baris 3", rencana.kesalahan[0][1])
		self.assertIn("100.2 ", rencana.kesalahan[1][1])

	def test_a_parent_may_come_after_or_be_there_already(self):
		self.assertEqual(plan(read("100.2.1;Anak\n100.2;Induk\n"), {"100": "Pemerintahan"}).kesalahan, [])


class TestNomorPohon(KasusFrappe):
	def test_a_branch_lies_between_the_numbers_of_its_top(self):
		places = number_tree({None: ["100", "000"], "000": ["000.10", "000.9"], "000.9": ["000.9.1"]})
		self.assertEqual(
			places,
			{"000": (1, 8), "000.9": (2, 5), "000.9.1": (3, 4), "000.10": (6, 7), "100": (9, 10)},
		)
