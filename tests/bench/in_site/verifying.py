"""The public page of a letter among a million, asked of the web server itself: verifying.py SITE PORT LETTERS."""

import sys
import time
from http.client import HTTPConnection

import frappe
from figures import Figure, hand_over

from in_site.connection import connected
from in_site.outgoing import fill_outgoing

GOAL = 100
WARM_UP, ROUNDS = 10, 200
GENUINE, UNKNOWN = "Surat ini asli", "Kode tidak dikenal"


class WrongPage(Exception):
	"""The web server did not answer with the page of this code."""


def main(site: str, port: int, letters: int) -> None:
	"""Fill the site, ask for known and unknown codes in turn, and hand over both p95."""
	with connected(site):
		fill_outgoing(letters)
		known = frappe.db.sql_list(
			"""select kode_verifikasi from `tabSurat Keluar` where kode_verifikasi is not null
			order by sha1(name) limit %s""",
			WARM_UP + ROUNDS,
		)
		total = frappe.db.count("Surat Keluar")
	times = {GENUINE: [], UNKNOWN: []}
	for number, code in enumerate(known):
		for words, asked in ((GENUINE, code), (UNKNOWN, code[::-1])):
			elapsed = time_page(site, port, asked, words, number)
			if number >= WARM_UP:
				times[words].append(elapsed)
	genuine, unknown = (sorted(taken)[int(len(taken) * 0.95)] for taken in times.values())
	note = f"{total:,} letters; unknown codes {unknown:.1f} ms"
	hand_over(Figure("verification page, p95", genuine, "ms", GOAL, note))


def time_page(site: str, port: int, code: str, words: str, number: int) -> float:
	"""Return the milliseconds until the page of a code is there. Raises WrongPage when it says something else."""
	# Each from an address of its own: one address has to wait after sixty.
	headers = {"X-Frappe-Site-Name": site, "X-Forwarded-For": f"198.51.{number // 50}.{number % 50 + 1}"}
	connection = HTTPConnection("127.0.0.1", port)
	begun = time.perf_counter()
	connection.request("GET", f"/verifikasi/{code}", headers={**headers, "Accept-Language": "id"})
	answer = connection.getresponse()
	text = answer.read().decode()
	elapsed = (time.perf_counter() - begun) * 1000
	connection.close()
	if answer.status != 200 or words not in text:
		raise WrongPage(f"{answer.status}: {text[-1500:]}")
	return elapsed


if __name__ == "__main__":
	main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]))
