"""The office's own working time: `kalender` with its settings, the national holidays and its special days."""

from datetime import date, datetime, time, timedelta

import frappe
import holidays
from frappe.utils import get_datetime, get_time, getdate

from eoffice_app.organisasi.kalender import HARI_KERJA, SEHARI, KalenderKerja

SETENGAH_HARI, TETAP_MASUK = "Setengah Hari", "Tetap Masuk"
JAM_MASUK, JAM_PULANG = time(7, 30), time(16)
# A new version of the library may know more decrees.
SIMPANAN = f"eoffice_hari_lain:{holidays.__version__}"
# The holidays of the law, and the days that the ministers' yearly joint decree adds for the civil service.
GOLONGAN_LIBUR = (holidays.PUBLIC, holidays.GOVERNMENT)


def add_work_time(mulai: datetime | str, jumlah: int, satuan: str) -> datetime:
	"""Return the deadline that lies so much working time after a moment.

	Default table: Sangat Segera 24 hours, Segera 2 x 24 hours, Biasa 5 working days, each from receipt.

	:param satuan: "Hari Kerja" (until the office closes on the last day) or "Jam" (see `KalenderKerja.add_hours`)
	:raises TanpaHariKerjaError: the office is closed for a year on end
	"""
	kalender = get_kalender()
	count = kalender.add_work_days if satuan == HARI_KERJA else kalender.add_hours
	return count(get_datetime(mulai), jumlah)


def is_work_day(day: date | str) -> bool:
	"""Whether the office works on a day, be it half of it."""
	return get_kalender().is_work_day(getdate(day))


def next_work_day(day: date) -> date:
	"""Return the first day after a day on which the office works."""
	return get_kalender().next_work_day(day)


def opening_from(moment: datetime) -> datetime:
	"""Return the moment itself if the office is at work that day and has opened, otherwise its next opening."""
	return get_kalender().opening_from(moment)


def next_opening(day: date) -> datetime:
	"""Return when the office opens on the first work day after a day."""
	return get_kalender().opening_from(datetime.combine(day + SEHARI, time()))


def get_kalender() -> KalenderKerja:
	"""Return the office's calendar, as Pengaturan E-Office and Hari Khusus have it now."""
	pengaturan = frappe.get_cached_doc("Pengaturan E-Office")
	return KalenderKerja(
		jam_masuk=read_jam(pengaturan.jam_masuk) or JAM_MASUK,
		jam_pulang=read_jam(pengaturan.jam_pulang) or JAM_PULANG,
		enam_hari_kerja=bool(pengaturan.enam_hari_kerja),
		read_hari_lain=_get_hari_lain,
	)


def forget_hari_lain() -> None:
	"""Let the days of every year be read anew: called when Hari Khusus or Pengaturan E-Office change."""
	frappe.cache.delete_value(SIMPANAN)
	# Whoever reads the calendar before this transaction ends would keep the days as they were.
	frappe.db.after_commit.add(lambda: frappe.cache.delete_value(SIMPANAN))


def list_libur_nasional(tahun: int) -> dict[date, str]:
	"""Return Indonesia's holidays of a year with their names.

	For a year whose joint decree the library does not know yet, they are the holidays of the law alone, those of the
	moon's calendars estimated; what the decree adds is entered as Hari Khusus until the library is renewed.
	"""
	return dict(holidays.Indonesia(years=tahun, categories=GOLONGAN_LIBUR, language="id"))


def _get_hari_lain(tahun: int) -> dict[date, time | None]:
	# Computing a year's holidays takes 0.1 s, more than registering a letter: they are kept until something changes.
	return frappe.cache.hget(SIMPANAN, str(tahun), lambda: _read_hari_lain(tahun))


def _read_hari_lain(tahun: int) -> dict[date, time | None]:
	pengaturan = frappe.get_cached_doc("Pengaturan E-Office")
	hari_lain = dict.fromkeys(list_libur_nasional(tahun)) if pengaturan.hari_libur_nasional else {}
	for row in frappe.get_all(
		"Hari Khusus",
		filters={"tanggal": ["between", [date(tahun, 1, 1), date(tahun, 12, 31)]]},
		fields=["tanggal", "jenis", "jam_pulang"],
	):
		hari_lain[row.tanggal] = {
			SETENGAH_HARI: read_jam(row.jam_pulang) or JAM_PULANG,
			TETAP_MASUK: read_jam(pengaturan.jam_pulang) or JAM_PULANG,
		}.get(row.jenis)
	return hari_lain


def read_jam(value: time | timedelta | str | None) -> time | None:
	"""Return an hour that somebody entered, as a time of the day; None where nobody did.

	Frappe fills an empty Time of a new document with the present time to the microsecond: nobody types such an hour.
	"""
	if value is None or value == "":
		return None
	jam = get_time(value)
	return None if jam.microsecond else jam
