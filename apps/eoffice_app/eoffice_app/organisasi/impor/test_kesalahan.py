"""What is wrong in spreadsheets of offices, and how each fault is named by sheet and row."""

from datetime import date

import frappe
from openpyxl import Workbook

from eoffice_app.organisasi.impor.baca import SpreadsheetTidakTerbacaError
from eoffice_app.organisasi.impor.test_impor import (
	JABATAN,
	JUDUL,
	NIP_A,
	NIP_B,
	PEGAWAI,
	UNIT,
	KasusImpor,
	make_workbook,
	to_bytes,
)
from eoffice_app.tests.dasar import make_pdf, surel


class TestBerkas(KasusImpor):
	def test_other_kinds_of_files_are_named(self):
		for content, words in (
			(make_pdf(), "bukan spreadsheet"),
			(b"Kode,Nama Unit\nA,B\n", "bukan spreadsheet"),
			(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 512, "dilindungi kata sandi"),
			(to_bytes(make_workbook())[:-200], "rusak"),
		):
			with self.assertRaisesRegex(SpreadsheetTidakTerbacaError, words):
				self.check(content)

	def test_a_spreadsheet_of_something_else(self):
		workbook = Workbook()
		workbook.active.append(["Tanggal", "Jumlah"])
		with self.assertRaisesRegex(SpreadsheetTidakTerbacaError, "Gunakan templat"):
			self.check(workbook)

	def test_an_empty_template(self):
		self.assert_fault(make_workbook([], [], [], []), "", 0, "tidak berisi data")

	def test_a_sheet_may_be_missing(self):
		result = self.check(make_workbook(UNIT, None, None, None))
		self.assertEqual((result["kesalahan"], len(result["peringatan"])), ([], 3))

	def test_every_fault_is_listed_at_once(self):
		workbook = make_workbook(
			unit=[("X", None, None, "TIADA", "mungkin")], pegawai=[("123", "A", *[None] * 6)]
		)
		places = {
			(fault["lembar"], fault["baris"], fault["kolom"]) for fault in self.check(workbook)["kesalahan"]
		}
		self.assertLessEqual(
			{
				("Unit Kerja", 2, "Nama Unit"),
				("Unit Kerja", 2, "Unit Induk"),
				("Unit Kerja", 2, "Aktif"),
				("Jabatan", 2, "Unit Kerja"),
				("Jabatan", 3, "Unit Kerja"),
				("Pegawai", 2, "NIP"),
				("Pemangku Jabatan", 2, "Pegawai"),
				("Pemangku Jabatan", 3, "Pegawai"),
			},
			places,
		)


class TestBentuk(KasusImpor):
	def test_a_title_above_the_headings_and_blank_rows_are_passed_over(self):
		workbook = make_workbook()
		sheet = workbook["Unit Kerja"]
		sheet.insert_rows(1, 2)
		sheet["A1"] = "DAFTAR UNIT KERJA"
		sheet.merge_cells("A1:E1")
		sheet.insert_rows(5)
		self.assertEqual(self.check(workbook)["kesalahan"], [])

	def test_cells_merged_down_a_column_count_for_each_row(self):
		workbook = make_workbook(
			jabatan=[
				("X-KADIS", "Kepala", None, "X-DINAS", None, None, None, None),
				("X-SEK", "Sekretaris", None, None, "X-KADIS", None, None, None),
			],
			pemangku=None,
		)
		workbook["Jabatan"].merge_cells("D2:D3")
		result = self.check(workbook)
		self.assertEqual(result["kesalahan"], [])
		self.assertIn("D2:D3", str(result["peringatan"]))

	def test_cells_merged_across_columns_are_refused(self):
		workbook = make_workbook(UNIT, None, None, None)
		workbook["Unit Kerja"].merge_cells("B2:C2")
		self.assert_fault(workbook, "Unit Kerja", 2, "B2:C2")

	def test_headings_two_rows_high(self):
		workbook = make_workbook(UNIT, None, None, None)
		sheet = workbook["Unit Kerja"]
		sheet.insert_rows(2)
		for letter in "ABCDE":
			sheet.merge_cells(f"{letter}1:{letter}2")
		self.assertEqual(self.check(workbook)["kesalahan"], [])

	def test_missing_double_and_unknown_columns(self):
		workbook = make_workbook(UNIT, None, None, None)
		sheet = workbook["Unit Kerja"]
		sheet["C1"], sheet["F1"] = "Kode", "Keterangan"
		result = self.check(workbook)
		self.assertIn("dua kali", str(result["kesalahan"]))
		self.assertIn("Keterangan", str(result["peringatan"]))
		sheet["C1"], sheet["B1"] = "Singkatan", "Nama"
		self.assert_fault(workbook, "Unit Kerja", 1, "Kolom ini tidak ada")

	def test_cells_with_a_failed_formula(self):
		workbook = make_workbook(UNIT, None, None, None)
		workbook["Unit Kerja"]["C2"] = "#REF!"
		self.assert_fault(workbook, "Unit Kerja", 2, "galat rumus")

	def test_dates_as_dates_and_days_that_are_none(self):
		rows = [
			("X-KADIS", NIP_A, "Definitif", date(2026, 1, 2), None, None, None),
			("X-KABID", NIP_B, "Plt.", "31/02/2026", None, None, None),
		]
		self.assert_fault(make_workbook(pemangku=rows), "Pemangku Jabatan", 3, "tidak ada dalam kalender")

	def test_a_nip_that_became_a_number(self):
		rows = [(float(NIP_A), *PEGAWAI[0][1:])]
		self.assert_fault(make_workbook(pegawai=rows, pemangku=None), "Pegawai", 2, "format sel menjadi Teks")


class TestHubungan(KasusImpor):
	def test_unknown_superior(self):
		rows = [(*JABATAN[1][:4], "TIADA", *JABATAN[1][5:])]
		self.assert_fault(make_workbook(jabatan=rows, pemangku=None), "Jabatan", 2, "TIADA tidak ada")

	def test_circular_superiors_are_named_on_every_row_of_the_circle(self):
		rows = [JABATAN[0], (*JABATAN[1][:4], "X-KABID", *JABATAN[1][5:])]
		faults = self.check(make_workbook(jabatan=rows, pemangku=None))["kesalahan"]
		self.assertEqual([fault["baris"] for fault in faults], [2, 3])
		self.assertIn("X-KABID → X-KADIS → X-KABID", faults[0]["pesan"])

	def test_a_circle_through_the_present_tree(self):
		rows = [("UJI-KABID-A", "Kabid A", None, "UJI-BID-A", "UJI-KASI-A1", None, None, None)]
		self.assert_fault(make_workbook(None, rows, None, None), "Jabatan", 2, "UJI-KABID-A → UJI-KASI-A1")

	def test_double_codes_whatever_their_case(self):
		rows = [*UNIT, ("x-dinas", "Dinas lain", None, None, None)]
		self.assert_fault(make_workbook(unit=rows), "Unit Kerja", 4, "Sama dengan baris 2")

	def test_people_need_a_nip_or_an_account_that_exists(self):
		rows = [(None, "Melati", *[None] * 6)]
		self.assert_fault(make_workbook(pegawai=rows, pemangku=None), "Pegawai", 2, "Isi NIP atau Surel Akun")
		rows = [(None, "Melati", *[None] * 4, "tiada@uji.example", None)]
		self.assert_fault(make_workbook(pegawai=rows, pemangku=None), "Pegawai", 2, "Buat lebih dulu")

	def test_an_account_belongs_to_one_person(self):
		frappe.db.set_value("Pegawai", {"user": surel("UJI-KADIS")}, "nip", NIP_B)
		rows = [(NIP_A, "Melati", *[None] * 4, surel("UJI-KADIS"), None)]
		self.assert_fault(
			make_workbook(pegawai=rows, pemangku=None), "Pegawai", 2, "sudah dipakai Pegawai UJI-KADIS"
		)

	def test_a_person_without_nip_holds_a_post_by_his_account(self):
		rows = [("UJI-KOSONG", surel("UJI-SEKDIN"), None, "02/01/2026", None, None, None)]
		self.assertEqual(self.check(make_workbook(None, None, None, rows))["kesalahan"], [])

	def test_unknown_holder(self):
		rows = [("UJI-KOSONG", NIP_A, None, "02/01/2026", None, None, None)]
		self.assert_fault(
			make_workbook(None, None, None, rows), "Pemangku Jabatan", 2, "Tambahkan pada lembar Pegawai"
		)

	def test_two_holders_in_the_spreadsheet(self):
		rows = [
			("X-KADIS", NIP_A, "Definitif", "02/01/2026", "30/06/2026", None, None),
			("X-KADIS", NIP_B, "Definitif", "30/06/2026", None, None, None),
		]
		self.assert_fault(make_workbook(pemangku=rows), "Pemangku Jabatan", 3, "Cendana")

	def test_a_holder_beside_the_present_one(self):
		rows = [("UJI-KADIS", NIP_A, "Definitif", "02/01/2036", None, None, None)]
		self.assert_fault(make_workbook(pemangku=rows), "Pemangku Jabatan", 2, "Pegawai UJI-KADIS")

	def test_the_end_before_the_beginning(self):
		rows = [("X-KADIS", NIP_A, "Definitif", "02/01/2026", "01/01/2026", None, None)]
		self.assert_fault(make_workbook(pemangku=rows), "Pemangku Jabatan", 2, "mendahului")

	def test_headings_of_the_template_are_those_of_the_doctypes_in_its_order(self):
		self.assertEqual(list(JUDUL), ["Unit Kerja", "Jabatan", "Pegawai", "Pemangku Jabatan"])
