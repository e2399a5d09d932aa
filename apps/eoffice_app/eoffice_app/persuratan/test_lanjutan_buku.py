"""A paper book goes on in E-Office: no number passed over, none given twice, nothing changed once a letter is entered."""

import frappe

from eoffice_app.penomoran.penghitung import allocate_number, start_after
from eoffice_app.persuratan.lanjutan_buku import LanjutanBukuError
from eoffice_app.tests.dasar import KasusUji, make_surat_masuk
from eoffice_app.tests.serentak import act_at_once

TAHUN = frappe.utils.getdate().year


class TestLanjutanBuku(KasusUji):
	def setUp(self):
		super().setUp()
		values = {"kode": frappe.generate_hash(length=6).upper(), "nama_buku": "Buku Uji", "jenis": "Masuk"}
		self.buku = frappe.get_doc({"doctype": "Buku Agenda", **values}).insert()

	def go_on(self, nomor: int, tahun: int = TAHUN):
		self.buku.reload()
		self.buku.update({"nomor_lanjutan": nomor, "tahun_lanjutan": tahun}).save()

	def test_the_first_letter_follows_the_last_one_on_paper(self):
		self.go_on(214)
		numbers = [make_surat_masuk(buku=self.buku.name).name for _time in range(2)]
		lines = frappe.get_all(
			"Agenda", filters={"surat_masuk": ["in", numbers]}, pluck="nomor_urut", order_by="nomor_urut asc"
		)
		self.assertEqual(lines, [215, 216])

	def test_it_may_be_put_right_until_a_letter_is_entered(self):
		self.go_on(214)
		self.go_on(21)
		self.assertEqual(allocate_number(f"Agenda/{self.buku.name}/{TAHUN}"), 22)
		with self.assertRaises(LanjutanBukuError):
			self.go_on(300)

	def test_a_year_that_was_meant_otherwise_begins_at_one(self):
		self.go_on(214)
		self.go_on(214, TAHUN + 1)
		self.assertEqual(allocate_number(f"Agenda/{self.buku.name}/{TAHUN}"), 1)
		self.assertEqual(allocate_number(f"Agenda/{self.buku.name}/{TAHUN + 1}"), 215)

	def test_a_book_that_has_a_letter_keeps_its_numbers(self):
		make_surat_masuk(buku=self.buku.name)
		with self.assertRaisesRegex(LanjutanBukuError, "sudah mencatat surat"):
			self.go_on(214)

	def test_a_number_without_a_year_is_refused(self):
		with self.assertRaisesRegex(LanjutanBukuError, "tahun"):
			self.go_on(214, 0)

	def test_an_outgoing_book_goes_on_in_its_own_counter(self):
		values = {
			"kode": frappe.generate_hash(length=6).upper(),
			"nama_buku": "Keluar Uji",
			"jenis": "Keluar",
		}
		buku = frappe.get_doc(
			{"doctype": "Buku Agenda", **values, "nomor_lanjutan": 9, "tahun_lanjutan": TAHUN}
		)
		buku.insert()
		self.assertEqual(allocate_number(f"Agenda Keluar/{buku.name}/{TAHUN}"), 10)

	def test_only_who_manages_the_office_may(self):
		with self.sebagai("UJI-OPERATOR"), self.assertRaises(frappe.PermissionError):
			self.go_on(214)


class TestMulaiSerentak(KasusUji):
	DERET = "Uji/lanjutan"

	def tearDown(self):
		super().tearDown()
		frappe.db.delete("Penghitung Nomor", {"name": self.DERET})
		frappe.db.commit()

	def test_a_letter_at_the_same_moment_is_neither_passed_over_nor_doubled(self):
		take = ("UJI-OPERATOR", lambda: allocate_number(self.DERET))
		start = ("UJI-PENGELOLA", lambda: start_after(self.DERET, 0, 100))
		*taken, started = act_at_once("Buku Agenda", take, take, take, start)
		# Either it came first and all follow the paper, or it came too late and changed nothing.
		self.assertEqual(sorted(taken), [101, 102, 103] if started else [1, 2, 3])
