"""The roll-up says what a direct count says, however late, however often and wherever it was killed."""

import json
import os
import signal
import subprocess
import sys
from collections import Counter
from datetime import date, datetime, timedelta
from pathlib import Path

import frappe

from eoffice_app.hak_akses.surat import can_see
from eoffice_app.laporan import rekap
from eoffice_app.laporan.beban import read_rolled_up
from eoffice_app.laporan.khalayak import PembacaKhalayak
from eoffice_app.laporan.menit_kerja import PencacahMenit
from eoffice_app.laporan.periode import Periode
from eoffice_app.laporan.peristiwa import PENGIRIMAN, SURAT_KELUAR, SURAT_MASUK
from eoffice_app.laporan.rekap import judge_disposisi
from eoffice_app.laporan.sidik_hari import DISPOSISI, JENIS, list_days_changed_since, read_fingerprints
from eoffice_app.laporan.waktu import Pilihan, measure_groups, measure_steps
from eoffice_app.organisasi.waktu_kerja import get_kalender
from eoffice_app.persuratan.disposisi.langkah import mark_read, write_disposisi
from eoffice_app.persuratan.disposisi.umpan_balik import accept_report, report_back
from eoffice_app.tests.dasar import (
	KasusUji,
	acting_as,
	make_surat_keluar,
	make_surat_masuk,
	make_surat_menunggu,
)

# Working days on which no other test has a letter.
HARI, LUSA = date(2019, 3, 5), date(2019, 3, 6)
# Counts two marked days and is killed in the second, before that is for good.
PROSES = """
import sys, time
import frappe
from eoffice_app.laporan import rekap
frappe.init(site=sys.argv[1])
frappe.connect()
keep, kept = rekap._keep_fingerprint, []
def keep_and_wait(jenis, day):
	keep(jenis, day)
	kept.append(day)
	if len(kept) == 2:
		print("counted", flush=True)
		time.sleep(600)
rekap._keep_fingerprint = keep_and_wait
rekap.count_marked()
"""


class KasusRekap(KasusUji):
	def put(self, surat: str, saat: datetime, **values):
		"""Let a letter have come at a moment, past every hook."""
		moved = {
			"tanggal_surat": HARI,
			"tanggal_terima": saat,
			"creation": saat + timedelta(minutes=4),
			"tenggat": saat + timedelta(days=1),
			**values,
		}
		frappe.db.set_value("Surat Masuk", surat, moved, update_modified=False)

	def count(self, *days: date):
		pencacah, khalayak = PencacahMenit(get_kalender()), PembacaKhalayak()
		for day in days:
			for jenis in JENIS:
				rekap.count_day(jenis, day, pencacah, khalayak)

	def tally(self, jenis: str, day: date) -> Counter:
		rows = frappe.get_all(
			"Rekap Harian", {"jenis": jenis, "tanggal": day}, ["pemilik", "kelompok", "hasil", "jumlah"]
		)
		return Counter({(row.pemilik, row.kelompok, row.hasil): row.jumlah for row in rows})

	def timed(self, day: date = HARI) -> list:
		return frappe.get_all(
			"Waktu Surat", {"jenis": SURAT_MASUK, "tanggal": day}, ["*"], order_by="dokumen"
		)

	def known(self, jenis: str, day: date) -> str | None:
		return frappe.db.get_value("Hari Rekap", f"{jenis} {day}", "sidik")

	def note(self, *days: date):
		"""As `rekap.mark`, but not for good."""
		for day in days:
			for jenis in JENIS:
				values = {"name": f"{jenis} {day}", "jenis": jenis, "tanggal": day}
				frappe.get_doc({"doctype": "Hari Rekap", **values}).insert(ignore_if_duplicate=True)


class TestRekap(KasusRekap):
	@classmethod
	def prepare_class(cls) -> dict:
		waiting = make_surat_menunggu(derajat="Segera")
		done = make_surat_menunggu()
		with acting_as("UJI-KADIS"):
			write_disposisi(done.name, ["UJI-KABID-A"], ["Tindak lanjuti"])
		with acting_as("UJI-KABID-A"):
			mark_read(done.name)
		return {"baru": make_surat_masuk(), "menunggu": waiting, "tuntas": done}

	def setUp(self):
		super().setUp()
		for place, surat in enumerate((self.baru, self.menunggu, self.tuntas)):
			self.put(surat.name, datetime.combine(HARI, datetime.min.time()) + timedelta(hours=9 + place))
		self.enter(self.tuntas.name, "Diverifikasi", datetime(2019, 3, 5, 11, 10))
		self.enter(self.tuntas.name, "Menunggu Disposisi", datetime(2019, 3, 5, 11, 15))
		self.disposisi = frappe.db.get_value("Disposisi", {"surat_masuk": self.tuntas.name})
		moments = {"ditulis_pada": datetime(2019, 3, 5, 15, 50), "dibaca_pada": datetime(2019, 3, 6, 7, 40)}
		frappe.db.set_value("Disposisi", self.disposisi, moments, update_modified=False)
		self.note(HARI, LUSA)

	def enter(self, surat: str, state: str, saat: datetime):
		"""Keep that a letter entered a state, as Frappe keeps it outside of tests."""
		data = json.dumps(
			{"changed": [["workflow_state", "Sebelumnya", state], ["alasan", None, "workflow_state"]]}
		)
		version = {"doctype": "Version", "ref_doctype": SURAT_MASUK, "docname": surat, "data": data}
		name = frappe.get_doc(version).insert(ignore_permissions=True).name
		frappe.db.set_value("Version", name, "creation", saat, update_modified=False)

	def finish(self):
		with self.sebagai("UJI-KABID-A"):
			report_back(self.disposisi, "Sudah dikerjakan.")
		with self.sebagai("UJI-KADIS"):
			accept_report(self.disposisi)
		self.enter(self.tuntas.name, "Selesai", datetime(2019, 3, 6, 13))

	def test_it_is_what_a_direct_count_gives(self):
		self.finish()
		self.count(HARI)
		direct = Counter()
		for surat in frappe.get_all(
			"Surat Masuk",
			{"tanggal_terima": ["between", [HARI, HARI]]},
			["derajat", "workflow_state", "tujuan"],
		):
			unit = frappe.db.get_value("Jabatan", surat.tujuan, "unit_kerja")
			hasil = "Terlambat" if surat.workflow_state == "Selesai" else "Berjalan"
			direct[unit, surat.derajat, hasil] += 1
		self.assertEqual(self.tally(SURAT_MASUK, HARI), direct)
		self.assertEqual(direct.total(), 3)

	def test_each_moment_is_where_the_letter_says(self):
		self.finish()
		self.count(HARI)
		row = next(row for row in self.timed() if row.dokumen == self.tuntas.name)
		moments = ("dicatat", "diverifikasi", "sampai", "didisposisikan", "dibaca", "selesai")
		# Received 11:00; the office closes at 16:00 and opens at 07:30.
		self.assertEqual(
			[row[f"menit_{name}"] - row.menit_diterima for name in moments], [4, 10, 15, 290, 310, 630]
		)
		self.assertEqual((row.menit_diarsipkan, row.hasil), (0, "Terlambat"))
		self.assertEqual(row.selesai_pada, datetime(2019, 3, 6, 13))

	def test_a_letter_whose_changes_are_not_kept_is_finished_since_it_is_in_that_state(self):
		values = {"workflow_state": "Selesai", "keadaan_sejak": datetime(2019, 3, 5, 12)}
		self.put(self.baru.name, datetime(2019, 3, 5, 9), **values)
		self.count(HARI)
		row = next(row for row in self.timed() if row.dokumen == self.baru.name)
		self.assertEqual((row.menit_selesai - row.menit_diterima, row.hasil), (180, "Tepat Waktu"))

	def test_counting_twice_is_counting_once(self):
		self.count(HARI)
		before = self.tally(SURAT_MASUK, HARI), len(self.timed())
		self.count(HARI)
		self.assertEqual((self.tally(SURAT_MASUK, HARI), len(self.timed())), before)

	def test_a_day_that_nothing_happened_to_is_not_counted_anew(self):
		self.count(HARI)
		for jenis in (SURAT_MASUK, SURAT_KELUAR, PENGIRIMAN):
			self.assertNotIn(HARI, rekap.list_differing_days(jenis), jenis)

	def test_what_is_changed_past_every_hook_is_found_and_mended(self):
		self.count(HARI)
		self.put(self.baru.name, datetime.combine(HARI, datetime.min.time()), workflow_state="Ditolak")
		self.assertIn(HARI, rekap.list_differing_days(SURAT_MASUK))
		self.count(HARI)
		self.assertNotIn(HARI, rekap.list_differing_days(SURAT_MASUK))
		self.assertIn("Ditutup", {hasil for _unit, _derajat, hasil in self.tally(SURAT_MASUK, HARI)})

	def test_a_letter_that_goes_to_another_day_is_counted_there_alone(self):
		self.count(HARI)
		self.put(self.baru.name, datetime.combine(LUSA, datetime.min.time()))
		differing = rekap.list_differing_days(SURAT_MASUK)
		self.assertIn(HARI, differing)
		self.assertIn(LUSA, differing)
		self.count(HARI, LUSA)
		self.assertEqual([row.dokumen for row in self.timed(LUSA)], [self.baru.name])
		self.assertEqual(len(self.timed()), 2)

	def test_a_day_that_loses_its_last_letter_is_forgotten(self):
		self.count(HARI)
		for surat in (self.baru, self.menunggu, self.tuntas):
			self.put(surat.name, datetime.combine(LUSA, datetime.min.time()))
		self.count(HARI, LUSA)
		self.assertEqual((self.timed(), self.tally(SURAT_MASUK, HARI)), ([], Counter()))
		self.assertIsNone(self.known(SURAT_MASUK, HARI))
		self.assertNotIn(HARI, rekap.list_differing_days(SURAT_MASUK))

	def test_two_letters_that_swap_what_they_are_do_not_go_unnoticed(self):
		before = read_fingerprints(SURAT_MASUK, HARI)
		first, second = (
			frappe.db.get_value("Surat Masuk", surat.name, "workflow_state")
			for surat in (self.baru, self.menunggu)
		)
		self.assertNotEqual(first, second)
		for surat, state in ((self.baru, second), (self.menunggu, first)):
			frappe.db.set_value("Surat Masuk", surat.name, "workflow_state", state, update_modified=False)
		self.assertNotEqual(read_fingerprints(SURAT_MASUK, HARI), before)

	def test_another_calendar_makes_every_day_another(self):
		before = read_fingerprints(SURAT_MASUK, HARI)
		frappe.get_doc({"doctype": "Hari Khusus", "tanggal": LUSA, "jenis": "Libur"}).insert()
		self.assertNotEqual(read_fingerprints(SURAT_MASUK, HARI), before)

	def test_a_disposisi_that_is_read_changes_the_day_of_its_letter(self):
		with self.sebagai("UJI-KADIS"):
			write_disposisi(self.menunggu.name, ["UJI-KABID-B"], ["Tindak lanjuti"])
		self.count(HARI)
		since = frappe.utils.now_datetime()
		with self.sebagai("UJI-KABID-B"):
			mark_read(self.menunggu.name)
		self.assertIn(HARI, rekap.list_differing_days(SURAT_MASUK))
		self.assertIn(HARI, list_days_changed_since(SURAT_MASUK, since))
		self.assertIn(since.date(), list_days_changed_since(DISPOSISI, since))

	def test_disposisi_are_what_a_direct_count_gives(self):
		self.finish()
		self.count(HARI)
		self.assertEqual(read_rolled_up(Periode(HARI, HARI)), count_disposisi(HARI))
		self.assertEqual(count_disposisi(HARI).total(), 1)

	def test_outgoing_letters_belong_to_the_day_on_which_they_were_begun(self):
		surat = make_surat_keluar()
		frappe.db.set_value(
			"Surat Keluar", surat.name, "creation", datetime.combine(HARI, datetime.min.time())
		)
		self.count(HARI)
		self.assertEqual(self.tally(SURAT_KELUAR, HARI).total(), 1)

	def test_the_reports_say_what_the_letters_one_by_one_say(self):
		self.finish()
		self.count(HARI)
		pilihan = Pilihan(SURAT_MASUK, Periode(HARI, HARI))
		all_of_them = measure_groups(pilihan)[-1]
		self.assertEqual(
			[all_of_them[name] for name in ("jumlah", "selesai", "berjalan", "terlambat", "ditutup")],
			[3, 1, 2, 1, 0],
		)
		rows = {row.dokumen: row for row in self.timed()}
		done = rows[self.tuntas.name]
		hours = (done.menit_selesai - done.menit_diterima) / 60
		self.assertEqual(all_of_them["median"], round(hours, 1))
		first = measure_steps(pilihan)[0]
		self.assertEqual((first["kode"], first["jumlah"], first["median"], first["dalam"]), ("SM-1", 3, 4, 3))


def count_disposisi(day: date, user: str | None = None) -> Counter:
	"""Return what the disposisi of a day came to, by (post, result), one by one, of the letters that a user may see."""
	fields = ["surat_masuk", "kepada", "status", "batas_waktu", "umpan_balik_pada", "dibaca_pada"]
	written = frappe.get_all("Disposisi", {"ditulis_pada": ["between", [day, day]]}, fields)
	return Counter(
		(
			row.kepada,
			judge_disposisi(row.status, row.batas_waktu, get_date(row.umpan_balik_pada or row.dibaca_pada)),
		)
		for row in written
		if user is None or can_see(row.surat_masuk, user)
	)


def get_date(saat: datetime | None) -> date | None:
	return saat.date() if saat else None


class TestTerputus(KasusRekap):
	def test_a_count_killed_half_way_is_finished_by_the_next(self):
		for day in (HARI, LUSA):
			self.add_stale(day)
		self.addCleanup(self.forget)
		rekap.mark(SURAT_MASUK, (HARI, LUSA))
		self.kill_when_counted()
		frappe.db.rollback()
		self.assertEqual([self.tally(SURAT_MASUK, day).total() for day in (HARI, LUSA)], [99, 0])
		rekap.count_marked()
		self.assertEqual([self.tally(SURAT_MASUK, day).total() for day in (HARI, LUSA)], [0, 0])
		self.assertFalse(frappe.db.exists("Hari Rekap", {"sidik": ""}))
		frappe.db.savepoint("uji")

	def add_stale(self, day: date):
		frappe.get_doc(
			{
				"doctype": "Rekap Harian",
				"jenis": SURAT_MASUK,
				"tanggal": day,
				"hasil": "Berjalan",
				"jumlah": 99,
			}
		).insert()

	def forget(self):
		for doctype in ("Rekap Harian", "Hari Rekap"):
			frappe.db.delete(doctype, {"tanggal": ["in", [HARI, LUSA]]})
		frappe.db.commit()

	def kill_when_counted(self):
		process = subprocess.Popen(
			[sys.executable, "-c", PROSES, frappe.local.site],
			cwd=Path(frappe.get_site_path()).resolve().parent,
			stdout=subprocess.PIPE,
			text=True,
		)
		try:
			self.assertEqual(process.stdout.readline().strip(), "counted")
		finally:
			os.kill(process.pid, signal.SIGKILL)
			process.wait()
			process.stdout.close()
