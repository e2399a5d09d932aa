"""One letter registered by a request beside one bare document inserted by a request: by_request.py SITE PORT ROUNDS.

The requests go to the web server's own port, as the front passes them on, so that the time is the server's alone:
session, permissions, insert, commit, with the caches that Frappe builds anew for each request on both sides.
"""

import json
import sys
import time
from http.client import HTTPConnection
from statistics import median
from urllib.parse import quote

import frappe
from figures import Figure, hand_over

from in_site.bare_document import compose_bare, create_doctype, remove_doctype
from in_site.connection import OPERATOR, connected
from in_site.letters import compose_letter, upload_scan

WARM_UP = 20
GOAL = 1.5


class RequestRefused(Exception):
	"""The web server did not answer with the inserted document."""


class Client:
	"""Requests of one user with an API key to one site."""

	def __init__(self, port: int, site: str, token: str):
		self.port = port
		self.headers = {
			"X-Frappe-Site-Name": site,
			"Authorization": f"token {token}",
			"Content-Type": "application/json",
		}

	def time_insert(self, values: dict) -> float:
		"""Insert a document; returns the milliseconds until the answer is there. Raises RequestRefused."""
		body = json.dumps(values, default=str)
		connection = HTTPConnection("127.0.0.1", self.port)
		begun = time.perf_counter()
		connection.request("POST", f"/api/resource/{quote(values['doctype'])}", body, self.headers)
		answer = connection.getresponse()
		text = answer.read()
		elapsed = (time.perf_counter() - begun) * 1000
		connection.close()
		if answer.status != 200:
			raise RequestRefused(f"{answer.status}: {text[-2000:].decode()}")
		return elapsed


def main(site: str, port: int, rounds: int) -> None:
	"""Measure both in turn and hand over their medians."""
	with connected(site):
		create_doctype()
		token = make_token(OPERATOR)
		frappe.db.commit()
		frappe.set_user(OPERATOR)
		values = [compose_letter(upload_scan()) for _time in range(WARM_UP + rounds)]
		frappe.db.commit()
		frappe.set_user("Administrator")
		try:
			letters, bare = measure(Client(port, site, token), values)
		finally:
			remove_doctype()
			frappe.db.commit()
	compared_to = f"{letters:.1f} ms / {bare:.1f} ms, one request each"
	hand_over(Figure("letter / bare document, by request", letters / bare, "×", GOAL, compared_to))


def make_token(user: str) -> str:
	"""Give a user an API key; returns it with its secret."""
	doc = frappe.get_doc("User", user)
	doc.api_key, doc.api_secret = frappe.generate_hash(length=15), frappe.generate_hash(length=15)
	secret = doc.api_secret
	doc.save()
	return f"{doc.api_key}:{secret}"


def measure(client: Client, letters: list[dict]) -> tuple[float, float]:
	"""Return the median milliseconds of registering a letter and of inserting a bare document."""
	registered, bare = [], []
	for number, values in enumerate(letters):
		jobs = [(registered, values), (bare, compose_bare(values))]
		for times, job in jobs if number % 2 else reversed(jobs):
			times.append(client.time_insert(job))
	return median(registered[WARM_UP:]), median(bare[WARM_UP:])


if __name__ == "__main__":
	main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]))
