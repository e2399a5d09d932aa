"""A series goes on after its last number on paper: nothing passed over, nothing doubled, and the proof knows of it."""

import frappe

from eoffice_app.penomoran.buku_nomor import take_number
from eoffice_app.penomoran.deret import CakupanNomorError
from eoffice_app.penomoran.lanjutan_deret import LanjutanDeretError
from eoffice_app.penomoran.pemeriksaan import examine_ledger
from eoffice_app.penomoran.penghitung import start_after
from eoffice_app.penomoran.report.pemeriksaan_buku_nomor.pemeriksaan_buku_nomor import execute
from eoffice_app.penomoran.tanggal import TanggalMundurError
from eoffice_app.penomoran.test_buku_nomor import APRIL, MARET, MEI, KasusNomor, ask

SERI = "Nomor/UJI//2025"


class TestLanjutanDeret(KasusNomor):
	def go_on(self, nomor: int, **values) -> None:
		deret = frappe.get_doc("Deret Nomor", "UJI")
		deret.set("lanjutan", [{"tahun": 2025, "nomor": nomor, **values}] if nomor else [])
		deret.save()

	def examine(self) -> list[tuple[str, str]]:
		found = [temuan for temuan in examine_ledger() if temuan.seri == SERI]
		return [(temuan.hal, temuan.nomor) for temuan in found if temuan.hal != "suratnya tidak ada lagi"]

	def test_the_first_letter_follows_the_last_one_on_paper(self):
		self.go_on(214)
		self.assertEqual(self.examine(), [])
		self.assertEqual(self.take(MARET, MEI), ["215/2025", "216/2025"])
		self.assertEqual(self.examine(), [])
		row = next(row for row in execute()[1] if row["seri"] == SERI)
		self.assertEqual((row["di_kertas"], row["nomor_awal"], row["nomor_akhir"]), (214, 215, 216))

	def test_what_lies_after_the_paper_is_still_proven(self):
		self.go_on(214)
		self.take(MARET, MARET, MARET)
		frappe.db.delete("Buku Nomor", {"seri": SERI, "nomor_urut": 215})
		self.assertEqual(self.examine(), [("nomor hilang", "215")])
		frappe.db.set_value("Buku Nomor", {"seri": SERI, "nomor_urut": 216}, "nomor_urut", 200)
		self.assertIn(("nomor sudah diberikan di kertas", "200"), self.examine())

	def test_it_may_be_put_right_until_a_number_is_given(self):
		for nomor in (214, 21, 0, 30):
			self.go_on(nomor)
		self.assertEqual(self.take(MARET), ["031/2025"])
		for nomor in (214, 31, 0):
			frappe.db.savepoint("tolak")
			with self.assertRaisesRegex(LanjutanDeretError, "sudah memberi nomor"):
				self.go_on(nomor)
			frappe.db.rollback(save_point="tolak")
		# What was refused was not half done.
		self.assertEqual(self.take(MARET), ["032/2025"])

	def test_a_number_that_happens_to_be_the_counter_s_is_refused_too(self):
		self.take(MARET, MARET)
		with self.assertRaises(LanjutanDeretError):
			self.go_on(2)
		self.assertFalse(start_after(SERI, 0, 2))

	def test_a_letter_older_than_the_last_on_paper_is_refused(self):
		self.go_on(214, tanggal=APRIL)
		with self.assertRaises(TanggalMundurError):
			take_number(ask(MARET))
		self.assertEqual(self.take(APRIL), ["215/2025"])

	def test_a_divided_series_goes_on_part_by_part(self):
		frappe.db.set_value("Deret Nomor", "UJI", "lingkup", "Unit")
		frappe.clear_document_cache("Deret Nomor", "UJI")
		with self.assertRaises(CakupanNomorError):
			self.go_on(7)
		self.go_on(7, cakupan="TU")
		numbers = [take_number(ask(MARET, unit=unit)).urut for unit in ("TU", "IKP")]
		self.assertEqual(numbers, [8, 1])

	def test_what_cannot_be_is_refused(self):
		for values in ({"nomor": -3}, {"tahun": 25}, {"tanggal": "2024-12-31"}):
			with self.assertRaises(LanjutanDeretError):
				self.go_on(**{"nomor": 7, **values})
		deret = frappe.get_doc("Deret Nomor", "UJI")
		deret.set("lanjutan", [{"tahun": 2025, "nomor": nomor} for nomor in (7, 8)])
		with self.assertRaisesRegex(LanjutanDeretError, "berulang"):
			deret.save()

	def test_only_who_manages_the_office_may(self):
		with self.sebagai("UJI-OPERATOR"), self.assertRaises(frappe.PermissionError):
			self.go_on(214)
