import os
import signal
import subprocess
import sys
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path
from unittest.mock import patch

import frappe
from frappe.utils import getdate, nowdate

from eoffice_app.hak_akses.surat import can_see
from eoffice_app.organisasi.waktu_kerja import SIMPANAN, next_opening
from eoffice_app.persuratan import pengingat, ringkasan
from eoffice_app.persuratan.disposisi.langkah import write_disposisi
from eoffice_app.persuratan.disposisi.umpan_balik import report_back
from eoffice_app.persuratan.pengingat import remind_of_overdue_disposisi, remind_of_waiting_letters
from eoffice_app.tests.dasar import KasusUji, acting_as, make_surat_menunggu, surel

TABEL = "Pemberitahuan Surat"
# A process that is killed after it has written a part of its reminders, and before it has committed that part.
PROSES = """
import sys, time
from datetime import datetime
import frappe
from eoffice_app.persuratan import pengingat
frappe.init(site=sys.argv[1])
frappe.connect()
parts = []
write = pengingat.insert_notices
def write_and_wait(notices):
	write(notices)
	parts.append(notices)
	if len([part for part in parts if part]) == 2:
		print("written", flush=True)
		time.sleep(600)
pengingat.insert_notices = write_and_wait
pengingat.SEKALI_JALAN = 1
pengingat.remind_of_waiting_letters(datetime.fromisoformat(sys.argv[2]))
"""


class KasusPengingat(KasusUji):
	"""Letters and disposisi whose clocks are set by hand; each run is at a moment of a working day."""

	@classmethod
	def prepare_class(cls) -> dict:
		return {"surat": make_surat_menunggu()}

	def setUp(self):
		super().setUp()
		self.hari = next_opening(getdate(nowdate()) + timedelta(days=30)) + timedelta(hours=1)

	def wait(self, days: int, surat: str | None = None):
		"""Let a letter have waited so many days on `self.hari`, and be due that morning."""
		frappe.db.set_value(
			"Surat Masuk",
			surat or self.surat.name,
			{
				"menunggu_sejak": self.hari - timedelta(days=days),
				"pengingat_berikut": self.hari - timedelta(hours=1),
			},
			update_modified=False,
		)

	def remind(self, job, saat: datetime):
		"""Run what a job runs, without the commits that would keep what a test makes."""
		with patch.object(frappe.db, "commit"), patch.object(pengingat, "send_waiting_notices"):
			job(saat)

	def list_notices(self, awal: str) -> list[tuple]:
		return frappe.get_all(
			TABEL,
			filters={"surat_masuk": self.surat.name, "kunci": ["like", f"{awal}:%"]},
			fields=["jabatan", "judul"],
			order_by="creation asc, jabatan asc",
			as_list=True,
		)


class TestIngatkanPimpinan(KasusPengingat):
	def remind_at(self, saat: datetime):
		self.remind(remind_of_waiting_letters, saat)

	def test_the_addressee_is_reminded_once_however_often_it_runs(self):
		self.wait(days=4)
		for minutes in (0, 15, 30):
			self.remind_at(self.hari + timedelta(minutes=minutes))
		self.assertEqual(
			self.list_notices("menunggu"), (("UJI-KADIS", "Sudah 4 hari menunggu disposisi Anda"),)
		)
		self.surat.reload()
		self.assertEqual(self.surat.jumlah_pengingat, 1)
		self.assertEqual(self.surat.pengingat_berikut, next_opening(self.hari.date()))

	def test_nobody_is_reminded_before_the_day(self):
		self.remind_at(self.surat.pengingat_berikut - timedelta(minutes=1))
		self.assertEqual(self.list_notices("menunggu"), ())

	def test_again_each_day_until_it_moves(self):
		self.wait(days=4)
		besok = next_opening(self.hari.date())
		self.remind_at(self.hari)
		self.remind_at(besok)
		self.assertEqual(len(self.list_notices("menunggu")), 2)
		with self.sebagai("UJI-KADIS"):
			write_disposisi(self.surat.name, ["UJI-KABID-A"], ["Tindak lanjuti"])
		self.remind_at(next_opening(besok.date()))
		self.assertEqual(len(self.list_notices("menunggu")), 2)

	def test_nobody_is_reminded_while_the_office_is_closed(self):
		self.wait(days=4)
		self.remind_at(datetime.combine(self.hari.date(), datetime.min.time()) + timedelta(hours=6))
		frappe.get_doc({"doctype": "Hari Khusus", "tanggal": self.hari.date()}).insert()
		self.addCleanup(frappe.cache.delete_value, SIMPANAN)
		self.remind_at(self.hari)
		self.assertEqual(self.list_notices("menunggu"), ())
		self.remind_at(next_opening(self.hari.date()))
		self.assertEqual(len(self.list_notices("menunggu")), 1)

	def test_a_scheduler_that_slept_two_days_sends_one(self):
		self.wait(days=4)
		later = next_opening(next_opening(self.hari.date()).date())
		self.remind_at(later)
		self.remind_at(later + timedelta(minutes=15))
		((_jabatan, judul),) = self.list_notices("menunggu")
		self.assertIn(str((later.date() - (self.hari - timedelta(days=4)).date()).days), judul)

	def test_a_clock_set_back_reminds_nobody_again(self):
		self.wait(days=4)
		self.remind_at(self.hari)
		self.remind_at(self.hari - timedelta(days=7))
		self.remind_at(self.hari - timedelta(hours=1))
		# Even a stamp that was lost, as with an older copy of the database, finds the notice of that day there.
		self.wait(days=4)
		self.remind_at(self.hari)
		self.assertEqual(len(self.list_notices("menunggu")), 1)

	def set_sekretaris(self, jabatan: str):
		pengaturan = frappe.get_doc("Pengaturan E-Office")
		pengaturan.update({"jabatan_sekretaris": jabatan, "hari_eskalasi": 6}).save()
		self.addCleanup(frappe.clear_document_cache, pengaturan.doctype, pengaturan.name)

	def test_the_secretary_is_told_after_the_set_time_and_may_look(self):
		# One who would not see the letter otherwise.
		self.set_sekretaris("UJI-KABID-B")
		self.wait(days=5)
		self.remind_at(self.hari)
		self.assertEqual(self.list_notices("eskalasi"), ())
		self.assertFalse(can_see(self.surat.name, surel("UJI-KABID-B")))
		frappe.db.delete(TABEL, {"surat_masuk": self.surat.name})
		self.wait(days=6)
		self.remind_at(self.hari)
		self.assertEqual(
			self.list_notices("eskalasi"), (("UJI-KABID-B", "Sudah 6 hari belum didisposisikan"),)
		)
		self.assertTrue(can_see(self.surat.name, surel("UJI-KABID-B")))
		self.surat.reload()
		self.assertEqual(self.surat.dieskalasi_pada, self.hari)
		self.surat.save(ignore_permissions=True)
		self.assertTrue(can_see(self.surat.name, surel("UJI-KABID-B")))

	def test_the_secretary_is_told_nothing_of_a_letter_that_is_not_ordinary(self):
		self.set_sekretaris("UJI-KABID-B")
		frappe.db.set_value("Surat Masuk", self.surat.name, "sifat", "Terbatas")
		self.wait(days=9)
		self.remind_at(self.hari)
		self.assertEqual(self.list_notices("eskalasi"), ())
		self.assertEqual(len(self.list_notices("menunggu")), 1)

	def test_a_letter_that_waits_no_longer_loses_its_stamp(self):
		self.wait(days=4)
		frappe.db.set_value("Surat Masuk", self.surat.name, "workflow_state", "Selesai")
		self.remind_at(self.hari)
		self.assertEqual(self.list_notices("menunggu"), ())
		self.assertIsNone(frappe.db.get_value("Surat Masuk", self.surat.name, "pengingat_berikut"))


class TestIngatkanDisposisiTerlambat(KasusPengingat):
	@classmethod
	def prepare_class(cls) -> dict:
		surat, batas = make_surat_menunggu(), getdate(nowdate()) + timedelta(days=30)
		with acting_as("UJI-KADIS"):
			(disposisi,) = write_disposisi(surat.name, ["UJI-KABID-A"], ["Tindak lanjuti"], batas_waktu=batas)
		return {"surat": surat, "disposisi": disposisi, "batas": batas}

	def setUp(self):
		super().setUp()
		self.hari = next_opening(self.batas)

	def remind_at(self, saat: datetime):
		self.remind(remind_of_overdue_disposisi, saat)

	def list_told(self) -> list[str]:
		return sorted(jabatan for jabatan, _judul in self.list_notices("terlambat"))

	def test_the_recipient_first_then_also_the_one_above(self):
		self.remind_at(self.hari - timedelta(days=1))
		self.assertEqual(self.list_told(), [])
		hari = self.hari
		for told in (
			["UJI-KABID-A"],
			["UJI-KABID-A", "UJI-KABID-A", "UJI-KADIS"],
			["UJI-KABID-A", "UJI-KABID-A", "UJI-KABID-A", "UJI-KADIS"],
		):
			self.remind_at(hari)
			self.remind_at(hari + timedelta(hours=2))
			self.assertEqual(self.list_told(), told)
			hari = next_opening(hari.date())

	def test_what_is_reported_waits_for_the_one_above(self):
		with self.sebagai("UJI-KABID-A"):
			report_back(self.disposisi, "Sudah")
		self.assertEqual(frappe.db.get_value("Disposisi", self.disposisi, "status"), "Dilaporkan")
		self.remind_at(self.hari)
		self.assertEqual(
			self.list_notices("terlambat"), (("UJI-KADIS", "Umpan balik menunggu pemeriksaan Anda"),)
		)

	def test_what_is_finished_reminds_nobody(self):
		doc = frappe.get_doc("Disposisi", self.disposisi)
		doc.status = "Selesai"
		doc.save(ignore_permissions=True)
		self.assertIsNone(doc.pengingat_berikut)
		self.remind_at(self.hari)
		self.assertEqual(self.list_told(), [])


class TestTerputus(KasusPengingat):
	prepare_class = None

	def test_a_job_killed_half_way_reminds_each_once(self):
		letters = [make_surat_menunggu().name for _time in range(4)]
		for name in letters:
			self.wait(days=4, surat=name)
		with self.committed(letters):
			with self.killed_when_written():
				self.assertEqual(self.count_notices(letters), [1, 0, 0, 0])
			remind_of_waiting_letters(self.hari)
			self.assertEqual(self.count_notices(letters), [1, 1, 1, 1])

	@contextmanager
	def committed(self, letters: list[str]):
		"""Let other processes see the letters for the block; afterwards they wait for nobody."""
		self.addCleanup(frappe.db.commit)
		self.addCleanup(frappe.db.delete, TABEL, {"surat_masuk": ["in", letters]})
		self.addCleanup(frappe.db.delete, "Notification Log", {"document_name": ["in", letters]})
		frappe.db.commit()
		try:
			yield
		finally:
			frappe.db.sql("update `tabSurat Masuk` set pengingat_berikut = null where name in %s", (letters,))
			frappe.db.commit()
			frappe.db.savepoint("uji")

	@contextmanager
	def killed_when_written(self):
		process = subprocess.Popen(
			[sys.executable, "-c", PROSES, frappe.local.site, self.hari.isoformat()],
			cwd=Path(frappe.get_site_path()).resolve().parent,
			stdout=subprocess.PIPE,
			text=True,
		)
		try:
			self.assertEqual(process.stdout.readline().strip(), "written")
		finally:
			os.kill(process.pid, signal.SIGKILL)
			process.wait()
			process.stdout.close()
		frappe.db.rollback()
		yield

	def count_notices(self, letters: list[str]) -> list[int]:
		counts = (frappe.db.count(TABEL, {"kunci": ["like", f"menunggu:{name}:%"]}) for name in letters)
		return sorted(counts, reverse=True)


class TestSkripBerkala(KasusUji):
	JOBS = (
		("Ingatkan Pimpinan", pengingat.send_waiting_letter_reminders, remind_of_waiting_letters),
		(
			"Ingatkan Disposisi Terlambat",
			pengingat.send_overdue_disposisi_reminders,
			remind_of_overdue_disposisi,
		),
		("Kirim Ringkasan Pagi", ringkasan.send_morning_digests, ringkasan.send_digests),
	)

	def test_each_script_is_scheduled_and_queues_its_job(self):
		for name, _function, job in self.JOBS:
			self.assertTrue(
				frappe.db.exists("Scheduled Job Type", {"server_script": name, "stopped": 0}), name
			)
			with patch("frappe.enqueue") as enqueue:
				frappe.get_doc("Server Script", name).execute_scheduled_method()
			self.assertIs(enqueue.call_args.args[0], job)

	def test_a_stranger_starts_none_of_them(self):
		for user in ("UJI-STAF-B", "UJI-KADIS"):
			for name, function, _job in self.JOBS:
				with self.sebagai(user), patch("frappe.enqueue") as enqueue:
					self.assertRaises(frappe.PermissionError, function)
				self.assertFalse(enqueue.called, name)
