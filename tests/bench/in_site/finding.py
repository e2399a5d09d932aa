""" "Di mana surat saya?" in a small and a large archive: finding.py SITE LETTERS."""

import sys
import time

import frappe
from eoffice_app.organisasi.pemangku import holder_on
from eoffice_app.pencarian.penulis import rebuild
from eoffice_app.persuratan.surat_masuk.pencarian_surat import find_surat
from figures import Figure, hand_over

from in_site.connection import connected, forget_request
from in_site.many import fill

SMALL = 10_000
RUNS = 40
GROWTH = 2
# Who sees all letters, a third, one in 200, and none.
POSTS = ("KADIS", "KABID-APTIKA", "STAF-INFRA", "CARAKA")
# Numbers, common words, their beginnings, common with rare, a sender, and what is nowhere.
QUESTIONS = (
	"A-{number}",
	"005/{number}/2026",
	"undangan rapat",
	"und",
	"per dat ang",
	"laporan anggaran {number}",
	"instansi pengirim {sender}",
	"permohonan tidakada",
)


def main(site: str, letters: int) -> None:
	"""Measure both sizes and hand over the p95, and how long the index took to make."""
	with connected(site):
		small = prepare_and_measure(SMALL)[0]
		large, seconds = prepare_and_measure(letters)
	words = f"{SMALL:,} letters: {small:.1f} ms, so {large / small:.2f} times"
	hand_over(Figure(f"finding a letter, {letters:,} letters, p95", large, "ms", GROWTH * small, words))
	hand_over(Figure(f"making the index of {letters:,} letters", seconds, "s", None, ""))


def prepare_and_measure(letters: int) -> tuple[float, float]:
	"""Return the p95 in milliseconds with so many letters, and the seconds it took to make the index."""
	fill(letters)
	begun = time.perf_counter()
	rebuild()
	seconds = time.perf_counter() - begun
	return measure(letters), seconds


def measure(letters: int) -> float:
	"""Return the p95 in milliseconds over all who ask and all they ask for."""
	times = []
	for post in POSTS:
		frappe.set_user(holder_on(post).user)
		for run in range(-3, RUNS):
			for question in QUESTIONS:
				number = (run + 3) * 7919 % letters + 1
				elapsed = ask(question.format(number=number, sender=number % 5000 + 1))
				if run >= 0:
					times.append(elapsed)
	frappe.set_user("Administrator")
	return sorted(times)[int(len(times) * 0.95)] * 1000


def ask(question: str) -> float:
	"""Return the seconds that one question takes."""
	begun = time.perf_counter()
	find_surat(question)
	elapsed = time.perf_counter() - begun
	forget_request()
	return elapsed


if __name__ == "__main__":
	main(sys.argv[1], int(sys.argv[2]))
