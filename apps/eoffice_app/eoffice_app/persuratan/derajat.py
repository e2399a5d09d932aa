"""How the degrees of urgency stand to one another: the office orders them by `urutan`, the least urgent first."""

import frappe


def is_urgent(derajat: str) -> bool:
	"""Whether a degree of urgency stands above the office's lowest."""
	return _exists("<", derajat)


def is_most_urgent(derajat: str) -> bool:
	"""Whether no degree of urgency stands above this one."""
	return not _exists(">", derajat)


def _exists(relation: str, derajat: str) -> bool:
	urutan = frappe.get_cached_value("Derajat Surat", derajat, "urutan") or 0
	return bool(frappe.db.exists("Derajat Surat", {"urutan": [relation, urutan], "aktif": 1}))
