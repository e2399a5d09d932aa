"""List, inbox, agenda and tree in a small and a large office archive, with and without the rule: at_scale.py SITE LETTERS."""

import sys
import time
from collections.abc import Callable
from functools import cache, partial

import frappe
from eoffice_app.organisasi.pemangku import holder_on
from eoffice_app.persuratan.pohon import get_pohon
from figures import Figure, hand_over

from in_site.connection import connected, forget_request
from in_site.many import fill

SMALL = 10_000
RUNS = 40
GROWTH, RULE = 2, 1.5
# Whose letters are all, a third, a sixth, one in 200, one in 20,000, and none.
POSTS = ("KADIS", "KABID-APTIKA", "KASI-INFRA", "STAF-INFRA", "STAF-MEDIA", "CARAKA")
FIELDS = ["name", "nomor_agenda", "perihal", "pengirim", "tanggal_terima", "workflow_state"]


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
	users = {post: holder_on(post).user for post in POSTS}
	frappe.cache.delete_keys("eoffice_sees_many")
	figures = {}
	for name, act in ACTS.items():
		jobs = [(user, partial(act, post, letters)) for post, user in users.items()]
		ruled = measure(jobs)
		free = measure([("Administrator", job) for _user, job in jobs]) if act is not read_tree else 0
		figures[name] = (ruled, free)
	return figures


def measure(jobs: list[tuple[str, Callable]]) -> float:
	"""Return the p95 in milliseconds over all jobs, each run RUNS times after a few that do not count."""
	seconds = []
	for user, job in jobs:
		frappe.set_user(user)
		for run in range(-3, RUNS):
			begun = time.perf_counter()
			job(run)
			if run >= 0:
				seconds.append(time.perf_counter() - begun)
			forget_request()
	frappe.set_user("Administrator")
	return sorted(seconds)[int(len(seconds) * 0.95)] * 1000


def read_list(post: str, letters: int, run: int) -> None:
	"""The first page of the letters, as the desk asks for it."""
	order = "`tabSurat Masuk`.tanggal_terima desc"
	frappe.get_list("Surat Masuk", fields=FIELDS, order_by=order, limit=20)


def read_inbox(post: str, letters: int, run: int) -> None:
	"""What waits for a post, the newest first."""
	frappe.get_list(
		"Disposisi",
		fields=["name", "perihal", "dari", "batas_waktu", "status"],
		filters={"kepada": post, "status": ["in", ["Terkirim", "Dibaca", "Ditindaklanjuti"]]},
		order_by="`tabDisposisi`.ditulis_pada desc",
		limit=20,
	)


def find_number(post: str, letters: int, run: int) -> None:
	"""A line of the agenda by the beginning of its number."""
	number = f"A-{_spread(run, letters)}"
	frappe.get_list("Agenda", fields=FIELDS[:3], filters={"nomor_agenda": ["like", f"{number}%"]}, limit=20)


def find_sender(post: str, letters: int, run: int) -> None:
	"""The newest letters of a sender."""
	frappe.get_list(
		"Surat Masuk",
		fields=FIELDS,
		filters={"pengirim": 9000001 + _spread(run, letters) % 5000},
		order_by="`tabSurat Masuk`.tanggal_terima desc",
		limit=20,
	)


def read_tree(post: str, letters: int, run: int) -> None:
	"""The tree of a letter that the post has in its chain."""
	names = _list_letters(post)
	if names:
		get_pohon(names[run % len(names)])


ACTS = {
	"list of letters": read_list,
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
