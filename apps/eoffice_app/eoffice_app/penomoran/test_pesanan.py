from datetime import timedelta

import frappe
from frappe.utils import getdate, nowdate

from eoffice_app.exceptions import (
	AlasanKosongError,
	NomorTerkunciError,
	NomorTidakSesuaiError,
	TanggalSuratError,
)
from eoffice_app.penomoran.baris import NomorGandaError
from eoffice_app.penomoran.buku_nomor import take_number
from eoffice_app.penomoran.deret import CakupanNomorError
from eoffice_app.penomoran.pesanan import (
	JumlahPesananError,
	PesananTerbukaError,
	list_reserved_numbers,
	use_reserved_number,
	void_reserved_numbers,
)
from eoffice_app.penomoran.test_buku_nomor import KasusNomor, ask
from eoffice_app.tests.dasar import make_deret

HARI_INI = getdate(nowdate())
KEMARIN = HARI_INI - timedelta(days=1)


class TestPesanan(KasusNomor):
	def reserve(self, jumlah: int = 3, kode: str = "UJI-KADIS", **values):
		values = {"deret": "UJI", "alasan": "Listrik padam", "jumlah": jumlah, **values}
		with self.sebagai(kode):
			return frappe.get_doc({"doctype": "Pesanan Nomor", **values}).insert()

	def hand_in(self, pesanan: str, urut: int, kode: str = "UJI-KADIS", **values) -> str:
		with self.sebagai(kode):
			return use_reserved_number(ask(**{"tanggal": HARI_INI, **values}), pesanan, urut).nomor

	def states(self) -> list[str]:
		return frappe.get_all(
			"Buku Nomor", filters={"deret": "UJI"}, order_by="nomor_urut asc", pluck="keadaan"
		)

	def test_reserved_numbers_are_passed_over_by_others(self):
		take_number(ask(HARI_INI))
		pesanan = self.reserve()
		self.assertEqual((pesanan.nomor_awal, pesanan.nomor_akhir), (2, 4))
		self.assertEqual(take_number(ask(HARI_INI)).urut, 5)
		self.assertEqual(self.states(), ["Terpakai", "Dipesan", "Dipesan", "Dipesan", "Terpakai"])
		line = frappe.get_doc("Buku Nomor", {"deret": "UJI", "nomor_urut": 2})
		self.assertEqual((line.diambil_oleh, line.alasan), ("uji-kadis@uji.example", "Listrik padam"))

	def test_nobody_reserves_again_before_he_has_accounted_for_the_first(self):
		pesanan = self.reserve(2).name
		with self.assertRaises(PesananTerbukaError):
			self.reserve(1)
		self.reserve(1, "UJI-KABID-A")
		self.hand_in(pesanan, 1)
		with self.assertRaises(PesananTerbukaError):
			self.reserve(1)
		self.hand_in(pesanan, 2)
		self.assertEqual(frappe.db.get_value("Pesanan Nomor", pesanan, "keadaan"), "Selesai")
		self.assertEqual(self.reserve(1).nomor_awal, 4)

	def test_a_letter_handed_in_has_the_number_of_its_paper(self):
		pesanan = self.reserve().name
		self.assertEqual(self.hand_in(pesanan, 2, dokumen="surat-1"), f"002/{HARI_INI.year}")
		line = frappe.get_doc("Buku Nomor", {"deret": "UJI", "nomor_urut": 2})
		self.assertEqual((line.keadaan, line.dokumen), ("Terpakai", "surat-1"))
		with self.sebagai("UJI-KADIS"):
			self.assertEqual(list_reserved_numbers(pesanan), [1, 3])

	def test_unused_numbers_are_voided_and_stay_in_the_ledger(self):
		pesanan = self.reserve().name
		self.hand_in(pesanan, 1)
		with self.sebagai("UJI-KADIS"):
			self.assertEqual(void_reserved_numbers(pesanan, "Listrik menyala lagi"), 2)
		self.assertEqual(self.states(), ["Terpakai", "Batal", "Batal"])
		self.assertEqual(
			frappe.db.get_value("Buku Nomor", {"deret": "UJI", "nomor_urut": 3}, "alasan_batal"),
			"Listrik menyala lagi",
		)
		self.assertEqual(self.reserve(1).nomor_awal, 4)

	def test_voiding_needs_a_reason(self):
		pesanan = self.reserve().name
		with self.sebagai("UJI-KADIS"), self.assertRaises(AlasanKosongError):
			void_reserved_numbers(pesanan, " ")

	def test_a_number_is_handed_in_once_and_a_voided_one_never(self):
		pesanan = self.reserve().name
		self.hand_in(pesanan, 1)
		with self.assertRaises(NomorTidakSesuaiError):
			self.hand_in(pesanan, 1)
		with self.assertRaises(NomorTidakSesuaiError):
			self.hand_in(pesanan, 4)
		with self.sebagai("UJI-KADIS"):
			void_reserved_numbers(pesanan, "Tidak dipakai")
		with self.assertRaises(NomorTidakSesuaiError):
			self.hand_in(pesanan, 2)

	def test_a_letter_with_a_number_takes_no_reserved_one(self):
		pesanan = self.reserve().name
		take_number(ask(HARI_INI, dokumen="surat-1"))
		with self.assertRaises(NomorGandaError):
			self.hand_in(pesanan, 1, dokumen="surat-1")

	def test_the_letter_must_fit_date_and_sequence_of_the_reservation(self):
		pesanan = self.reserve().name
		with self.assertRaisesRegex(TanggalSuratError, "dipesan tanggal"):
			frappe.db.set_value("Pesanan Nomor", pesanan, "tanggal", HARI_INI + timedelta(days=1))
			self.hand_in(pesanan, 1)
		make_deret("UJI-LAIN")
		with self.assertRaisesRegex(NomorTidakSesuaiError, "deret"):
			self.hand_in(pesanan, 1, deret="UJI-LAIN")

	def test_a_stranger_finds_no_reservation(self):
		pesanan = self.reserve().name
		for kode in ("UJI-KABID-A", "UJI-STAF-B", "Guest"):
			for act in (
				lambda: void_reserved_numbers(pesanan, "Iseng"),
				lambda: list_reserved_numbers(pesanan),
				lambda: use_reserved_number(ask(HARI_INI), pesanan, 1),
				lambda: void_reserved_numbers("tidak-ada", "Iseng"),
			):
				with self.sebagai(kode), self.assertRaises(frappe.DoesNotExistError):
					act()
		self.assertEqual(self.states(), ["Dipesan"] * 3)

	def test_who_may_not_reserve_and_how_many(self):
		for kode in ("UJI-STAF-B", "Guest"):
			with self.assertRaises(frappe.PermissionError):
				self.reserve(1, kode)
		for jumlah in (0, 21):
			with self.assertRaises(JumlahPesananError):
				self.reserve(jumlah)
		with self.assertRaises(AlasanKosongError):
			self.reserve(1, alasan="  ")

	def test_a_divided_series_is_reserved_for_one_of_its_parts(self):
		make_deret("UJI-UNIT", lingkup="Unit", pola="{urut}/{unit}")
		with self.assertRaises(CakupanNomorError):
			self.reserve(1, deret="UJI-UNIT")
		pesanan = self.reserve(1, deret="UJI-UNIT", cakupan="A").name
		self.assertEqual(self.hand_in(pesanan, 1, deret="UJI-UNIT", unit="A"), "1/A")

	def test_a_reservation_is_neither_changed_nor_deleted(self):
		pesanan = self.reserve()
		pesanan.alasan = "Lain"
		for act in (pesanan.save, pesanan.delete):
			with self.assertRaises(NomorTerkunciError):
				act()
		with self.sebagai("UJI-KADIS"):
			frappe.client.get("Pesanan Nomor", pesanan.name)
			# Without the right to write the desk would show an empty form for a new one.
			with self.assertRaises(NomorTerkunciError):
				frappe.client.set_value("Pesanan Nomor", pesanan.name, "alasan", "Lain")

	def test_what_the_sender_says_of_himself_does_not_count(self):
		pesanan = self.reserve(
			1, pemesan="uji-sekdin@uji.example", kunci_pemesan="x", seri="Nomor/LAIN//2020", keadaan="Selesai"
		)
		self.assertEqual(
			(pesanan.pemesan, pesanan.seri, pesanan.keadaan),
			("uji-kadis@uji.example", f"Nomor/UJI//{HARI_INI.year}", "Terbuka"),
		)
