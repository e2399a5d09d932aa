"""Runs in Frappe's interpreter inside sites/: isi_situs.py SITE EDITS WANTED.

EDITS, a JSON list of DocType, name, field and value, are saved as an administrator saves them. Then what the site's
main tables hold is printed as JSON, and with it the values of WANTED, a list of DocType, name and field.
"""

import json
import sys

import frappe

# Where an app's records lie in Frappe's own tables.
DOCTYPES = (
	"Module Def",
	"DocType",
	"Role",
	"Custom DocPerm",
	"Custom Field",
	"Property Setter",
	"Client Script",
	"Server Script",
	"Workflow",
	"Workflow State",
	"Workflow Action Master",
	"Workflow Action",
	"Print Format",
	"Print Style",
	"Letter Head",
	"Notification",
	"Notification Log",
	"Email Template",
	"Report",
	"Page",
	"Workspace",
	"Number Card",
	"Dashboard",
	"Dashboard Chart",
	"Web Form",
	"Web Page",
	"Form Tour",
	"Module Onboarding",
	"Scheduled Job Type",
	"File",
	"Comment",
	"Version",
	"Has Role",
	"DocField",
	"DocPerm",
	"Singles",
	"Patch Log",
)


def main() -> None:
	"""Edit, then print every record's `modified` by DocType and name, the names of all tables, the wanted values."""
	name, edits, wanted = sys.argv[1:]
	frappe.init(site=name)
	frappe.connect()
	frappe.set_user("Administrator")
	try:
		for doctype, record, field, value in json.loads(edits):
			frappe.get_doc(doctype, record).update({field: value}).save()
		frappe.db.commit()
		print(json.dumps(look(json.loads(wanted)), default=str))
	finally:
		frappe.destroy()


def look(wanted: list[list[str]]) -> dict:
	"""Everything at once, so that one start of the interpreter does."""
	tables = sorted(frappe.db.get_tables(cached=False))
	return {
		"apps": frappe.get_installed_apps(),
		"tables": tables,
		"records": {doctype: read_records(doctype) for doctype in DOCTYPES if f"tab{doctype}" in tables},
		"values": [frappe.db.get_value(*key) for key in wanted],
	}


def read_records(doctype: str) -> dict[str, str]:
	"""Each record of a DocType with the moment it was last changed."""
	if doctype == "Singles":
		rows = frappe.db.sql(
			"select doctype, field from tabSingles where field not in ('modified', 'creation')"
		)
		return {f"{single}.{field}": "" for single, field in rows}
	if doctype == "Version":
		# Frappe notes each look at its own list of apps.
		filters = {"ref_doctype": ["!=", "Installed Applications"]}
		return dict.fromkeys(frappe.get_all(doctype, filters=filters, pluck="docname"), "")
	if doctype == "Patch Log":
		return dict.fromkeys(frappe.get_all(doctype, pluck="patch"), "")
	return dict(frappe.get_all(doctype, fields=["name", "modified"], as_list=True))


if __name__ == "__main__":
	main()
