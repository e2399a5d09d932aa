import frappe

from eoffice_app.organisasi.operator import PERAN_OPERATOR


def execute():
	"""Accounts that were operators before the rule came are open in one place from now on."""
	operators = frappe.get_all(
		"Has Role",
		filters={"parenttype": "User", "role": ["in", list(PERAN_OPERATOR)]},
		pluck="parent",
		distinct=True,
	)
	frappe.db.set_value("User", {"name": ["in", operators]}, "simultaneous_sessions", 1)
