"""The search box in a small and a large archive, each letter with a page of text: finding.py SITE LETTERS."""

import sys
import time
from dataclasses import dataclass

import frappe
from eoffice_app.organisasi.pemangku import holder_on
from eoffice_app.pencarian.cari import search_letters
from eoffice_app.pencarian.penulis import get_folder, rebuild
from figures import Figure, hand_over

from in_site.connection import connected, forget_request
from in_site.many import fill
from in_site.texts import WORDS_OF_LETTER, fill_texts

SMALL = 10_000
RUNS = 10
GROWTH = 2
MOST_MILLISECONDS = 100
# Who sees all letters, a third, one in 200, and none.
POSTS = ("KADIS", "KABID-APTIKA", "STAF-INFRA", "CARAKA")
# Numbers, common words, their beginnings and other forms, common with rare, a sender, phrases, and what is nowhere.
QUESTIONS = (
	"A-{number}",
	"005/{number}/2026",
	"undangan rapat",
	"und",
	"per dat ang",
	"laporan anggaran {number}",
	"instansi pengirim {sender}",
	"permohonan tidakada",
	"dikirim pegawai kesehatan",
	"diundang koordinasi pembangunan daerah",
	"persandian {sender}",
	'"rapat koordinasi"',
	'"pelayanan masyarakat"',
	'"pelaksanaan kegiatan" anggaran',
)
# The newest first, the best first, and the newest of one year and degree of secrecy.
WAYS = ({}, {"terbaik": 1}, {"saringan": {"tahun": 2024, "sifat": "Biasa"}})


@dataclass(frozen=True)
class Measured:
	"""Times of all questions in milliseconds, sorted; seconds to make the index, and its megabytes."""

	times: list[float]
	seconds: float
	megabytes: float

	def at(self, share: float) -> float:
		"""Return the time within which a share of the questions was answered."""
		return self.times[int(len(self.times) * share)]


def main(site: str, letters: int) -> None:
	"""Measure both sizes and hand over p95 and its growth, and what making the index took."""
	with connected(site):
		small = prepare_and_measure(SMALL)
		large = prepare_and_measure(letters)
	words = f"p50 {large.at(0.5):.1f} ms; {letters:,} letters with {WORDS_OF_LETTER} words each"
	hand_over(Figure("finding a letter, p95", large.at(0.95), "ms", MOST_MILLISECONDS, words))
	compared = f"{SMALL:,} letters: p95 {small.at(0.95):.1f}, p50 {small.at(0.5):.1f} ms"
	hand_over(
		Figure("finding, p95 by that of few letters", large.at(0.95) / small.at(0.95), "×", GROWTH, compared)
	)
	hand_over(Figure("making the index", large.seconds, "s", None, f"{large.megabytes:,.0f} MB"))


def prepare_and_measure(letters: int) -> Measured:
	"""Bring the site to so many letters, make the index and ask."""
	fill(letters)
	fill_texts()
	begun = time.perf_counter()
	rebuild()
	seconds = time.perf_counter() - begun
	size = sum(file.stat().st_size for file in get_folder().iterdir()) / 1e6
	return Measured(measure(letters), seconds, size)


def measure(letters: int) -> list[float]:
	"""Return the milliseconds of all questions of all who ask, in every way, sorted."""
	times = []
	for post in POSTS:
		frappe.set_user(holder_on(post).user)
		for run in range(-1, RUNS):
			for question in QUESTIONS:
				number = (run + 1) * 7919 % letters + 1
				text = question.format(number=number, sender=number % 5000 + 1)
				elapsed = [ask(text, **way) for way in WAYS]
				if run >= 0:
					times += elapsed
	frappe.set_user("Administrator")
	return sorted(times)


def ask(question: str, **way: object) -> float:
	"""Return the milliseconds that one question takes."""
	begun = time.perf_counter()
	search_letters(question, **way)
	elapsed = time.perf_counter() - begun
	forget_request()
	return elapsed * 1000


if __name__ == "__main__":
	main(sys.argv[1], int(sys.argv[2]))
