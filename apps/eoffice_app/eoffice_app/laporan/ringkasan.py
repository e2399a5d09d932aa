"""The figures of the page Ringkasan Pimpinan: the week, the year, the times and what lies waiting.

What would scan letters comes from the roll-up; what waits is counted now, since an index finds it and the office has only
so much of it.
"""

from collections import Counter
from datetime import date, timedelta

import frappe
from frappe.utils import add_months, get_first_day, getdate, now_datetime, nowdate

from eoffice_app.laporan.akses import require_counting_all
from eoffice_app.laporan.beban import measure_arrears
from eoffice_app.laporan.periode import Periode, compose_periode
from eoffice_app.laporan.peristiwa import SURAT_KELUAR, SURAT_MASUK, TANPA_TENGGAT, TEPAT_WAKTU, TERLAMBAT
from eoffice_app.laporan.rekap import get_counted_at
from eoffice_app.laporan.triwulan import get_quarter, read_times
from eoffice_app.persuratan.keadaan import KEADAAN_TUNTAS, MENUNGGU_DISPOSISI
from eoffice_app.persuratan.keadaan_keluar import MENUNGGU_TANDA_TANGAN

SEPEKAN = timedelta(days=7)
BULAN_DITAMPILKAN = 12
PEJABAT_DITAMPILKAN = 8
ARAH = {SURAT_MASUK: "masuk", SURAT_KELUAR: "keluar"}
TUNTAS = (TEPAT_WAKTU, TERLAMBAT, TANPA_TENGGAT)


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
	quarter, counted = get_quarter(today), get_counted_at()
	first = getdate(get_first_day(add_months(today, 1 - BULAN_DITAMPILKAN)))
	flow = _read_flow(min(first, before.dari), today)
	return {
		"pekan": _count_flow(flow, week),
		"pekan_lalu": _count_flow(flow, before),
		"menunggu": _count_waiting(),
		"bulan": _count_months(flow, first),
		**read_times(quarter, counted),
		"tunggakan": measure_arrears(),
		"periode": week,
		"triwulan": quarter,
		"dihitung": counted,
	}


def _read_flow(dari: date, sampai: date) -> list[tuple[str, date, str, int]]:
	"""Return how many letters came and were begun from a day to another: kind, day, what became of them, number."""
	return frappe.db.sql(
		f"""
		select jenis, tanggal, hasil, cast(sum(jumlah) as signed) from `tabRekap Harian`
		where jenis in %(jenis)s and {compose_periode("tanggal")} group by 1, 2, 3
		""",
		{"jenis": tuple(ARAH), **Periode(dari, sampai).as_values()},
	)


def _count_flow(flow: list[tuple], periode: Periode) -> dict[str, int]:
	"""Return how many letters came, were begun and of those that came were finished."""
	tally = Counter()
	for jenis, tanggal, hasil, jumlah in flow:
		if periode.dari <= tanggal <= periode.sampai:
			tally[ARAH[jenis]] += jumlah
			tally["selesai"] += jumlah * (jenis == SURAT_MASUK and hasil in TUNTAS)
	return {name: tally[name] for name in ("masuk", "keluar", "selesai")}


def _count_waiting() -> dict[str, int]:
	"""Return what waits now: letters for a disposisi and for how many days the oldest, letters for a signature, letters
	under way and how many of them past their deadline."""
	waiting, oldest = frappe.db.sql(
		"select count(*), min(menunggu_sejak) from `tabSurat Masuk` where workflow_state = %s",
		MENUNGGU_DISPOSISI,
	)[0]
	# Also what is in a state of the office's own; the index passes over all that is finished.
	under_way, late = frappe.db.sql(
		"select count(*), sum(tenggat < %s) from `tabSurat Masuk` where workflow_state not in %s",
		(now_datetime(), KEADAAN_TUNTAS),
	)[0]
	return {
		"disposisi": waiting,
		"terlama": (now_datetime() - oldest).days if oldest else 0,
		"tanda_tangan": frappe.db.count("Surat Keluar", {"workflow_state": MENUNGGU_TANDA_TANGAN}),
		"berjalan": under_way,
		"lewat": int(late or 0),
	}


def _count_months(flow: list[tuple], first: date) -> list[dict]:
	tally = Counter()
	for jenis, tanggal, _hasil, jumlah in flow:
		tally[ARAH[jenis], tanggal.replace(day=1)] += jumlah
	months = [getdate(add_months(first, count)) for count in range(BULAN_DITAMPILKAN)]
	return [{"bulan": month, **{name: tally[name, month] for name in ARAH.values()}} for month in months]
