from datetime import date, timedelta

import frappe
from frappe import client
from frappe.utils import getdate, nowdate

from eoffice_app.exceptions import (
	AlasanKosongError,
	NomorTerkunciError,
	NomorTidakSesuaiError,
	RiwayatTetapError,
	TanggalSuratError,
)
from eoffice_app.penomoran.baris import NomorGandaError
from eoffice_app.penomoran.buku_nomor import (
	SisipanTanpaHakError,
	cancel_number,
	take_number,
	take_sisipan,
)
from eoffice_app.penomoran.deret import CakupanNomorError
from eoffice_app.penomoran.permintaan import PermintaanNomor
from eoffice_app.penomoran.pola import PolaNomorError
from eoffice_app.penomoran.pola_kantor import forget_pola
from eoffice_app.penomoran.tanggal import TanggalMundurError
from eoffice_app.tests.dasar import KasusUji, make_deret

MARET, APRIL, MEI = date(2025, 3, 3), date(2025, 4, 4), date(2025, 5, 5)


def ask(tanggal: date = MARET, deret: str = "UJI", **values) -> PermintaanNomor:
	"""A letter of its own that asks for a number."""
	values.setdefault("dokumen", frappe.generate_hash(length=10))
	return PermintaanNomor(deret, tanggal, "ToDo", **values)


class KasusNomor(KasusUji):
	"""A test case with the series UJI, in which no number was given yet."""

	def setUp(self):
		super().setUp()
		make_deret()

	def tearDown(self):
		super().tearDown()
		# What a script of the test gave is taken back with the test, and nobody tells the cache.
		forget_pola()

	def take(self, *dates: date) -> list[str]:
		return [take_number(ask(tanggal)).nomor for tanggal in dates]


class TestBukuNomor(KasusNomor):
	def test_numbers_follow_one_another_and_stand_in_the_ledger(self):
		self.assertEqual(self.take(MARET, MARET, APRIL), ["001/2025", "002/2025", "003/2025"])
		with self.sebagai("UJI-KADIS"):
			taken = take_number(ask(MEI, dokumen="surat-1", jenis="Surat Dinas"))
		line = frappe.get_doc("Buku Nomor", taken.baris)
		self.assertEqual(
			(line.nomor, line.keadaan, line.jenis_dokumen, line.dokumen, line.jenis, line.diambil_oleh),
			("004/2025", "Terpakai", "ToDo", "surat-1", "Surat Dinas", "uji-kadis@uji.example"),
		)

	def test_the_year_is_that_of_the_letters_date(self):
		self.take(date(2024, 12, 30), MARET)
		self.assertEqual(self.take(date(2024, 12, 31), APRIL), ["002/2024", "002/2025"])

	def test_a_series_that_never_begins_again_goes_on_over_the_years(self):
		make_deret("UJI-TETAP", ulang="Tidak Pernah")
		for tanggal, nomor in ((date(2024, 12, 30), "001/2024"), (MARET, "002/2025")):
			self.assertEqual(take_number(ask(tanggal, "UJI-TETAP")).nomor, nomor)

	def test_each_part_of_a_divided_series_counts_for_itself(self):
		make_deret("UJI-UNIT", lingkup="Unit", pola="{urut}/{unit}")
		numbers = [take_number(ask(deret="UJI-UNIT", unit=unit)).nomor for unit in ("A", "B", "A")]
		self.assertEqual(numbers, ["1/A", "1/B", "2/A"])
		with self.assertRaises(CakupanNomorError):
			take_number(ask(deret="UJI-UNIT"))

	def test_a_back_dated_letter_gets_no_fresh_number_and_leaves_no_gap(self):
		self.take(MARET, MEI)
		with self.assertRaises(TanggalMundurError):
			take_number(ask(APRIL))
		self.assertEqual(self.take(MEI), ["003/2025"])

	def test_a_letter_of_tomorrow_gets_no_number(self):
		with self.assertRaisesRegex(TanggalSuratError, "belum dapat"):
			take_number(ask(getdate(nowdate()) + timedelta(days=1)))

	def test_a_letter_gets_one_number_and_the_second_attempt_leaves_no_gap(self):
		take_number(ask(dokumen="surat-1"))
		with self.assertRaises(NomorGandaError):
			take_number(ask(dokumen="surat-1"))
		self.assertEqual(self.take(MARET), ["002/2025"])

	def test_a_letter_without_what_the_pattern_asks_for_takes_no_number(self):
		make_deret("UJI-KLAS", pola="{klasifikasi}/{urut}")
		with self.assertRaisesRegex(PolaNomorError, "klasifikasi"):
			take_number(ask(deret="UJI-KLAS"))
		self.assertEqual(take_number(ask(deret="UJI-KLAS", klasifikasi="005")).nomor, "005/1")

	def test_the_offices_script_gives_the_pattern_of_a_kind(self):
		script = frappe.get_doc("Server Script", "Pola Nomor Surat")
		script.script = script.script.replace('"Instruksi": "{urut}', '"Surat Tugas": "ST-{urut}')
		script.save()
		self.assertEqual(take_number(ask(jenis="Surat Tugas")).nomor, "ST-1 TAHUN 2025")
		self.assertEqual(take_number(ask(jenis="Surat Dinas")).nomor, "002/2025")

	def test_a_script_that_is_saved_holds_from_the_next_letter_on(self):
		self.assertEqual(take_number(ask(jenis="Surat Tugas")).nomor, "001/2025")
		script = frappe.get_doc("Server Script", "Pola Nomor Surat")
		script.script = 'doc.pola_nomor = "{urut}/" + doc.jenis'
		script.save()
		self.assertEqual(take_number(ask(jenis="Surat Tugas")).nomor, "2/Surat Tugas")
		script.disabled = 1
		script.save()
		self.assertEqual(take_number(ask(jenis="Surat Tugas")).nomor, "003/2025")

	def test_a_script_with_an_unknown_token_takes_no_number(self):
		script = frappe.get_doc("Server Script", "Pola Nomor Surat")
		script.script = script.script.replace('"Keputusan": "{urut}', '"Keputusan": "{urut}/{nomer}')
		script.save()
		with self.assertRaisesRegex(PolaNomorError, "nomer"):
			take_number(ask(jenis="Keputusan"))
		self.assertEqual(self.take(MARET), ["001/2025"])

	def test_a_series_out_of_use_gives_no_number(self):
		make_deret("UJI-MATI", aktif=0)
		with self.assertRaisesRegex(CakupanNomorError, "tidak aktif"):
			take_number(ask(deret="UJI-MATI"))


class TestSisipan(KasusNomor):
	def insert(self, tanggal: date, alasan: str = "Surat tertinggal", **values) -> str:
		with self.sebagai("UJI-OPERATOR"):
			return take_sisipan(ask(tanggal, **values), alasan).nomor

	def test_a_back_dated_letter_stands_between_its_neighbours(self):
		self.take(MARET, MARET, MEI)
		self.assertEqual([self.insert(APRIL) for _time in range(2)], ["002.a/2025", "002.b/2025"])
		self.assertEqual(self.insert(MARET), "002.c/2025")
		self.assertEqual(self.take(MEI), ["004/2025"])
		self.assertEqual(
			frappe.db.get_value("Buku Nomor", {"nomor": "002.a/2025"}, "alasan"), "Surat tertinggal"
		)

	def test_back_dated_across_the_years_end(self):
		self.take(date(2024, 11, 1), date(2024, 12, 30), MARET)
		self.assertEqual(self.insert(date(2024, 12, 1)), "001.a/2024")

	def test_the_series_says_who_may_and_a_stranger_may_not(self):
		self.take(MARET, MEI)
		for kode in ("UJI-KADIS", "Guest"):
			with self.sebagai(kode), self.assertRaisesRegex(SisipanTanpaHakError, "Operator Surat"):
				take_sisipan(ask(APRIL), "Surat tertinggal")

	def test_no_number_in_between_without_reason(self):
		self.take(MARET, MEI)
		with self.assertRaises(AlasanKosongError):
			self.insert(APRIL, "  ")

	def test_a_letter_that_is_not_back_dated_gets_an_ordinary_number(self):
		self.take(MARET)
		for tanggal in (MARET, APRIL):
			with self.assertRaisesRegex(TanggalSuratError, "tidak bertanggal mundur"):
				self.insert(tanggal)

	def test_nothing_stands_before_the_first_number(self):
		self.take(APRIL)
		with self.assertRaisesRegex(TanggalSuratError, "lebih tua"):
			self.insert(MARET)

	def test_a_letter_with_a_number_gets_none_in_between(self):
		self.take(MARET)
		take_number(ask(MEI, dokumen="surat-1"))
		with self.assertRaises(NomorGandaError):
			self.insert(APRIL, dokumen="surat-1")
		self.assertEqual(self.insert(APRIL), "001.a/2025")

	def test_the_series_says_how_it_is_written(self):
		frappe.get_doc("Deret Nomor", "UJI").update({"gaya_sisipan": "15A"}).save()
		self.take(MARET, MEI)
		self.assertEqual(self.insert(APRIL), "001A/2025")


class TestPembatalan(KasusNomor):
	def test_a_cancelled_number_stays_and_is_not_given_again(self):
		taken = take_number(ask(dokumen="surat-1"))
		with self.sebagai("UJI-KADIS"):
			self.assertEqual(cancel_number("ToDo", "surat-1", "Salah alamat"), taken.baris)
		line = frappe.get_doc("Buku Nomor", taken.baris)
		self.assertEqual(
			(line.keadaan, line.nomor, line.dokumen, line.dibatalkan_oleh, line.alasan_batal),
			("Batal", "001/2025", "surat-1", "uji-kadis@uji.example", "Salah alamat"),
		)
		self.assertEqual(take_number(ask(dokumen="surat-1")).nomor, "002/2025")

	def test_no_cancelling_without_reason_or_number(self):
		take_number(ask(dokumen="surat-1"))
		with self.assertRaises(AlasanKosongError):
			cancel_number("ToDo", "surat-1", "")
		with self.assertRaises(NomorTidakSesuaiError):
			cancel_number("ToDo", "surat-2", "Salah alamat")


class TestBukuTertutup(KasusNomor):
	def test_nobody_writes_or_deletes_a_line_by_hand(self):
		line = frappe.get_doc("Buku Nomor", take_number(ask()).baris)
		line.nomor = "999"
		copy = frappe.copy_doc(line)
		copy.kunci_dokumen = None
		for doc, act in ((line, line.save), (copy, copy.insert), (line, line.delete)):
			doc.flags.ignore_links = True
			with self.assertRaises(RiwayatTetapError):
				act()

	def test_a_stranger_neither_reads_nor_writes_the_ledger(self):
		name = take_number(ask()).baris
		values = {"doctype": "Buku Nomor", "deret": "UJI", "seri": "Nomor/UJI//2025"}
		for kode in ("UJI-OPERATOR", "UJI-KADIS", "Guest"):
			for act in (
				lambda: client.get("Buku Nomor", name),
				lambda: client.get_list("Buku Nomor"),
				lambda: client.set_value("Buku Nomor", name, "nomor", "9"),
				lambda: client.delete("Buku Nomor", name),
				lambda: client.insert(values),
			):
				with self.sebagai(kode), self.assertRaises(frappe.PermissionError):
					act()
		self.assertEqual(frappe.db.get_value("Buku Nomor", name, "nomor"), "001/2025")

	def test_the_same_number_cannot_be_written_twice_by_any_way(self):
		line = frappe.get_doc("Buku Nomor", take_number(ask()).baris)
		line.name, line.kunci_dokumen = "lain", None
		with self.assertRaises(frappe.UniqueValidationError):
			line.db_insert()

	def test_a_series_in_use_keeps_its_scope_and_its_period(self):
		self.take(MARET)
		for field, value in (("lingkup", "Unit"), ("ulang", "Tidak Pernah")):
			deret = frappe.get_doc("Deret Nomor", "UJI")
			deret.set(field, value)
			with self.assertRaises(NomorTerkunciError):
				deret.save()
		with self.assertRaises(frappe.LinkExistsError):
			frappe.delete_doc("Deret Nomor", "UJI")

	def test_a_series_with_a_wrong_pattern_is_not_saved(self):
		with self.assertRaisesRegex(PolaNomorError, "nomer"):
			make_deret("UJI-SALAH", pola="{nomer}/{urut}")
