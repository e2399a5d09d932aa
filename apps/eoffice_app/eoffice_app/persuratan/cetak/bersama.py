"""What many sheets printed together have in common is read once."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from typing import Any

import frappe


@contextmanager
def printed_together() -> Iterator[dict]:
	"""Let all papers composed inside share what `shared` reads.

	:return: what is shared, by key; what is put there is not read at all
	"""
	frappe.flags.cetak_bersama = {}
	jenv = frappe.get_jenv()
	# Frappe compiles a paper anew for each letter, which takes longer than to fill it in.
	jenv.from_string = cache(jenv.from_string)
	try:
		yield frappe.flags.cetak_bersama
	finally:
		del jenv.from_string
		frappe.flags.cetak_bersama = None


def shared(key: tuple, read: Callable[[], Any]) -> Any:
	"""Return what `read` returns, reading once for all papers printed together, and anew for every other."""
	together = frappe.flags.cetak_bersama
	if together is None:
		return read()
	if key not in together:
		together[key] = read()
	return together[key]
