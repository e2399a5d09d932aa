"""The assistant of an office's first days: what it finds missing, what it keeps, and who may use it."""

import frappe

from eoffice_app.beranda.deret_kertas import get_deret_kertas, save_deret_kertas
from eoffice_app.beranda.penyiapan import (
	LANGKAH,
	count_unfinished,
	get_buku,
	get_penyiapan,
	save_buku,
	save_pengaturan,
	skip_langkah,
)
from eoffice_app.penomoran.penghitung import allocate_number
from eoffice_app.tests.dasar import KasusUji, make_deret, make_surat_masuk


class TestPenyiapan(KasusUji):
	def setUp(self):
		super().setUp()
		frappe.db.set_single_value("Pengaturan E-Office", "langkah_dilewati", None)
		frappe.clear_document_cache("Pengaturan E-Office", "Pengaturan E-Office")

	def step(self, kunci: str) -> dict:
		return next(step for step in get_penyiapan() if step["kunci"] == kunci)

	def test_what_a_dialog_asked_is_no_longer_missing(self):
		with self.sebagai("UJI-PENGELOLA"):
			save_pengaturan({"kota": "", "nama_instansi": "DINAS UJI"})
			self.assertIn("Kota/Tempat belum diisi.", self.step("kop")["kurang"])
			self.assertEqual(self.step("kop")["keadaan"], "kurang")
			save_pengaturan('{"kota": "Sukacontoh"}')
			self.assertNotIn("Kota/Tempat belum diisi.", self.step("kop")["kurang"])

	def test_other_settings_are_not_the_dialogs_to_change(self):
		before = frappe.db.get_single_value("Pengaturan E-Office", "soket_antivirus")
		with self.sebagai("UJI-PENGELOLA"):
			save_pengaturan({"soket_antivirus": "/tmp/lain", "telepon": "(0000) 1"})
		self.assertEqual(frappe.db.get_single_value("Pengaturan E-Office", "soket_antivirus"), before)
		self.assertEqual(frappe.db.get_single_value("Pengaturan E-Office", "telepon"), "(0000) 1")

	def test_a_step_left_out_still_says_what_it_lacks_and_may_be_taken_up_again(self):
		with self.sebagai("UJI-PENGELOLA"):
			self.assertEqual(self.step("pejabat")["keadaan"], "kurang")
			unfinished = count_unfinished()
			skip_langkah("pejabat", True)
			step = self.step("pejabat")
			self.assertEqual((step["keadaan"], count_unfinished()), ("dilewati", unfinished - 1))
			self.assertIn("UJI-KOSONG", " ".join(step["kurang"]))
			skip_langkah("pejabat", False)
			self.assertEqual(self.step("pejabat")["keadaan"], "kurang")

	def test_books_of_paper_go_on_and_those_with_letters_stay(self):
		kode = frappe.generate_hash(length=6).upper()
		values = {"doctype": "Buku Agenda", "kode": kode, "nama_buku": "Buku Uji", "jenis": "Masuk"}
		frappe.get_doc(values).insert()
		make_surat_masuk()
		with self.sebagai("UJI-PENGELOLA"):
			books = {book["name"]: book for book in get_buku()["buku"]}
			self.assertTrue(books["SM"]["terkunci"])
			self.assertEqual((books[kode]["nomor"], books[kode]["terkunci"]), (0, False))
			save_buku(frappe.as_json({kode: 214}))
			self.assertEqual(self.step("buku")["keadaan"], "selesai")
			book = next(book for book in get_buku()["buku"] if book["name"] == kode)
		self.assertEqual((book["nomor"], book["terkunci"]), (214, False))
		self.assertEqual(allocate_number(f"Agenda/{kode}/{get_buku()['tahun']}"), 215)

	def test_series_go_on_from_paper_part_by_part(self):
		make_deret(lingkup="Unit", nama_deret="Deret Uji")
		unit = frappe.get_all("Unit Kerja", {"aktif": 1}, pluck="kode", limit=1)[0]
		rows = [{"deret": "UJI", "cakupan": unit, "nomor": 40}]
		with self.sebagai("UJI-PENGELOLA"):
			save_deret_kertas(frappe.as_json(rows))
			save_deret_kertas(rows)
			answer = get_deret_kertas()
			self.assertEqual(self.step("deret")["keadaan"], "selesai")
			self.assertEqual(self.find_part(answer, unit)["nomor"], 40)
			allocate_number(f"Nomor/UJI/{unit}/{answer['tahun']}")
			part = self.find_part(get_deret_kertas(), unit)
		self.assertEqual((part["nomor"], part["terkunci"]), (41, True))

	def find_part(self, answer: dict, cakupan: str) -> dict:
		return next(row for row in answer["deret"] if (row["deret"], row["cakupan"]) == ("UJI", cakupan))

	def test_a_pattern_that_the_office_made_its_own_is_no_longer_asked(self):
		frappe.db.set_value("Deret Nomor", {"name": ["!=", "SURAT"]}, "aktif", 0)
		frappe.db.sql("update `tabDeret Nomor` set modified = creation where name = 'SURAT'")
		self.assertEqual(self.step("nomor")["keadaan"], "kurang")
		frappe.db.set_value("Deret Nomor", "SURAT", "pola", "{urut}/UJI/{tahun}")
		self.assertEqual(self.step("nomor")["keadaan"], "selesai")

	def test_a_step_that_is_none_is_not_found(self):
		with self.sebagai("UJI-PENGELOLA"), self.assertRaises(frappe.DoesNotExistError):
			skip_langkah("gudang", True)

	def test_strangers_and_colleagues_are_refused(self):
		for kode in ("Guest", "UJI-OPERATOR", "UJI-KADIS"):
			for act in (
				get_penyiapan,
				get_buku,
				get_deret_kertas,
				lambda: save_deret_kertas([{"deret": "SURAT", "nomor": 5}]),
				lambda: skip_langkah("kop", True),
				lambda: save_pengaturan({"kota": "Lain"}),
				lambda: save_buku({"BM": 5}),
			):
				with self.sebagai(kode), self.assertRaises(frappe.PermissionError):
					act()

	def test_nothing_is_changed_by_get(self):
		for act in (skip_langkah, save_pengaturan, save_buku, save_deret_kertas):
			self.assertEqual(frappe.allowed_http_methods_for_whitelisted_func[act], ["POST"])

	def test_each_step_is_told_in_words(self):
		for step in get_penyiapan():
			self.assertTrue(step["judul"] and step["penjelasan"])
		self.assertEqual([step["kunci"] for step in get_penyiapan()], [row.kunci for row in LANGKAH])
