"""Each figure of each workspace against a count that asks letter by letter who may see it."""

import csv
from pathlib import Path

import frappe
from frappe.utils import add_days, now_datetime, nowdate

from eoffice_app.beranda.daftar_penghitung import PENGHITUNG
from eoffice_app.beranda.meja import get_meja
from eoffice_app.beranda.penghitung import TERBANYAK, get_penghitung
from eoffice_app.hak_akses.jenis import JENIS_SURAT
from eoffice_app.hak_akses.surat import can_see_document
from eoffice_app.tests.dasar import KasusUji, make_disposed, make_surat_masuk, make_surat_menunggu, surel
from eoffice_app.tests.ekspedisi import make_run_under_way
from eoffice_app.tests.pengajuan import make_pengajuan

PEMAKAI = {
	"Operator": "UJI-OPERATOR",
	"Verifikator": "UJI-VERIFIKATOR",
	"Meja Saya": "UJI-KABID-A",
	"Pimpinan": "UJI-KADIS",
	"Sekretaris": "UJI-SEKDIN",
	"Pengelola": "UJI-PENGELOLA",
}


class TestPenghitung(KasusUji):
	@classmethod
	def prepare_class(cls) -> dict:
		pengaturan = {
			"jabatan_pimpinan": "UJI-KADIS",
			"jabatan_sekretaris": "UJI-SEKDIN",
			"paraf_sekretaris": 0,
		}
		frappe.db.set_single_value("Pengaturan E-Office", pengaturan)
		frappe.clear_document_cache("Pengaturan E-Office", "Pengaturan E-Office")
		for sifat in ("Biasa", "Terbatas", "Rahasia"):
			make_surat_masuk(sifat=sifat)
			make_surat_menunggu(sifat=sifat)
			made = make_disposed(sifat=sifat)
		frappe.db.set_value("Disposisi", made["disposisi"], "batas_waktu", add_days(nowdate(), -1))
		frappe.db.set_value("Surat Masuk", made["surat"].name, "tenggat", add_days(now_datetime(), -1))
		make_pengajuan()
		return {}

	def test_each_figure_equals_a_count_by_letter(self):
		compared = 0
		for ruang, kode in PEMAKAI.items():
			with self.sebagai(kode):
				told = {row["judul"]: row for row in get_penghitung(ruang)}
			for penghitung in PENGHITUNG[ruang]:
				filters = penghitung.saringan(get_meja(surel(kode)))
				if filters is None:
					self.assertNotIn(penghitung.judul, told)
					continue
				directly = self.count_one_by_one(penghitung.doctype, filters, surel(kode))
				row = told[penghitung.judul]
				self.assertEqual(
					(row["jumlah"], row["lebih"]), (min(directly, TERBANYAK), directly > TERBANYAK), row
				)
				compared += directly > 0
		self.assertGreater(compared, 10, "nearly all figures were zero, which proves little")

	def count_one_by_one(self, doctype: str, filters: dict, user: str) -> int:
		names = frappe.get_all(doctype, filters=filters, pluck="name")
		if doctype not in JENIS_SURAT:
			return len(names)
		return sum(can_see_document(doctype, name, user) for name in names)

	def test_a_colleague_counts_nothing_of_what_he_may_not_see(self):
		before = self.figure("UJI-VERIFIKATOR", "Verifikator", "Menunggu Verifikasi")
		make_surat_masuk(sifat="Rahasia")
		self.assertEqual(self.figure("UJI-VERIFIKATOR", "Verifikator", "Menunggu Verifikasi"), before)
		make_surat_masuk(sifat="Biasa")
		self.assertEqual(self.figure("UJI-VERIFIKATOR", "Verifikator", "Menunggu Verifikasi"), before + 1)
		self.assertEqual(self.figure("UJI-STAF-B", "Verifikator", "Menunggu Verifikasi"), 0)

	def test_what_has_no_last_day_is_not_late(self):
		(ruang, judul), kode = ("Meja Saya", "Tugas Lewat Batas"), "UJI-KABID-A"
		late = self.figure(kode, ruang, judul)
		self.assertGreater(late, 0)
		frappe.db.set_value("Disposisi", {"kepada": kode}, "batas_waktu", None)
		self.assertEqual(self.figure(kode, ruang, judul), 0)

	def test_a_letter_whose_degree_has_no_limit_is_not_late(self):
		(ruang, judul), kode = ("Operator", "Surat Lewat Tenggat"), "UJI-OPERATOR"
		frappe.db.set_value("Derajat Surat", "Biasa", "batas_jumlah", 0)
		letter = make_surat_menunggu(derajat="Biasa")
		self.assertIsNone(frappe.db.get_value("Surat Masuk", letter.name, "tenggat"))
		late = self.figure(kode, ruang, judul)
		frappe.db.set_value("Surat Masuk", letter.name, "tenggat", add_days(now_datetime(), -1))
		self.assertEqual(self.figure(kode, ruang, judul), late + 1)

	def test_what_a_role_may_not_read_at_all_is_no_figure(self):
		with self.sebagai("UJI-STAF-B"):
			told = [row["judul"] for row in get_penghitung("Operator")]
		self.assertNotIn("Pengajuan Loket", told)

	def test_more_than_can_be_told_is_told_as_more(self):
		for number in range(TERBANYAK + 1):
			frappe.get_doc({"doctype": "Pegawai", "nama": f"Tanpa Akun {number}", "aktif": 1}).db_insert()
		with self.sebagai("UJI-PENGELOLA"):
			row = next(row for row in get_penghitung("Pengelola") if row["judul"] == "Pegawai tanpa Akun")
		self.assertEqual((row["jumlah"], row["lebih"]), (TERBANYAK, True))

	def test_a_plh_has_the_figures_of_the_desk_he_covers(self):
		waiting = self.figure("UJI-KADIS", "Pimpinan", "Menunggu Disposisi Saya")
		self.assertGreater(waiting, 0)
		pegawai = frappe.db.get_value("Pegawai", {"user": surel("UJI-SEKDIN")})
		frappe.get_doc(
			{
				"doctype": "Pemangku Jabatan",
				"jabatan": "UJI-KADIS",
				"pegawai": pegawai,
				"jenis": "Plh.",
				"mulai": nowdate(),
				"sampai": add_days(nowdate(), 2),
			}
		).insert()
		self.assertEqual(self.figure("UJI-SEKDIN", "Meja Saya", "Menunggu Disposisi Saya"), waiting)
		with self.sebagai("UJI-KADIS"):
			self.assertNotIn("Menunggu Disposisi Saya", [row["judul"] for row in get_penghitung("Pimpinan")])

	def test_the_caraka_is_told_what_he_carries_and_nobody_else(self):
		_run, lines = make_run_under_way()
		caraka = frappe.db.get_value("Ekspedisi", _run.name, "akun_caraka")
		with self.sebagai(caraka):
			(row,) = get_penghitung("Caraka")
		self.assertEqual((row["jumlah"], row["tautan"]), (len(lines), "/caraka"))
		with self.sebagai("UJI-OPERATOR"):
			self.assertEqual(get_penghitung("Caraka"), [])

	def test_a_name_that_is_no_workspace_is_not_found(self):
		with self.sebagai("UJI-OPERATOR"), self.assertRaises(frappe.DoesNotExistError):
			get_penghitung("<b>Gudang</b>")

	def test_what_is_said_is_in_the_translations(self):
		path = Path(frappe.get_app_path("eoffice_app", "translations", "en.csv"))
		translated = {row[0] for row in csv.reader(path.open(newline=""))}
		said = {
			text
			for ruang, penghitung in PENGHITUNG.items()
			for row in penghitung
			for text in (ruang, row.judul, row.kosong)
		}
		self.assertEqual(sorted(said - translated), [])

	def figure(self, kode: str, ruang: str, judul: str) -> int:
		with self.sebagai(kode):
			return next(row["jumlah"] for row in get_penghitung(ruang) if row["judul"] == judul)
