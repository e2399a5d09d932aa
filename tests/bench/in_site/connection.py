"""A connection to the site as one person of its office."""

from collections.abc import Iterator
from contextlib import contextmanager

import frappe

OPERATOR = "operator@eoffice.example"


@contextmanager
def connected(site: str, user: str = "Administrator") -> Iterator[None]:
	"""Connect to the site as `user` for the block."""
	frappe.init(site=site)
	frappe.connect()
	frappe.set_user(user)
	try:
		yield
	finally:
		frappe.destroy()


def forget_request() -> None:
	"""Drop what Frappe would drop after each request: messages and pending realtime events."""
	frappe.clear_messages()
	frappe.local.realtime_log = []
