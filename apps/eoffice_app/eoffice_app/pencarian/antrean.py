"""Which letters the index has yet to take in. Written in the transaction that changes them, so that none is forgotten."""

import frappe
from frappe.model.document import Document
from frappe.utils import now

SEMUA = "*"


def queue_letter(surat: str) -> None:
	"""Have a letter taken into the index anew: its text changed, or who may see it."""
	moment, user = now(), frappe.session.user
	# Written out, and a row for each change: this runs at every save, and the one who reads a row may already be past it.
	frappe.db.sql(
		"""
		insert into `tabAntrean Pencarian` (name, creation, modified, owner, modified_by, surat)
		values (%s, %s, %s, %s, %s, %s)
		""",
		(frappe.generate_hash(length=20), moment, moment, user, user, surat),
	)


def queue_all_letters() -> None:
	"""Have the whole index made anew: who may see what changed for a whole set of letters."""
	queue_letter(SEMUA)


def follow_renamed_sender(instansi: Document, method: str, old: str, new: str, merge: bool = False) -> None:
	"""Have the letters of a sender found by its new name: hook `after_rename` of Instansi."""
	for surat in frappe.get_all("Surat Masuk", filters={"pengirim": new}, pluck="name"):
		queue_letter(surat)


def list_queued_letters(limit: int) -> list[str]:
	"""Return the names of letters that changed and that the index may not know yet."""
	return frappe.db.sql_list(
		"select distinct surat from `tabAntrean Pencarian` where surat != %s limit %s", (SEMUA, limit)
	)


def count_behind() -> int:
	"""Return how many letters changed that the index does not know yet."""
	return frappe.db.sql(
		"select count(distinct surat) from `tabAntrean Pencarian` where surat != %s", (SEMUA,)
	)[0][0]
