"""How often strangers may ask for something: Frappe's own limit of requests, counted by a name."""

import frappe
from frappe.rate_limiter import rate_limit

ARGUMEN = "batas_permintaan"
SEMENIT, SEJAM = 60, 60 * 60


def limit_requests(nama: str, terbanyak: int, *, per_alamat: bool = True, detik: int = SEMENIT) -> None:
	"""Count a request of the present minute, and refuse it where there were too many.

	:param nama: what is asked for; each name counts for itself
	:param terbanyak: how many within `detik`, of each address or of all together
	:raises frappe.ValidationError: too many
	"""
	# Frappe counts by the value that an argument of the request has, so the name is put there for a moment.
	frappe.local.form_dict[ARGUMEN] = nama
	try:
		rate_limit(key=ARGUMEN, limit=terbanyak, seconds=detik, ip_based=per_alamat)(_counted)()
	finally:
		frappe.local.form_dict.pop(ARGUMEN, None)


def _counted() -> None:
	"""Called by Frappe when there were not too many."""
