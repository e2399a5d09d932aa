from datetime import time, timedelta
from unittest.mock import patch

import frappe
from frappe.utils import add_days, get_datetime, getdate, nowdate

from eoffice_app.organisasi.waktu_kerja import SIMPANAN, add_work_time, is_work_day, list_libur_nasional
from eoffice_app.patches.start_clocks import execute
from eoffice_app.persuratan.disposisi.langkah import write_disposisi
from eoffice_app.persuratan.surat_masuk.tenggat import refresh_tenggat_from
from eoffice_app.tests.dasar import KasusUji, make_surat_masuk, make_surat_menunggu

JUMAT, SENIN = "2026-11-27", "2026-11-30"


def make_hari_khusus(tanggal: str, jenis: str = "Libur", jam_pulang: str | None = None):
	return frappe.get_doc(
		{"doctype": "Hari Khusus", "tanggal": tanggal, "jenis": jenis, "jam_pulang": jam_pulang}
	).insert()


def forget_pengaturan():
	"""What is kept outside the database is not rolled back with it."""
	frappe.cache.delete_value(SIMPANAN)
	frappe.clear_document_cache("Pengaturan E-Office", "Pengaturan E-Office")
	frappe.clear_document_cache("Derajat Surat", "Biasa")


class TestWaktuKerja(KasusUji):
	"""The office's calendar as its settings, the national holidays and its special days make it."""

	def setUp(self):
		super().setUp()
		self.addCleanup(forget_pengaturan)

	def test_the_default_table(self):
		for derajat, wanted in (
			("Sangat Segera", f"{SENIN} 15:00:00"),
			("Segera", "2026-12-01 15:00:00"),
			("Biasa", "2026-12-04 16:00:00"),
		):
			jumlah, satuan = frappe.db.get_value("Derajat Surat", derajat, ["batas_jumlah", "batas_satuan"])
			self.assertEqual(
				add_work_time(f"{JUMAT} 15:00:00", jumlah, satuan), get_datetime(wanted), derajat
			)

	def test_national_holidays_and_their_joint_leave_are_no_work_days(self):
		# Idul Fitri 1447 H, and the days that the joint decree of the ministers adds.
		for day in ("2026-03-21", "2026-03-20", "2026-03-23", "2026-12-24", "2026-12-25", "2027-01-01"):
			self.assertFalse(is_work_day(day), day)
		self.assertTrue(is_work_day("2026-03-25"))
		self.assertEqual(add_work_time("2026-03-17 14:00:00", 24, "Jam"), get_datetime("2026-03-25 14:00:00"))

	def test_a_year_without_a_decree_has_the_holidays_of_the_law(self):
		names = list_libur_nasional(2030)
		self.assertEqual(names[getdate("2030-08-17")], "Hari Kemerdekaan Republik Indonesia")
		self.assertGreater(len(names), 15)

	def test_an_office_may_work_on_national_holidays(self):
		frappe.get_doc("Pengaturan E-Office").update({"hari_libur_nasional": 0}).save()
		self.assertTrue(is_work_day("2026-12-25"))

	def test_the_offices_own_days_go_before_all_else(self):
		make_hari_khusus(SENIN)
		make_hari_khusus("2026-12-25", "Tetap Masuk")
		make_hari_khusus("2026-12-03", "Setengah Hari", "11:30:00")
		self.assertFalse(is_work_day(SENIN))
		self.assertTrue(is_work_day("2026-12-25"))
		self.assertEqual(
			add_work_time("2026-12-01 09:00:00", 2, "Hari Kerja"), get_datetime("2026-12-03 11:30:00")
		)

	def test_the_calendar_is_read_anew_when_a_day_changes(self):
		self.assertTrue(is_work_day(SENIN))
		hari = make_hari_khusus(SENIN)
		self.assertFalse(is_work_day(SENIN))
		hari.delete()
		self.assertTrue(is_work_day(SENIN))

	def test_a_half_day_needs_an_hour_after_the_opening(self):
		for jam in (None, "06:00:00"):
			with self.assertRaises(frappe.ValidationError) as caught:
				make_hari_khusus(SENIN, "Setengah Hari", jam)
			self.assertEqual(type(caught.exception).__name__, "JamPulangTidakSahError")

	def test_a_second_read_of_the_calendar_asks_nobody(self):
		is_work_day(JUMAT)
		frappe.local.cache.clear()
		with patch("eoffice_app.organisasi.waktu_kerja._read_hari_lain") as read:
			is_work_day(JUMAT)
		read.assert_not_called()


class TestTenggat(KasusUji):
	def setUp(self):
		super().setUp()
		self.addCleanup(forget_pengaturan)

	def test_a_registered_letter_has_its_deadline_whatever_the_client_sends(self):
		surat = make_surat_masuk(
			derajat="Segera", tenggat="2030-01-01 00:00:00", pengingat_berikut="2020-01-01"
		)
		self.assertEqual(surat.tenggat, add_work_time(surat.tanggal_terima, 48, "Jam"))
		self.assertIsNone(surat.pengingat_berikut)

	def test_the_deadline_follows_urgency_and_receipt(self):
		# Received half an hour earlier may be the day before: the letter itself is older.
		surat = make_surat_masuk(tanggal_surat=add_days(nowdate(), -1))
		surat.derajat = "Sangat Segera"
		surat.save()
		self.assertEqual(surat.tenggat, add_work_time(surat.tanggal_terima, 24, "Jam"))
		surat.tanggal_terima = get_datetime(surat.tanggal_terima) - timedelta(minutes=30)
		surat.save()
		self.assertEqual(surat.tenggat, add_work_time(surat.tanggal_terima, 24, "Jam"))

	def test_a_degree_without_limit_has_no_deadline(self):
		frappe.get_doc("Derajat Surat", "Biasa").update({"batas_jumlah": 0}).save()
		self.assertIsNone(make_surat_masuk().tenggat)

	def test_a_new_closing_day_moves_the_deadlines_of_open_letters(self):
		surat = make_surat_masuk()
		tenggat = get_datetime(surat.tenggat)
		make_hari_khusus(tenggat.date())
		refresh_tenggat_from(tenggat.date())
		self.assertEqual(
			frappe.db.get_value("Surat Masuk", surat.name, "tenggat"),
			add_work_time(surat.tanggal_terima, 5, "Hari Kerja"),
		)
		self.assertGreater(frappe.db.get_value("Surat Masuk", surat.name, "tenggat"), tenggat)

	def test_waiting_begins_before_the_head_and_ends_with_his_disposisi(self):
		surat = make_surat_menunggu()
		self.assertTrue(surat.menunggu_sejak)
		self.assertGreaterEqual(surat.pengingat_berikut, surat.menunggu_sejak + timedelta(days=4))
		self.assertTrue(is_work_day(surat.pengingat_berikut))
		with self.sebagai("UJI-KADIS"):
			write_disposisi(surat.name, ["UJI-KABID-A"], ["Tindak lanjuti"])
		surat.reload()
		self.assertEqual((surat.menunggu_sejak, surat.pengingat_berikut), (None, None))

	def test_the_addressee_is_told_of_a_letter_that_waits_for_him(self):
		surat = make_surat_menunggu()
		(notice,) = frappe.get_all(
			"Pemberitahuan Surat", {"surat_masuk": surat.name}, ["jabatan", "judul", "keadaan"]
		)
		self.assertEqual((notice.jabatan, notice.judul), ("UJI-KADIS", "Surat baru menunggu disposisi Anda"))

	def test_an_office_may_do_without_reminders(self):
		frappe.get_doc("Pengaturan E-Office").update({"hari_menunggu_disposisi": 0}).save()
		self.assertIsNone(make_surat_menunggu().pengingat_berikut)

	def test_a_disposisi_is_overdue_from_the_opening_after_its_last_day(self):
		surat = make_surat_menunggu()
		with self.sebagai("UJI-KADIS"):
			(name,) = write_disposisi(
				surat.name, ["UJI-KABID-A"], ["Tindak lanjuti"], batas_waktu=add_days(nowdate(), 3)
			)
		due = frappe.db.get_value("Disposisi", name, "pengingat_berikut")
		self.assertGreater(due.date(), getdate(add_days(nowdate(), 3)))
		self.assertEqual(due.time(), time(7, 30))


class TestPembaruan(KasusUji):
	def test_what_the_former_version_left_under_way_gets_its_clocks(self):
		surat = make_surat_menunggu()
		disposed = make_surat_menunggu()
		with self.sebagai("UJI-KADIS"):
			(name,) = write_disposisi(disposed.name, ["UJI-KABID-A"], ["Jadwalkan"], batas_waktu=nowdate())
		empty = dict.fromkeys(("tenggat", "menunggu_sejak", "pengingat_berikut"))
		frappe.db.set_value("Surat Masuk", surat.name, empty, update_modified=False)
		frappe.db.set_value("Disposisi", name, "pengingat_berikut", None)
		execute()
		after = frappe.get_doc("Surat Masuk", surat.name)
		self.assertEqual((after.tenggat, after.menunggu_sejak), (surat.tenggat, after.modified))
		self.assertGreater(after.pengingat_berikut, after.menunggu_sejak)
		self.assertTrue(frappe.db.get_value("Disposisi", name, "pengingat_berikut"))

	def test_settings_of_the_former_version_get_the_new_defaults_and_keep_their_own(self):
		self.addCleanup(forget_pengaturan)
		frappe.get_doc("Pengaturan E-Office").update({"hari_eskalasi": 9}).save()
		frappe.db.delete("Singles", {"doctype": "Pengaturan E-Office", "field": "hari_menunggu_disposisi"})
		execute()
		forget_pengaturan()
		pengaturan = frappe.get_doc("Pengaturan E-Office")
		self.assertEqual((pengaturan.hari_menunggu_disposisi, pengaturan.hari_eskalasi), (4, 9))
