"""Many clerks number letters in the same moment, each over a connection of his own."""

from contextlib import suppress
from datetime import date

import frappe
from frappe.utils import getdate, nowdate

from eoffice_app.penomoran.baris import NomorGandaError
from eoffice_app.penomoran.buku_nomor import take_number, take_sisipan
from eoffice_app.penomoran.pemeriksaan import examine_ledger
from eoffice_app.penomoran.pesanan import (
	PesananTerbukaError,
	use_reserved_number,
	void_reserved_numbers,
)
from eoffice_app.penomoran.test_buku_nomor import APRIL, MARET, MEI, ask
from eoffice_app.tests.dasar import KasusUji, make_deret, surel
from eoffice_app.tests.serentak import act_at_once

DERET = "UJI-SERENTAK"
SERI = f"Nomor/{DERET}//"
BERSAMAAN = 8


class TestSerentakNomor(KasusUji):
	def setUp(self):
		super().setUp()
		self.forget()
		make_deret(DERET)
		# The other connections see only what is committed; tearDown takes it away again.
		frappe.db.commit()
		frappe.db.savepoint("uji")

	def tearDown(self):
		super().tearDown()
		self.forget()
		frappe.delete_doc_if_exists("Deret Nomor", DERET)
		frappe.db.commit()

	def forget(self):
		for doctype in ("Buku Nomor", "Pesanan Nomor"):
			frappe.db.delete(doctype, {"deret": DERET})
		frappe.db.delete("Penghitung Nomor", {"name": ["like", f"{SERI}%"]})

	def act(self, *acts: tuple[str, object]) -> list:
		"""Let each (post, function) run at once over its own connection; return what each returned or raised."""
		return act_at_once("Buku Nomor", *acts)

	def read(self, *fields: str, **filters) -> list:
		return frappe.get_all(
			"Buku Nomor",
			filters={"deret": DERET, **filters},
			fields=list(fields),
			order_by="nomor_urut asc, sub asc",
			as_list=True,
		)

	def assert_whole(self):
		"""The letters of these tests are none that are there; everything else must be in order."""
		found = [temuan for temuan in examine_ledger() if temuan.seri.startswith(SERI)]
		self.assertEqual([temuan for temuan in found if temuan.hal != "suratnya tidak ada lagi"], [])

	def reserve(self, jumlah: int):
		values = {"doctype": "Pesanan Nomor", "deret": DERET, "jumlah": jumlah, "alasan": "Listrik padam"}
		return frappe.get_doc(values).insert()

	def test_many_takers_leave_no_gap_and_no_double_even_where_every_third_fails(self):
		results = self.act(*[("UJI-KADIS", _take_many)] * BERSAMAAN)
		taken = sorted(urut for result in results for urut in result)
		self.assertEqual(taken, list(range(1, BERSAMAAN * 8 + 1)))
		self.assertEqual([row[0] for row in self.read("nomor_urut")], taken)
		self.assert_whole()

	def test_two_numbers_in_between_at_once_get_a_and_b(self):
		for tanggal in (MARET, MEI):
			take_number(ask(tanggal, DERET))
		results = self.act(*[("UJI-OPERATOR", _insert)] * 2)
		self.assertEqual(sorted(results), ["001.a/2025", "001.b/2025"])
		self.assert_whole()

	def test_numbers_in_between_and_fresh_ones_at_once(self):
		for tanggal in (MARET, MEI):
			take_number(ask(tanggal, DERET))
		results = self.act(*[("UJI-OPERATOR", _insert), ("UJI-KADIS", _take)] * 3)
		self.assertEqual(
			sorted(results),
			["001.a/2025", "001.b/2025", "001.c/2025", "003/2025", "004/2025", "005/2025"],
		)
		self.assert_whole()

	def test_a_letter_signed_twice_at_once_gets_one_number(self):
		def take() -> str:
			return take_number(ask(MEI, DERET, dokumen="surat-1")).nomor

		results = self.act(*[("UJI-KADIS", take)] * 3)
		self.assertEqual([result for result in results if isinstance(result, str)], ["001/2025"])
		errors = [type(result) for result in results if not isinstance(result, str)]
		self.assertEqual(errors, [NomorGandaError] * 2, results)
		self.assert_whole()

	def test_a_later_letter_that_comes_first_sends_the_earlier_one_in_between(self):
		def take(tanggal: date) -> str:
			with suppress(frappe.ValidationError):
				return take_number(ask(tanggal, DERET)).nomor
			return take_sisipan(ask(tanggal, DERET), "Kalah cepat").nomor

		take_number(ask(MARET, DERET))
		results = self.act(("UJI-OPERATOR", lambda: take(APRIL)), ("UJI-OPERATOR", lambda: take(MEI)))
		self.assertIn(tuple(results), {("002/2025", "003/2025"), ("001.a/2025", "002/2025")})
		rows = self.read("tanggal_surat", "sub")
		self.assertEqual([row[0] for row in rows], [MARET, APRIL, MEI])
		self.assert_whole()

	def test_an_official_who_reserves_twice_at_once_gets_one_reservation(self):
		results = self.act(*[("UJI-KADIS", lambda: self.reserve(3).nomor_awal)] * 3)
		self.assertEqual([result for result in results if isinstance(result, int)], [1])
		errors = [type(result) for result in results if not isinstance(result, int)]
		self.assertEqual(errors, [PesananTerbukaError] * 2, results)
		self.assertEqual([row[0] for row in self.read("nomor_urut")], [1, 2, 3])
		self.assert_whole()

	def test_the_last_reserved_numbers_handed_in_and_voided_at_once_close_the_reservation(self):
		frappe.set_user(surel("UJI-KADIS"))
		name = self.reserve(3).name
		today = getdate(nowdate())
		hand_in = [
			("UJI-KADIS", lambda urut=urut: use_reserved_number(ask(today, DERET), name, urut).urut)
			for urut in (1, 2)
		]
		results = self.act(*hand_in, ("UJI-KADIS", lambda: void_reserved_numbers(name, "Listrik menyala")))
		self.assertNotIn("Dipesan", [row[0] for row in self.read("keadaan")], results)
		used = len([result for result in results[:2] if isinstance(result, int)])
		self.assertEqual(len(self.read("name", keadaan="Terpakai")), used)
		self.assertEqual(
			frappe.db.get_value("Pesanan Nomor", name, ["keadaan", "kunci_pemesan"]), ("Selesai", None)
		)
		self.assert_whole()


def _take_many() -> list[int]:
	taken = []
	for time in range(12):
		urut = take_number(ask(MARET, DERET)).urut
		if time % 3 == 2:
			frappe.db.rollback()
		else:
			frappe.db.commit()
			taken.append(urut)
	return taken


def _take() -> str:
	return take_number(ask(MEI, DERET)).nomor


def _insert() -> str:
	return take_sisipan(ask(APRIL, DERET), "Tertinggal").nomor
