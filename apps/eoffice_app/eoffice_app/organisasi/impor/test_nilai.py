from datetime import date, datetime
from unittest import TestCase

import frappe
from openpyxl.utils.datetime import MAC_EPOCH, WINDOWS_EPOCH

from eoffice_app.organisasi.impor.lembar import ANGKA, CENTANG, KODE, NIP, PILIHAN, TANGGAL, Kolom
from eoffice_app.organisasi.impor.nilai import NilaiTidakTerbaca, read_nilai


def read(jenis: str, isi: object, epoch: datetime = WINDOWS_EPOCH, **values) -> object:
	return read_nilai(Kolom("Judul", "field", jenis, **values), isi, epoch)


class TestNilai(TestCase):
	def setUp(self):
		# Messages are compared in the language of the source, whatever the site's.
		frappe.local.lang = "id"

	def assert_refused(self, words: str, jenis: str, *contents: object, **values):
		for isi in contents:
			with self.assertRaisesRegex(NilaiTidakTerbaca, words, msg=isi):
				read(jenis, isi, **values)

	def test_text_loses_what_nobody_sees(self):
		self.assertEqual(read("teks", "  Kepala\u00a0  Dinas \n"), "Kepala Dinas")
		self.assertIsNone(read("teks", " \u00a0"))

	def test_text_that_no_field_takes_is_refused(self):
		self.assertEqual(read("teks", "x" * 140), "x" * 140)
		self.assert_refused("Paling banyak 140", "teks", "x" * 141)

	def test_a_dash_empties_an_optional_field_only(self):
		self.assertEqual(read(KODE, "-"), "")
		self.assertEqual(read(KODE, "-", wajib=True), "-")

	def test_days(self):
		day = date(2026, 1, 31)
		for isi in (
			datetime(2026, 1, 31),
			"31/01/2026",
			"31-1-2026",
			"31.01.2026",
			"2026-01-31",
			"31 Januari 2026",
			"31 jan 2026",
			46053,
			46053.0,
		):
			self.assertEqual(read(TANGGAL, isi), day, isi)

	def test_a_workbook_of_the_other_calendar_counts_from_its_own_first_day(self):
		self.assertEqual(read(TANGGAL, 44591, epoch=MAC_EPOCH), date(2026, 1, 31))

	def test_days_that_are_none(self):
		self.assert_refused("tidak ada dalam kalender", TANGGAL, "31/02/2026", "00/01/2026", "1 Jumat 2026")
		self.assert_refused("bukan tanggal", TANGGAL, "01/02/26", "kemarin", 12, 20260131, True)

	def test_nip(self):
		for isi in ("19700101 199503 1 001", "'197001011995031001", 197001011995031001):
			self.assertEqual(read(NIP, isi), "197001011995031001", isi)
		self.assertEqual(read(NIP, "A@Contoh.example"), "a@contoh.example")

	def test_a_nip_that_became_a_number_is_refused(self):
		self.assert_refused("format sel menjadi Teks", NIP, 1.97001011995031e17, "1.97001E+17", "1,97001E+17")
		self.assert_refused("18 angka", NIP, "12345", 12345, "197001011995031OO1")

	def test_choices_yes_and_numbers(self):
		self.assertEqual(read(PILIHAN, "plh", pilihan=("Plt.", "Plh.")), "Plh.")
		self.assert_refused("Plt., Plh.", PILIHAN, "Plx", pilihan=("Plt.", "Plh."))
		self.assertEqual([read(CENTANG, isi) for isi in ("Ya", True, 1, "TIDAK", 0)], [1, 1, 1, 0, 0])
		self.assert_refused("Ya atau Tidak", CENTANG, "mungkin")
		self.assertEqual((read(ANGKA, "10"), read(ANGKA, 10.0)), (10, 10))
		self.assert_refused("angka bulat", ANGKA, "sepuluh", 1.5, -1)

	def test_a_code_that_is_a_number_stays_as_it_is_read(self):
		self.assertEqual(read(KODE, 101.0), "101")
		self.assert_refused("terlalu panjang", KODE, "X" * 141, "<b>")
