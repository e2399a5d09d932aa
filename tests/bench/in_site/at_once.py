"""Eight clients registering at once, with and without the shared counter: at_once.py SITE LETTERS.

Without: everything else stays, only `allocate_number` gives each process numbers of its own.
"""

import sys
from itertools import count
from statistics import median

import frappe
from eoffice_app.persuratan.doctype.agenda import agenda
from figures import Figure, hand_over

from in_site.agenda_book import check_book, create_book
from in_site.clients import measure_clients
from in_site.connection import OPERATOR, connected, forget_request
from in_site.letters import compose_letter, upload_scan

CLIENTS = 8
ROUNDS = 5
PART_OF_A_ROUND = 20
GOAL = 0.9
WARM_UP = 3
BOOK, BOOK_WITHOUT_COUNTER = "SM", "BANDING"
NUMBERS_OF_A_PROCESS = 1_000_000


def main(site: str, letters: int) -> None:
	"""Compare in alternating rounds, register the rest of `letters` with numbers, and hand over ratio and faults."""
	with connected(site):
		create_book(BOOK_WITHOUT_COUNTER)
		durable = frappe.db.sql("select @@innodb_flush_log_at_trx_commit")[0][0]
		frappe.db.commit()
	each = letters // PART_OF_A_ROUND // CLIENTS
	pairs = [measure_pair(site, each, number) for number in range(ROUNDS)]
	measure(site, letters // CLIENTS - ROUNDS * each, BOOK)
	with_numbers, without = (median(rates) for rates in zip(*pairs, strict=True))
	ratio = median(numbered / bare for numbered, bare in pairs)
	with connected(site):
		checked = check_book(BOOK)
	rates = (
		f"{with_numbers:.1f} / {without:.1f} letters/s, {CLIENTS} clients, log flush at commit = {durable}"
	)
	hand_over(
		Figure("registering at once, with / without numbers", ratio, "×", GOAL, rates, more_is_better=True)
	)
	hand_over(
		Figure(
			"gaps, doubles and letters without line",
			checked.faults,
			"",
			0,
			f"among {checked.lines:,} letters of the book, counted in SQL",
		)
	)


def measure_pair(site: str, each: int, number: int) -> tuple[float, float]:
	"""Return letters per second with the counter and without it; which goes first changes."""
	books = (BOOK, BOOK_WITHOUT_COUNTER)
	rates = {book: measure(site, each, book) for book in (books if number % 2 else reversed(books))}
	return rates[BOOK], rates[BOOK_WITHOUT_COUNTER]


def measure(site: str, each: int, book: str) -> float:
	"""Let all clients register `each` letters at once; returns letters per second.

	The uploads come before the clock starts. Raises RuntimeError if a client fails.
	"""
	return measure_clients(CLIENTS, each, register, site, each, book)


def register(number: int, meet, site: str, each: int, book: str) -> None:
	"""One client: upload, wait for the others, register letter after letter, each in its own transaction."""
	with connected(site, OPERATOR):
		if book == BOOK_WITHOUT_COUNTER:
			use_own_numbers(number)
		letters = [compose_letter(upload_scan(), book) for _time in range(WARM_UP + each)]
		frappe.db.commit()
		for values in letters[:WARM_UP]:
			register_one(values)
		with meet():
			for values in letters[WARM_UP:]:
				register_one(values)


def register_one(values: dict) -> None:
	"""Register a letter and commit it."""
	frappe.get_doc(values).insert()
	frappe.db.commit()
	forget_request()


def use_own_numbers(process: int) -> None:
	"""Replace the shared counter by one of this process alone."""
	# Later rounds go on where this process of an earlier round stopped.
	present = frappe.db.count("Agenda", {"buku": BOOK_WITHOUT_COUNTER})
	numbers = count(process * NUMBERS_OF_A_PROCESS + present + 1)
	agenda.allocate_number = lambda _series: next(numbers)


if __name__ == "__main__":
	main(sys.argv[1], int(sys.argv[2]))
