"""Whole requests to a small and a large archive, with and without the rule of sight: at_scale.py SITE LETTERS."""

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache, partial
from unittest.mock import patch

import frappe
from eoffice_app.organisasi.pemangku import holder_on
from eoffice_app.tests.klien import Klien, make_klien
from figures import Figure, hand_over

from in_site.connection import connected
from in_site.many import fill

SMALL = 10_000
RUNS = 40
GROWTH, RULE = 2, 1.5
# Whose letters are all, a third, a sixth, one in 200, one in 20,000, and none.
POSTS = ("KADIS", "KABID-APTIKA", "KASI-INFRA", "STAF-INFRA", "STAF-MEDIA", "CARAKA")
FIELDS = ("name", "nomor_agenda", "perihal", "pengirim", "tanggal_terima", "workflow_state")


def main(site: str, letters: int) -> None:
	"""Measure both sizes and hand over each growth and what the rule costs."""
	with connected(site):
		fill(SMALL)
		small = measure_all(SMALL)
		fill(letters)
		large = measure_all(letters)
	for name, (ruled, free) in large.items():
		before = small[name][0]
		words = f"{SMALL:,} letters: {before:.1f} ms, so {ruled / before:.2f} times"
		hand_over(Figure(f"{name}, {letters:,} letters, p95", ruled, "ms", GROWTH * before, words))
		if free:
			words = f"without the rule: {free:.1f} ms"
			hand_over(Figure(f"{name}, the rule's price", ruled / free, "times", RULE, words))


def measure_all(letters: int) -> dict[str, tuple[float, float]]:
	"""Return for each thing measured its p95 in milliseconds with the rule, and without (0 where there is none)."""
	clients = {post: make_klien(holder_on(post).user) for post in POSTS}
	frappe.db.commit()
	frappe.cache.delete_keys("eoffice_sees_many")
	return {
		name: measure([partial(act, klien, post, letters) for post, klien in clients.items()], act)
		for name, act in ACTS.items()
	}


@contextmanager
def without_rule() -> Iterator[None]:
	"""Let the same people ask the same, and the lists narrow nothing."""
	with patch("eoffice_app.hak_akses.surat.compose_condition", lambda column, user: ""):
		yield


def measure(jobs: list[Callable], act: Callable) -> tuple[float, float]:
	"""Return the p95 in milliseconds with the rule and without, over all jobs, each run RUNS times in turn.

	In turn, so that a machine that is slower for some seconds is so for both. A tree has no list to narrow.
	"""
	ruled, free = [], []
	for job in jobs:
		for run in range(-3, RUNS):
			with_rule = time_once(job, run)
			with without_rule():
				without = time_once(job, run) if act is not read_tree else 0
			if run >= 0:
				ruled.append(with_rule)
				free.append(without)
	return _p95(ruled), _p95(free)


def time_once(job: Callable, run: int) -> float:
	"""Return the milliseconds of one request."""
	begun = time.perf_counter()
	answer = job(run)
	elapsed = (time.perf_counter() - begun) * 1000
	assert answer.status == 200, answer.isi[:500]
	return elapsed


def _p95(times: list[float]) -> float:
	return sorted(times)[int(len(times) * 0.95)]


def ask_list(klien: Klien, doctype: str, fields: tuple, filters: list, order: str = "tanggal_terima"):
	"""Ask for the first page of a list, as the desk does."""
	return klien.call(
		"frappe.desk.reportview.get",
		doctype=doctype,
		fields=[f"`tab{doctype}`.`{field}`" for field in fields],
		filters=[[doctype, *condition] for condition in filters],
		order_by=f"`tab{doctype}`.`{order}` desc",
		group_by=f"`tab{doctype}`.`name`",
		start="0",
		page_length="20",
		view="List",
	)


def read_list(klien: Klien, post: str, letters: int, run: int):
	"""The newest letters."""
	return ask_list(klien, "Surat Masuk", FIELDS, [])


def read_agenda(klien: Klien, post: str, letters: int, run: int):
	"""The newest lines of the agenda."""
	return ask_list(klien, "Agenda", FIELDS[:5], [])


def read_inbox(klien: Klien, post: str, letters: int, run: int):
	"""What waits for a post."""
	open_states = ["Terkirim", "Dibaca", "Ditindaklanjuti"]
	filters = [["kepada", "=", post], ["status", "in", open_states]]
	return ask_list(klien, "Disposisi", ("name", "perihal", "dari", "batas_waktu"), filters, "ditulis_pada")


def find_number(klien: Klien, post: str, letters: int, run: int):
	"""A line of the agenda by the beginning of its number."""
	filters = [["nomor_agenda", "like", f"A-{_spread(run, letters)}%"]]
	return ask_list(klien, "Agenda", FIELDS[:5], filters)


def find_sender(klien: Klien, post: str, letters: int, run: int):
	"""The newest letters of a sender."""
	filters = [["pengirim", "=", str(9000001 + _spread(run, letters) % 5000)]]
	return ask_list(klien, "Surat Masuk", FIELDS, filters)


def read_tree(klien: Klien, post: str, letters: int, run: int):
	"""The tree of a letter that the post has in its chain; who has none asks for his place in the office."""
	names = _list_letters(post)
	if not names:
		return klien.get("/api/method/eoffice_app.organisasi.desk.get_kedudukan")
	return klien.call("eoffice_app.persuratan.disposisi.pohon.get_pohon", surat_masuk=names[run % len(names)])


ACTS = {
	"list of letters": read_list,
	"agenda book": read_agenda,
	"inbox of a post": read_inbox,
	"agenda by number": find_number,
	"letters of a sender": find_sender,
	"tree of a letter": read_tree,
}


@cache
def _list_letters(post: str) -> list[str]:
	return frappe.get_all(
		"Akses Surat", filters={"subjek": f"jabatan:{post}"}, pluck="surat", order_by="waktu desc", limit=RUNS
	)


def _spread(run: int, letters: int) -> int:
	return 1 + (run + 5) * 7919 % letters


if __name__ == "__main__":
	main(sys.argv[1], int(sys.argv[2]))
