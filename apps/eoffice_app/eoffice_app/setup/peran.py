"""The roles of the office."""

import frappe

PERAN = (
	"Operator Surat",
	"Operator Sandi",
	"Verifikator",
	"Pimpinan",
	"Pejabat",
	"Staf",
	"Caraka",
	"Pengelola E-Office",
)


def create_peran() -> None:
	"""Create the roles that are not there yet."""
	for name in PERAN:
		if not frappe.db.exists("Role", name):
			frappe.get_doc({"doctype": "Role", "role_name": name, "desk_access": 1}).insert(
				ignore_permissions=True
			)
