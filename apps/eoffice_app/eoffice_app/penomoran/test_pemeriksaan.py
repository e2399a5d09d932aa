from datetime import date

import frappe
from frappe.desk.query_report import run

from eoffice_app.penomoran.buku_nomor import cancel_number, take_number, take_sisipan
from eoffice_app.penomoran.pemeriksaan import Temuan, examine_ledger
from eoffice_app.penomoran.report.pemeriksaan_buku_nomor.pemeriksaan_buku_nomor import execute
from eoffice_app.penomoran.test_buku_nomor import APRIL, MARET, MEI, KasusNomor, ask

SERI = "Nomor/UJI//2025"


class KasusPemeriksaan(KasusNomor):
	"""The series UJI with the numbers 1 to 4 of letters that are there, 2.a and 2.b among them, and 4 cancelled."""

	def setUp(self):
		super().setUp()
		self.lines = [self.number(tanggal) for tanggal in (MARET, MARET, MEI, MEI)]
		with self.sebagai("UJI-OPERATOR"):
			self.inserted = [take_sisipan(self.letter(APRIL), "Tertinggal").baris for _time in range(2)]
		cancel_number("ToDo", frappe.db.get_value("Buku Nomor", self.lines[3], "dokumen"), "Salah alamat")

	def letter(self, tanggal: date):
		name = (
			frappe.get_doc({"doctype": "ToDo", "description": "Surat"}).insert(ignore_permissions=True).name
		)
		return ask(tanggal, dokumen=str(name))

	def number(self, tanggal: date) -> str:
		return take_number(self.letter(tanggal)).baris

	def examine(self) -> list[tuple[str, str]]:
		found = [temuan for temuan in examine_ledger() if temuan.seri.startswith("Nomor/UJI")]
		self.assertEqual({temuan.seri for temuan in found} - {SERI}, set())
		return [(temuan.hal, temuan.nomor) for temuan in found]


class TestPemeriksaan(KasusPemeriksaan):
	def test_a_whole_ledger_has_nothing_wrong(self):
		self.assertEqual(self.examine(), [])

	def test_a_number_that_is_missing_inside_or_at_the_end_is_named(self):
		frappe.db.delete("Buku Nomor", {"name": ["in", (self.lines[0], self.lines[3])]})
		self.assertEqual(self.examine(), [("nomor hilang", "1"), ("nomor hilang", "4")])

	def test_a_number_in_between_that_is_missing_is_named(self):
		for name, urut in zip(self.inserted, ("1", "2"), strict=True):
			frappe.db.savepoint("hapus")
			frappe.db.delete("Buku Nomor", {"name": name})
			self.assertEqual(self.examine(), [("nomor hilang", f"sisipan {urut} setelah 2")])
			frappe.db.rollback(save_point="hapus")

	def test_a_sequence_without_any_line_left_is_named(self):
		frappe.db.delete("Buku Nomor", {"seri": SERI})
		self.assertEqual(self.examine(), [("nomor hilang", "1–4"), ("nomor hilang", "sisipan 1–2 setelah 2")])

	def test_a_number_that_no_counter_gave_is_named(self):
		frappe.db.set_value("Buku Nomor", self.lines[3], "nomor_urut", 5)
		self.assertEqual(
			self.examine(), [("nomor hilang", "4"), ("nomor tidak berasal dari penghitung", "5")]
		)

	def test_a_number_written_alike_on_two_letters_is_named(self):
		frappe.db.set_value("Buku Nomor", self.lines[1], "nomor", "001/2025")
		self.assertEqual(self.examine(), [("nomor tertulis sama pada dua surat", "001/2025")])

	def test_a_number_whose_letter_is_gone_is_named(self):
		frappe.db.delete("ToDo", {"name": frappe.db.get_value("Buku Nomor", self.lines[0], "dokumen")})
		self.assertEqual(self.examine(), [("suratnya tidak ada lagi", "001/2025")])

	def test_findings_are_sorted_and_plain(self):
		frappe.db.delete("Buku Nomor", {"name": self.lines[1]})
		self.assertIn(Temuan(SERI, "nomor hilang", "2"), examine_ledger())


class TestLaporan(KasusPemeriksaan):
	def row(self) -> dict:
		_columns, rows = execute()
		return next(row for row in rows if row["deret"] == "UJI")

	def test_each_sequence_has_its_line(self):
		row = self.row()
		fields = ("nomor_awal", "nomor_akhir", "terpakai", "dipesan", "batal", "sisipan", "hasil", "temuan")
		self.assertEqual([row[field] for field in fields], [1, 4, 5, 0, 1, 2, "Utuh", ""])

	def test_what_is_wrong_stands_in_the_line(self):
		frappe.db.delete("Buku Nomor", {"name": self.lines[2]})
		self.assertEqual((self.row()["hasil"], self.row()["temuan"]), ("Periksa", "nomor hilang: 3"))

	def test_a_sequence_without_any_line_left_is_not_forgotten(self):
		frappe.db.delete("Buku Nomor", {"seri": SERI})
		self.assertEqual((self.row()["hasil"], self.row()["periode"]), ("Periksa", "2025"))

	def test_only_those_who_look_after_the_system_read_it(self):
		for kode in ("UJI-OPERATOR", "UJI-KADIS", "Guest"):
			with self.sebagai(kode), self.assertRaises(frappe.PermissionError):
				run("Pemeriksaan Buku Nomor")
		with self.sebagai("UJI-SISTEM"):
			self.assertTrue(run("Pemeriksaan Buku Nomor")["result"])
