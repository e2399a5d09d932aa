"""The figures of the page Ringkasan Pimpinan: the week, the year, the times and what lies waiting.

What would scan letters comes from the roll-up; what waits is counted now, since an index finds it and the office has only
so much of it.
"""

from collections import Counter
from datetime import date, timedelta
from hashlib import sha256

import frappe
from frappe.utils import add_months, get_first_day, getdate, now_datetime, nowdate

from eoffice_app.laporan.akses import require_counting_all
from eoffice_app.laporan.beban import measure_arrears
from eoffice_app.laporan.periode import Periode, compose_periode
from eoffice_app.laporan.peristiwa import SURAT_KELUAR, SURAT_MASUK, TANPA_TENGGAT, TEPAT_WAKTU, TERLAMBAT
from eoffice_app.laporan.rekap import get_counted_at
from eoffice_app.laporan.waktu import Pilihan, list_steps, measure_groups, measure_steps
from eoffice_app.persuratan.keadaan import KEADAAN_TUNTAS, MENUNGGU_DISPOSISI
from eoffice_app.persuratan.keadaan_keluar import MENUNGGU_TANDA_TANGAN

SEPEKAN = timedelta(days=7)
BULAN_DITAMPILKAN = 12
PEJABAT_DITAMPILKAN = 8
# As long as it is until the roll-up looks for changes again.
BERLAKU_DETIK = 900


def read_ringkasan(hari_ini: date | None = None) -> dict:
	"""Return the figures of the whole office, of the seven days before a day and of the twelve months up to it.

	:param hari_ini: today when left out
	:return: dict of `pekan` and `pekan_lalu` (dicts of `masuk`, `keluar`, `selesai`), `menunggu` (see `_count_waiting`),
	        `bulan` (dicts of `bulan`, `masuk`, `keluar`), `tenggat` (see `measure_groups`), `langkah` (see `measure_steps`),
	        `tunggakan` (see `measure_arrears`), `periode`, `triwulan` (Periode) and `dihitung`
	:raises frappe.PermissionError: the session's user counts only his own letters
	"""
	require_counting_all()
	today = hari_ini or getdate(nowdate())
	week = Periode(today - SEPEKAN, today - timedelta(days=1))
	before = Periode(week.dari - SEPEKAN, week.sampai - SEPEKAN)
	quarter = Periode(getdate(add_months(today, -3)), today)
	return {
		"pekan": _count_flow(week),
		"pekan_lalu": _count_flow(before),
		"menunggu": _count_waiting(),
		"bulan": _count_months(today),
		**_measure_times(quarter),
		"tunggakan": measure_arrears(),
		"periode": week,
		"triwulan": quarter,
		"dihitung": get_counted_at(),
	}


def _measure_times(quarter: Periode) -> dict[str, list]:
	"""Return `tenggat` and `langkah` of a quarter, measured once for each state of the roll-up and of the standard times."""
	standards = [list_steps(jenis) for jenis in (SURAT_MASUK, SURAT_KELUAR)]
	state = repr((quarter, get_counted_at(), standards))
	# Whoever asks counts all letters, so that one answer serves them all.
	key = f"eoffice_ringkasan_waktu:{sha256(state.encode()).hexdigest()}"
	times = frappe.cache.get_value(key, expires=True)
	if times is None:
		times = {
			"tenggat": measure_groups(Pilihan(SURAT_MASUK, quarter)),
			"langkah": [
				step
				for jenis in (SURAT_MASUK, SURAT_KELUAR)
				for step in measure_steps(Pilihan(jenis, quarter))
			],
		}
		frappe.cache.set_value(key, times, expires_in_sec=BERLAKU_DETIK)
	return times


def _count_flow(periode: Periode) -> dict[str, int]:
	"""Return how many letters came, were begun and of those that came were finished."""
	tally = Counter()
	for jenis, hasil, jumlah in frappe.db.sql(
		f"""
		select jenis, hasil, sum(jumlah) from `tabRekap Harian`
		where jenis in %(jenis)s and {compose_periode("tanggal")} group by 1, 2
		""",
		{"jenis": (SURAT_MASUK, SURAT_KELUAR), **periode.as_values()},
	):
		tally["masuk" if jenis == SURAT_MASUK else "keluar"] += int(jumlah)
		if jenis == SURAT_MASUK and hasil in (TEPAT_WAKTU, TERLAMBAT, TANPA_TENGGAT):
			tally["selesai"] += int(jumlah)
	return {name: tally[name] for name in ("masuk", "keluar", "selesai")}


def _count_waiting() -> dict[str, int]:
	"""Return what waits now: letters for a disposisi and for how many days the oldest, letters for a signature, letters
	under way and how many of them past their deadline."""
	waiting, oldest = frappe.db.sql(
		"select count(*), min(menunggu_sejak) from `tabSurat Masuk` where workflow_state = %s",
		MENUNGGU_DISPOSISI,
	)[0]
	# Named one by one, so that the index finds what is under way among all that the office has ever kept.
	states = frappe.db.sql_list("select distinct workflow_state from `tabSurat Masuk`")
	under_way, late = frappe.db.sql(
		"select count(*), sum(tenggat < %s) from `tabSurat Masuk` where workflow_state in %s",
		(now_datetime(), [state for state in states if state not in KEADAAN_TUNTAS] or [""]),
	)[0]
	return {
		"disposisi": waiting,
		"terlama": (now_datetime() - oldest).days if oldest else 0,
		"tanda_tangan": frappe.db.count("Surat Keluar", {"workflow_state": MENUNGGU_TANDA_TANGAN}),
		"berjalan": under_way,
		"lewat": int(late or 0),
	}


def _count_months(today: date) -> list[dict]:
	first = getdate(get_first_day(add_months(today, 1 - BULAN_DITAMPILKAN)))
	tally = {
		(jenis, bulan): int(jumlah)
		for jenis, bulan, jumlah in frappe.db.sql(
			f"""
			select jenis, date_format(tanggal, '%%Y-%%m'), sum(jumlah) from `tabRekap Harian`
			where jenis in %(jenis)s and {compose_periode("tanggal")} group by 1, 2
			""",
			{"jenis": (SURAT_MASUK, SURAT_KELUAR), **Periode(first, today).as_values()},
		)
	}
	months = [getdate(add_months(first, count)) for count in range(BULAN_DITAMPILKAN)]
	return [
		{
			"bulan": month,
			"masuk": tally.get((SURAT_MASUK, f"{month:%Y-%m}"), 0),
			"keluar": tally.get((SURAT_KELUAR, f"{month:%Y-%m}"), 0),
		}
		for month in months
	]
