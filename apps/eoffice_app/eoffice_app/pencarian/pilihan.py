"""What the search page offers to narrow an answer down by."""

import frappe
from frappe.utils import getdate, nowdate

from eoffice_app.pencarian.isi_surat import JENIS_SURAT

# An office keeps its letters no longer before it hands them over.
TAHUN = 15


@frappe.whitelist()
def list_choices() -> dict[str, list]:
	"""Return the years, units, states and kinds of outgoing letters, for who may read letters at all.

	:return: lists by the names of `SARINGAN`; a unit as code and name
	:raises frappe.PermissionError: the user reads neither incoming nor outgoing letters
	"""
	if not any(map(frappe.has_permission, JENIS_SURAT)):
		raise frappe.PermissionError
	this_year = getdate(nowdate()).year
	units = frappe.get_all(
		"Unit Kerja", fields=["name", "nama_unit"], order_by="lft asc, nama_unit asc", as_list=True
	)
	return {
		"tahun": list(range(this_year, this_year - TAHUN, -1)),
		"unit": [list(unit) for unit in units],
		"keadaan": list_states(),
		"naskah": frappe.get_all("Jenis Naskah", filters={"aktif": 1}, order_by="name asc", pluck="name"),
	}


def list_states() -> list[str]:
	"""Return the states of the workflows of incoming and outgoing letters, in their order."""
	workflows = frappe.get_all(
		"Workflow", filters={"document_type": ["in", JENIS_SURAT], "is_active": 1}, pluck="name"
	)
	if not workflows:
		return []
	states = frappe.get_all(
		"Workflow Document State",
		filters={"parent": ["in", workflows]},
		order_by="parent desc, idx asc",
		pluck="state",
	)
	return list(dict.fromkeys(states))
