import frappe
from frappe.utils import add_to_date, now_datetime

from eoffice_app.persuratan.surat_masuk.pendaftaran import get_last_particulars
from eoffice_app.tests.dasar import KasusUji, make, make_surat_masuk


class TestPendaftaran(KasusUji):
	def setUp(self):
		super().setUp()
		self.pengirim = make("Instansi", {"nama_instansi": "Instansi yang menulis lagi"})

	def ask(self, kode: str = "UJI-OPERATOR") -> dict:
		with self.sebagai(kode):
			return get_last_particulars(self.pengirim)

	def register(self, hari_lalu: int, **values):
		received = add_to_date(now_datetime(), days=-hari_lalu)
		return make_surat_masuk(
			pengirim=self.pengirim, tanggal_terima=received, tanggal_surat=received.date(), **values
		)

	def test_the_latest_letter_of_the_sender_is_remembered(self):
		self.register(3, saluran="Pos", tujuan="UJI-SEKDIN", derajat="Segera")
		self.register(9, saluran="Caraka", tujuan="UJI-KADIS")
		self.assertEqual(
			self.ask(), {"saluran": "Pos", "tujuan": "UJI-SEKDIN", "sifat": "Biasa", "derajat": "Segera"}
		)

	def test_a_new_sender_has_nothing_to_remember(self):
		self.assertEqual(self.ask(), {})

	def test_a_letter_that_the_clerk_may_not_see_is_not_told(self):
		self.register(1, sifat="Rahasia", saluran="Caraka", tujuan="UJI-KABID-B")
		self.assertEqual(self.ask(), {})
		self.register(5, saluran="Pos")
		self.assertEqual(self.ask()["saluran"], "Pos")
		self.assertEqual(self.ask("UJI-SANDI")["sifat"], "Rahasia")

	def test_who_registers_no_letters_asks_in_vain(self):
		self.register(1)
		for kode in ("UJI-STAF-B", "UJI-KADIS", "Guest"):
			with self.assertRaises(frappe.PermissionError, msg=kode):
				self.ask(kode)
