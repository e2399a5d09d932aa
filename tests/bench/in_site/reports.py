"""Every report over one year, the dashboard and the Report Builder in a large archive: reports.py SITE LETTERS."""

import json
import sys
import time
from functools import partial

import frappe
from eoffice_app.laporan.rekap import check_all_days
from eoffice_app.organisasi.pemangku import holder_on
from eoffice_app.tests.klien import Klien, make_klien
from figures import Figure, hand_over

from in_site.at_scale import time_once
from in_site.connection import connected
from in_site.many import fill
from in_site.states import fill_states

SMALL = 10_000
PAGES = 20
GROWTH = 2
MOST_SECONDS, MOST_MILLISECONDS = 3, 500
# Who counts all letters, and who counts the third that he sees.
POSTS = ("KADIS", "KABID-APTIKA")
# One year, and what single reports ask for besides; a report takes no notice of what it does not ask for.
YEAR = {"dari": "2026-01-01", "sampai": "2026-12-31"}
ASKED = {**YEAR, "tanggal": "2026-11-20", "buku": "SM"}
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
		seconds = _fill(letters)
		many = _time_builder()
		slowest = {name: _time_report(name) for name in _list_reports()}
		summary = _time_summary()
	name = max(slowest, key=slowest.get)
	words = ", ".join(f"{name} {taken:.2f}" for name, taken in slowest.items())
	hand_over(
		Figure(f"report of one year, {letters:,} letters: {name}", slowest[name], "s", MOST_SECONDS, words)
	)
	hand_over(
		Figure(f"dashboard, {letters:,} letters, p95", summary, "ms", MOST_MILLISECONDS, "Ringkasan Pimpinan")
	)
	for doctype, taken in many.items():
		words = f"{SMALL:,} letters: {few[doctype]:.1f} ms"
		hand_over(Figure(f"Report Builder on {doctype}, p95", taken, "ms", GROWTH * few[doctype], words))
	hand_over(Figure("roll-up of all days from nothing", seconds, "s", None, f"{letters:,} letters"))


def _fill(letters: int) -> float:
	"""Bring the site to so many letters and count every day anew; return the seconds of the counting."""
	fill(letters)
	fill_states()
	for table in ("Hari Rekap", "Rekap Harian", "Waktu Surat"):
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


def _time_report(name: str) -> float:
	"""Return the seconds of the slowest of all who may ask for a report, each asking twice."""
	taken = [0.0]
	for klien in _open_clients():
		with_roles = set(frappe.get_all("Has Role", {"parent": name, "parenttype": "Report"}, pluck="role"))
		if with_roles & set(frappe.get_roles(klien.user)):
			taken += [time_once(partial(_run_report, klien, name), run) / 1000 for run in range(2)]
	return max(taken)


def _run_report(klien: Klien, name: str, run: int):
	return klien.call("frappe.desk.query_report.run", report_name=name, filters=json.dumps(ASKED))


def _time_summary() -> float:
	klien = make_klien(holder_on("KADIS").user)
	ask = partial(_ask_summary, klien)
	time_once(ask, -1)
	return _p95([time_once(ask, run) for run in range(PAGES)])


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
