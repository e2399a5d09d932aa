"""Whose letters a figure may count.

Source: the office's own rule. The leadership answers for all letters and so sees the number of all, the secret ones
among them, but never more of a letter than its number; everybody else counts what he may read.
"""

import frappe
from frappe import _

from eoffice_app.hak_akses.surat import compose_condition, exists_access, quote_subjek
from eoffice_app.laporan.khalayak import compose_within

PERAN_MENGHITUNG_SEMUA = "Pimpinan"


def counts_all(user: str | None = None) -> bool:
	"""Whether the figures of a user are those of all letters; the session's user when left out."""
	user = user or frappe.session.user
	return user == "Administrator" or PERAN_MENGHITUNG_SEMUA in frappe.get_roles(user)


def compose_counted(column: str, user: str | None = None) -> str:
	"""Return the SQL condition that a user may count the letter named in a column; it is never empty.

	:param column: such as "surat.name"
	"""
	user = user or frappe.session.user
	return "(1 = 1)" if counts_all(user) else f"({exists_access(column, quote_subjek(user))})"


def compose_seen(column: str, user: str | None = None) -> str:
	"""Return the SQL condition that a user may read the letter named in a column; it is never empty.

	For figures that tell more of a letter than its number, such as those of one sender.

	:param column: such as "surat.name"
	"""
	user = user or frappe.session.user
	return "(1 = 1)" if user == "Administrator" else f"({exists_access(column, quote_subjek(user))})"


def compose_listed(column: str) -> str:
	"""Return the same as `compose_seen` for the first of a list that is walked in its own order."""
	return compose_condition(column, frappe.session.user) or "(1 = 1)"


def compose_counted_of(column: str, user: str | None = None) -> str:
	"""Return the same as `compose_counted` of what the roll-up has counted, by the column of its audience."""
	return "(1 = 1)" if counts_all(user) else compose_seen_of(column, user)


def compose_seen_of(column: str, user: str | None = None) -> str:
	"""Return the same as `compose_seen` of what the roll-up has counted, by the column of its audience."""
	user = user or frappe.session.user
	return "(1 = 1)" if user == "Administrator" else f"({compose_within(column, quote_subjek(user))})"


def require_counting_all() -> None:
	"""Refuse figures of the whole office to whoever counts only his own letters.

	:raises frappe.PermissionError: the session's user is not of the leadership
	"""
	if not counts_all():
		frappe.throw(
			_("Angka seluruh kantor hanya untuk pimpinan. Buka laporan untuk surat yang dapat Anda lihat."),
			frappe.PermissionError,
			title=_("Tidak berwenang"),
		)
