"""The document a letter is compared to: the same fields in a DocType without any rule of ours."""

import frappe
from eoffice_app.persuratan.keadaan import DITERIMA

NAME = "Dokumen Polos"
# What the server fills in for a letter is given here, so that both store equally many values.
GIVEN_BY_THE_SERVER = {"nomor_agenda": "1", "workflow_state": DITERIMA, "unit_penerima": "SUBBAG-UMPEG"}
COPIED = ("fieldname", "fieldtype", "label", "options", "reqd", "length", "default", "search_index")


def create_doctype(role: str = "Operator Surat") -> None:
	"""Create the DocType with each stored field of Surat Masuk and the same indexes, for `role` to write."""
	remove_doctype()
	fields = [field for field in frappe.get_meta("Surat Masuk").fields if not field.get("is_virtual")]
	frappe.get_doc(
		{
			"doctype": "DocType",
			"name": NAME,
			"module": "Custom",
			"custom": 1,
			"autoname": "hash",
			"track_changes": 1,
			"fields": [{key: field.get(key) for key in COPIED} for field in fields],
			"permissions": [{"role": role, "create": 1, "read": 1, "write": 1}],
		}
	).insert()


def remove_doctype() -> None:
	"""Remove the DocType with its documents."""
	if frappe.db.exists("DocType", NAME):
		frappe.delete_doc("DocType", NAME, force=True)
		frappe.db.sql_ddl(f"drop table if exists `tab{NAME}`")


def compose_bare(letter: dict) -> dict:
	"""Return the values of a letter as values of the bare DocType."""
	return {**letter, **GIVEN_BY_THE_SERVER, "doctype": NAME}
