"""What Frappe's versions keep of letters: who changed which field when."""

from dataclasses import dataclass

import frappe


@dataclass(frozen=True)
class Perubahan:
	"""One saving of a document: `kolom` are the fields that it changed, with their new values."""

	dokumen: str
	waktu: str
	oleh: str
	kolom: dict[str, str]


def read_perubahan(doctype: str, names: list[str]) -> list[Perubahan]:
	"""Return every saving of some documents that changed a field of theirs, oldest first, without asking who wants to know."""
	if not names:
		return []
	# Written out, as the names: a letter's form waits for it, and get_all takes three times as long.
	rows = frappe.db.sql(
		"""
		select docname, owner, creation, data from `tabVersion`
		where ref_doctype = %s and docname in %s order by creation
		""",
		(doctype, names),
		as_dict=True,
	)
	found = [Perubahan(row.docname, row.creation, row.owner, _read_changed(row.data or "{}")) for row in rows]
	return [perubahan for perubahan in found if perubahan.kolom]


def read_names(users: set[str]) -> dict[str, str]:
	"""Return the names of accounts: of the employee, else of the account itself."""
	names = dict(_read("User", "name", "full_name", users))
	return {**names, **dict(_read("Pegawai", "user", "nama_lengkap", users))}


def _read_changed(data: str) -> dict[str, str]:
	parsed = frappe.parse_json(data)
	# Also other things are kept there, as what was imported.
	changed = parsed.get("changed") if isinstance(parsed, dict) else None
	return {field: after for field, _before, after in changed or []}


def _read(doctype: str, key: str, field: str, users: set[str]) -> tuple:
	return frappe.db.sql(f"select {key}, {field} from `tab{doctype}` where {key} in %s", [list(users)])
