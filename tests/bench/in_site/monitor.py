"""What the monitor asks, in a large archive of which some thousand letters are under way: monitor.py SITE LETTERS."""

import sys
from collections.abc import Callable
from functools import partial

import frappe
from eoffice_app.organisasi.pemangku import holder_on
from eoffice_app.tests.klien import Klien, make_klien
from figures import Figure, hand_over

from in_site.at_scale import time_once
from in_site.connection import OPERATOR, connected
from in_site.many import fill

RUNS = 20
MOST_MILLISECONDS = 500
# Who sees nearly all letters, who sees a third of them, who sees a handful; beside them the operator.
POSTS = ("KADIS", "KABID-APTIKA", "STAF-MEDIA")
MONITOR = "/api/method/eoffice_app.pemantauan"
# What the page asks for its figures, and for each of its views.
ASKED = {
	"figures": partial(Klien.get, path=f"{MONITOR}.pemantauan.get_pemantauan"),
	"table": partial(Klien.get, path=f"{MONITOR}.pemantauan.list_surat"),
	"board": partial(Klien.get, path=f"{MONITOR}.pemantauan.get_papan"),
	"calendar": partial(Klien.get, path=f"{MONITOR}.undangan.list_undangan", bulan="2026-11"),
}


def main(site: str, letters: int) -> None:
	"""Fill the archive, and hand over the p95 of each view, of all who look."""
	with connected(site):
		fill(letters)
		frappe.cache.delete_keys("eoffice_sees_many")
		under_way = frappe.db.count("Surat Masuk", {"workflow_state": "Didisposisikan"})
		clients = [make_klien(user) for user in (*(holder_on(post).user for post in POSTS), OPERATOR)]
		frappe.db.commit()
		taken = {view: _time_view(clients, ask) for view, ask in ASKED.items()}
	words = f"{under_way:,} letters under way; {len(clients)} accounts, {RUNS} times each"
	for view, milliseconds in taken.items():
		hand_over(
			Figure(f"monitor, {view}, {letters:,} letters, p95", milliseconds, "ms", MOST_MILLISECONDS, words)
		)


def _time_view(clients: list[Klien], ask: Callable) -> float:
	jobs = [partial(_ask, klien, ask) for klien in clients]
	for job in jobs:
		job(-1)
	taken = sorted(time_once(job, run) for job in jobs for run in range(RUNS))
	return taken[int(len(taken) * 0.95)]


def _ask(klien: Klien, ask: Callable, run: int):
	return ask(klien)


if __name__ == "__main__":
	main(sys.argv[1], int(sys.argv[2]))
