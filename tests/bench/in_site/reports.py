"""Every report over one year, the dashboard and the Report Builder in a large archive: reports.py SITE LETTERS."""

import json
import sys
import time
from functools import partial

import frappe
from eoffice_app.laporan.beban import JABATAN, UNIT
from eoffice_app.laporan.rekap import check_all_days
from eoffice_app.laporan.rekapitulasi import ARAH
from eoffice_app.laporan.report.kinerja_verifikasi.kinerja_verifikasi import BUTIR
from eoffice_app.laporan.verifikasi import NILAI
from eoffice_app.organisasi.pemangku import holder_on
from eoffice_app.tests.klien import Klien, make_klien
from figures import Figure, hand_over

from in_site.at_scale import time_once
from in_site.connection import connected
from in_site.many import fill
from in_site.outgoing import fill_outgoing
from in_site.states import fill_states

SMALL = 10_000
PAGES = 20
GROWTH = 2
MOST_SECONDS, MOST_MILLISECONDS = 3, 500
# Who counts all letters, who counts the third that he sees, and who registered most of them.
POSTS = ("KADIS", "KABID-APTIKA", "OPERATOR")
# What single reports ask for besides the days; a report takes no notice of what it does not ask for.
ASKED = {"sampai": "2026-12-31", "tanggal": "2026-11-20", "buku": "SM"}
ONE_YEAR, TEN_YEARS = {**ASKED, "dari": "2026-01-01"}, {**ASKED, "dari": "2017-01-01"}
# The ways in which a report divides what it counts, where it has several.
DIVISIONS = {
	"Rekapitulasi Surat": tuple(
		{"surat": jenis, "menurut": menurut} for jenis, arah in ARAH.items() for menurut in arah.pembagian
	),
	"Kinerja Verifikasi": tuple({"menurut": menurut} for menurut in (*NILAI, BUTIR)),
	"Beban Kerja": tuple({"menurut": menurut} for menurut in (JABATAN, UNIT)),
}
# What people have the Report Builder show: DocType, columns, order.
BUILT = {
	"Surat Masuk": (("name", "nomor_agenda", "perihal", "pengirim", "workflow_state"), "tanggal_terima"),
	"Disposisi": (("name", "kepada", "perihal", "status", "batas_waktu"), "ditulis_pada"),
	"Agenda": (("name", "nomor_agenda", "perihal", "keadaan"), "tanggal_terima"),
}


def main(site: str, letters: int) -> None:
	"""Fill the archive, count it, and hand over the slowest of each kind beside its goal."""
	with connected(site):
		_fill(SMALL)
		few = _time_builder()
		# The web server has loaded what this needs before anybody asks it (`provision/warmed_up.py`).
		_time_summary()
		seconds = _fill(letters)
		begun = time.perf_counter()
		check_all_days()
		again = time.perf_counter() - begun
		many = _time_builder()
		one_year, ten_years = (
			{name: _time_report(name, asked) for name in _list_reports()} for asked in (ONE_YEAR, TEN_YEARS)
		)
		summary = _time_summary()
	_hand_over_slowest(f"report of one year, {letters:,} letters", one_year, MOST_SECONDS)
	_hand_over_slowest(f"report of ten years, {letters:,} letters", ten_years, None)
	page = f"dashboard, {letters:,} letters"
	hand_over(Figure(f"{page}, p95", _p95(summary), "ms", MOST_MILLISECONDS, "Ringkasan Pimpinan"))
	hand_over(Figure(f"{page}, the first after the roll-up", summary[0], "ms", MOST_MILLISECONDS, ""))
	for doctype, taken in many.items():
		words = f"{SMALL:,} letters: {few[doctype]:.1f} ms"
		hand_over(Figure(f"Report Builder on {doctype}, p95", taken, "ms", GROWTH * few[doctype], words))
	hand_over(Figure("roll-up of all days from nothing", seconds, "s", None, f"{letters:,} letters"))
	hand_over(Figure("roll-up of a night in which nothing changed", again, "s", None, f"{letters:,} letters"))


def _hand_over_slowest(words: str, taken: dict[str, float], most: int | None) -> None:
	name = max(taken, key=taken.get)
	each = ", ".join(f"{name} {seconds:.2f}" for name, seconds in taken.items())
	hand_over(Figure(f"{words}: {name}", taken[name], "s", most, each))


def _fill(letters: int) -> float:
	"""Bring the site to so many letters and count every day anew; return the seconds of the counting."""
	fill(letters)
	fill_outgoing(letters)
	fill_states()
	for table in ("Hari Rekap", "Rekap Harian", "Waktu Surat", "Khalayak Surat"):
		frappe.db.sql_ddl(f"truncate table `tab{table}`")
	begun = time.perf_counter()
	check_all_days()
	seconds = time.perf_counter() - begun
	frappe.db.sql("analyze table `tabWaktu Surat`, `tabRekap Harian`, tabVersion")
	frappe.cache.delete_keys("eoffice_sees_many")
	return seconds


def _list_reports() -> list[str]:
	filters = {"module": "Laporan", "report_type": "Script Report", "disabled": 0}
	return frappe.get_all("Report", filters=filters, pluck="name", order_by="name")


def _time_report(name: str, asked: dict) -> float:
	"""Return the seconds of the slowest of all who may ask for a report, in all its divisions, each asked for twice."""
	roles = set(frappe.get_all("Has Role", {"parent": name, "parenttype": "Report"}, pluck="role"))
	return max(
		time_once(partial(_run_report, klien, name, {**asked, **division}), run) / 1000
		for klien in _open_clients()
		if roles & set(frappe.get_roles(klien.user))
		for division in DIVISIONS.get(name, ({},))
		for run in range(2)
	)


def _run_report(klien: Klien, name: str, asked: dict, run: int):
	return klien.call("frappe.desk.query_report.run", report_name=name, filters=json.dumps(asked))


def _time_summary() -> list[float]:
	"""Return the milliseconds of the page again and again, first of all after the roll-up was counted."""
	ask = partial(_ask_summary, make_klien(holder_on("KADIS").user))
	return [time_once(ask, run) for run in range(PAGES)]


def _ask_summary(klien: Klien, run: int):
	return klien.call("eoffice_app.laporan.lembar_ringkasan.get_ringkasan")


def _time_builder() -> dict[str, float]:
	"""Return for each DocType the p95 in milliseconds of a page of the Report Builder, of all who ask."""
	clients = _open_clients()
	frappe.db.commit()
	taken = {doctype: [] for doctype in BUILT}
	for doctype in BUILT:
		for klien in clients:
			times = [time_once(partial(_ask_page, klien, doctype), run) for run in range(-1, PAGES)]
			taken[doctype] += times[1:]
	return {doctype: _p95(times) for doctype, times in taken.items()}


def _ask_page(klien: Klien, doctype: str, run: int):
	columns, order = BUILT[doctype]
	return klien.call(
		"frappe.desk.reportview.get",
		doctype=doctype,
		fields=[f"`tab{doctype}`.`{column}`" for column in columns],
		filters=[],
		order_by=f"`tab{doctype}`.`{order}` desc",
		start="0",
		page_length="20",
		view="Report",
		with_comment_count="0",
	)


def _open_clients() -> list[Klien]:
	return [make_klien(holder_on(post).user) for post in POSTS]


def _p95(times: list[float]) -> float:
	return sorted(times)[int(len(times) * 0.95)]


if __name__ == "__main__":
	main(sys.argv[1], int(sys.argv[2]))
