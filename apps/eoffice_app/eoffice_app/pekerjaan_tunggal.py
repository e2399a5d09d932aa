"""Work of which a site does one at a time, whoever begins it."""

from collections.abc import Iterator
from contextlib import contextmanager

import frappe


@contextmanager
def only_one(nama: str) -> Iterator[bool]:
	"""Give True to the one who may work now, False to whoever comes while another is at it.

	:param nama: of the work
	"""
	# The server frees the lock of a worker that was killed.
	name = _compose_name(nama)
	alone = frappe.db.sql("select get_lock(%s, 0)", name)[0][0] == 1
	try:
		yield alone
	finally:
		if alone:
			frappe.db.sql("select release_lock(%s)", name)


def is_free(nama: str) -> bool:
	"""Whether nobody is at a work."""
	return frappe.db.sql("select is_free_lock(%s)", _compose_name(nama))[0][0] == 1


def _compose_name(nama: str) -> str:
	return f"{frappe.conf.db_name}.{nama}"
