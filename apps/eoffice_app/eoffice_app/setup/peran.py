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
	"Portal Instansi",
)
# Of strangers: it opens their own page, and nothing of the desk.
PERAN_LUAR = ("Portal Instansi",)


def create_peran() -> None:
	"""Create the roles that are not there yet."""
	for name in PERAN:
		if not frappe.db.exists("Role", name):
			role = {"doctype": "Role", "role_name": name, "desk_access": int(name not in PERAN_LUAR)}
			frappe.get_doc(role).insert(ignore_permissions=True)
