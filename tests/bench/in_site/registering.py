"""One letter registered on the server beside one bare Frappe insert: registering.py SITE ROUNDS."""

import sys
import time
from statistics import median

import frappe
from figures import Figure, hand_over

from in_site.bare_document import compose_bare, create_doctype, remove_doctype
from in_site.connection import OPERATOR, connected, forget_request
from in_site.letters import compose_letter, upload_scan

WARM_UP = 20
GOAL = 1.5


def main(site: str, rounds: int) -> None:
	"""Measure both in turn and hand over their medians."""
	with connected(site):
		create_doctype()
		frappe.db.commit()
		frappe.set_user(OPERATOR)
		try:
			letters, bare = measure(rounds)
		finally:
			frappe.set_user("Administrator")
			remove_doctype()
			frappe.db.commit()
	hand_over(Figure("one letter registered", letters, "ms", None, "median, from insert to commit"))
	hand_over(Figure("one bare document inserted", bare, "ms", None, "as many fields, from insert to commit"))
	hand_over(
		Figure("letter / bare document", letters / bare, "×", GOAL, f"{letters:.1f} ms / {bare:.1f} ms")
	)


def measure(rounds: int) -> tuple[float, float]:
	"""Return the median milliseconds of registering a letter and of inserting a bare document."""
	letters, bare = [], []
	for number in range(WARM_UP + rounds):
		values = compose_letter(upload_scan())
		frappe.db.commit()
		# Which one goes first changes, so that neither always finds the warmer machine.
		jobs = [(letters, values), (bare, compose_bare(values))]
		for times, job in jobs if number % 2 else reversed(jobs):
			times.append(time_insert(job))
	return median(letters[WARM_UP:]), median(bare[WARM_UP:])


def time_insert(values: dict) -> float:
	"""Insert a document and commit; returns the milliseconds."""
	begun = time.perf_counter()
	frappe.get_doc(values).insert()
	frappe.db.commit()
	elapsed = (time.perf_counter() - begun) * 1000
	forget_request()
	return elapsed


if __name__ == "__main__":
	main(sys.argv[1], int(sys.argv[2]))
