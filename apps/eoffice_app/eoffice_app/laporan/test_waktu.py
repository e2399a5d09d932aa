"""The reports on times and work: whose letters they count, what stands behind a figure, and whom they refuse."""

from datetime import date, datetime, timedelta

import frappe
from frappe.desk.query_report import run
from frappe.utils import getdate, now_datetime, nowdate

from eoffice_app.laporan.doctype.mutu_baku.mutu_baku import LangkahMutuBakuError
from eoffice_app.laporan.periode import PeriodeTidakBenarError
from eoffice_app.laporan.rekap import DIPERIKSA, judge_disposisi
from eoffice_app.laporan.saringan import JenisTidakDikenalError
from eoffice_app.laporan.test_rekap import HARI, KasusRekap
from eoffice_app.persuratan.disposisi.langkah import write_disposisi
from eoffice_app.persuratan.keadaan import DISPOSISI_DIKERJAKAN
from eoffice_app.tests.dasar import acting_as, make_surat_menunggu

LAPORAN = (
	"Waktu Penyelesaian",
	"Waktu Mutu Baku",
	"Rincian Waktu Surat",
	"Rincian Disposisi",
	"Beban Kerja",
	"Tunggakan Disposisi",
)
MASA = {"dari": str(HARI), "sampai": str(HARI)}


class TestLaporanWaktu(KasusRekap):
	"""One letter that KABID-A has to deal with, and a secret one that only KABID-B does."""

	@classmethod
	def prepare_class(cls) -> dict:
		biasa = make_surat_menunggu(perihal="Laporan 'kegiatan' \"tahun\" <b>ini</b> & lain")
		rahasia = make_surat_menunggu(sifat="Rahasia", tujuan="UJI-KABID-B", perihal="Perihal sandi jingga")
		with acting_as("UJI-KADIS"):
			write_disposisi(biasa.name, ["UJI-KABID-A"], ["Tindak lanjuti"])
		return {"biasa": biasa, "rahasia": rahasia}

	def setUp(self):
		super().setUp()
		for surat in (self.biasa, self.rahasia):
			self.put(surat.name, datetime.combine(HARI, datetime.min.time()) + timedelta(hours=10))
		self.disposisi = frappe.db.get_value("Disposisi", {"surat_masuk": self.biasa.name})
		written = {"ditulis_pada": datetime.combine(HARI, datetime.min.time()), "batas_waktu": HARI}
		frappe.db.set_value("Disposisi", self.disposisi, written, update_modified=False)
		self.note(HARI)
		self.count(HARI)
		# On a site whose scheduler has not yet run, the reports say that instead of whom they count.
		frappe.db.set_global(DIPERIKSA, str(now_datetime()))

	def ask(self, kode: str, name: str, **filters) -> dict:
		with self.sebagai(kode):
			return run(name, filters={**MASA, **filters})

	def rows(self, kode: str, name: str, **filters) -> list[dict]:
		return self.ask(kode, name, **filters)["result"]

	def test_the_leadership_counts_all_and_says_so(self):
		answer = self.ask("UJI-KADIS", "Waktu Penyelesaian")
		self.assertEqual([row["jumlah"] for row in answer["result"]], [2, 2])
		self.assertIn("juga yang rahasia", answer["message"])

	def test_everybody_else_counts_what_he_sees_and_is_told_so(self):
		for kode, jumlah in (("UJI-KABID-A", 1), ("UJI-KABID-B", 1), ("UJI-KASI-A2", 0)):
			answer = self.ask(kode, "Waktu Penyelesaian")
			self.assertEqual(answer["result"][-1]["jumlah"], jumlah, kode)
			self.assertIn("yang dapat Anda lihat", answer["message"])
			first = self.rows(kode, "Waktu Mutu Baku")[0]
			self.assertEqual((first["kode"], first["jumlah"]), ("SM-1", jumlah), kode)

	def test_behind_a_figure_stand_only_letters_that_the_user_may_open(self):
		answer = self.ask("UJI-KADIS", "Rincian Waktu Surat", langkah="SM-1")
		self.assertEqual([row["dokumen"] for row in answer["result"]], [self.biasa.name])
		self.assertIn("1 surat lain", answer["message"])
		for kode, surat in (("UJI-KABID-A", self.biasa), ("UJI-KABID-B", self.rahasia)):
			answer = self.ask(kode, "Rincian Waktu Surat", kelompok="Biasa", hasil="Lewat Tenggat")
			self.assertEqual([row["dokumen"] for row in answer["result"]], [surat.name], kode)
			self.assertIsNone(answer["message"])

	def test_behind_a_step_stand_those_within_its_standard_and_those_beyond(self):
		for hasil, jumlah in (("Dalam Mutu Baku", 1), ("Melebihi Mutu Baku", 0), ("", 1)):
			rows = self.rows("UJI-KABID-A", "Rincian Waktu Surat", langkah="SM-1", hasil=hasil)
			self.assertEqual(len(rows), jumlah, hasil)
		frappe.db.set_value("Mutu Baku", "SM-1", "waktu_menit", 3)
		(row,) = self.rows("UJI-KABID-A", "Rincian Waktu Surat", langkah="SM-1", hasil="Melebihi Mutu Baku")
		self.assertEqual(row["menit"], 4)

	def test_a_unit_is_asked_about_alone(self):
		for unit, jumlah in (("UJI-DINAS", 1), ("UJI-BID-B", 1), ("UJI-SEKR", 0)):
			row = self.rows("UJI-KADIS", "Waktu Penyelesaian", unit_kerja=unit)[-1]
			self.assertEqual(row["jumlah"], jumlah, unit)

	def test_the_load_of_officials_and_units(self):
		wanted = {"baru": 1, "selesai": 0, "terbuka": 1, "terlambat": 1, "ditarik": 0}
		for kode in ("UJI-KADIS", "UJI-KABID-A"):
			for menurut, key in (("Jabatan", "UJI-KABID-A"), ("Unit Kerja", "UJI-BID-A")):
				(row,) = self.rows(kode, "Beban Kerja", menurut=menurut)
				self.assertEqual(row["kunci"], key)
				self.assertEqual({name: row[name] for name in wanted}, wanted)
		self.assertEqual(self.rows("UJI-KABID-B", "Beban Kerja"), [])

	def test_arrears_by_official_and_age(self):
		(row,) = [
			row for row in self.rows("UJI-KADIS", "Tunggakan Disposisi") if row["kunci"] == "UJI-KABID-A"
		]
		self.assertGreaterEqual(row["umur_lebih"], 1)
		self.assertGreaterEqual(row["terlambat"], 1)
		self.assertEqual(row["tertua"], (getdate(nowdate()) - HARI).days)
		ages = sum(row[name] for name in ("umur_1", "umur_3", "umur_7", "umur_14", "umur_lebih"))
		self.assertEqual(ages, row["terbuka"])
		# Other tests may have left letters that both of them see.
		with self.sebagai("UJI-KABID-B"):
			seen = frappe.get_list(
				"Disposisi",
				filters={"kepada": "UJI-KABID-A", "status": ["in", DISPOSISI_DIKERJAKAN]},
				pluck="name",
			)
		self.assertNotIn(self.disposisi, seen)
		counted = {row["kunci"]: row["terbuka"] for row in self.rows("UJI-KABID-B", "Tunggakan Disposisi")}
		self.assertEqual(counted.get("UJI-KABID-A", 0), len(seen))
		self.assertLess(len(seen), row["terbuka"])

	def test_whoever_has_no_such_role_is_refused(self):
		for kode in ("UJI-STAF-B", "UJI-OPERATOR", "UJI-VERIFIKATOR", "UJI-PENGELOLA", "Guest"):
			for name in LAPORAN:
				with self.assertRaises(frappe.PermissionError, msg=f"{kode}: {name}"):
					self.ask(kode, name)

	def test_nobody_reads_the_roll_up_itself(self):
		for kode in ("UJI-KADIS", "UJI-PENGELOLA", "UJI-SISTEM"):
			with self.sebagai(kode):
				for doctype in ("Waktu Surat", "Rekap Harian", "Khalayak Surat", "Hari Rekap"):
					with self.assertRaises(frappe.PermissionError, msg=f"{kode}: {doctype}"):
						frappe.get_list(doctype)

	def test_bad_periods_and_kinds_are_refused_in_plain_words(self):
		with self.assertRaises(PeriodeTidakBenarError):
			self.ask("UJI-KADIS", "Waktu Penyelesaian", dari="2026-02-01", sampai="2026-01-01")
		with self.assertRaises(JenisTidakDikenalError):
			self.ask("UJI-KADIS", "Waktu Mutu Baku", jenis="Ekspedisi")

	def test_ten_years_without_letters_are_ten_years_of_nothing(self):
		kosong = {"dari": "2002-01-01", "sampai": "2011-12-31"}
		self.assertEqual(
			[row["jumlah"] for row in self.rows("UJI-KADIS", "Waktu Penyelesaian", **kosong)], [0]
		)
		self.assertEqual({row["jumlah"] for row in self.rows("UJI-KADIS", "Waktu Mutu Baku", **kosong)}, {0})


class TestMutuBaku(KasusRekap):
	def test_a_step_begins_before_it_ends_and_between_moments_of_its_kind(self):
		for dari, sampai in (
			("Surat selesai", "Surat diterima"),
			("Surat diterima", "Surat diterima"),
			("Surat diterima", "Surat bernomor"),
		):
			step = frappe.get_doc("Mutu Baku", "SM-3").update({"dari": dari, "sampai": sampai})
			self.assertRaises(LangkahMutuBakuError, step.save)

	def test_the_office_changes_them_and_nobody_else(self):
		for kode in ("UJI-KADIS", "UJI-KABID-A", "UJI-OPERATOR"):
			with self.sebagai(kode):
				self.assertFalse(frappe.has_permission("Mutu Baku", "write"), kode)
		with self.sebagai("UJI-PENGELOLA"):
			step = frappe.get_doc("Mutu Baku", "SM-3")
			step.waktu_menit = 20
			step.save()

	def test_what_became_of_a_disposisi(self):
		last, late = date(2026, 3, 5), date(2026, 3, 6)
		for status, batas, done, hasil in (
			("Terkirim", last, None, "Berjalan"),
			("Dilaporkan", last, last, "Tepat Waktu"),
			("Selesai", last, late, "Terlambat"),
			("Selesai", None, late, "Tanpa Tenggat"),
			("Ditarik", last, None, "Ditutup"),
		):
			self.assertEqual(judge_disposisi(status, batas, done), hasil, status)
