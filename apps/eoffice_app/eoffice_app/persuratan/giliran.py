"""One after the other: who acts on a letter waits for those who act on it at the same moment."""

import frappe
from frappe.model.document import Document

from eoffice_app.hak_akses.surat import get_visible_surat


def take_surat(name: str, doctype: str = "Surat Masuk") -> Document:
	"""Return a letter that the user may read, as it is once it is his turn to act on it.

	:param doctype: Surat Masuk or Surat Keluar
	:raises frappe.DoesNotExistError: no such letter, or not for this user
	"""
	wait_for_turn(doctype, name)
	return get_visible_surat(name, doctype, for_update=True)


def wait_for_turn(doctype: str, name: str) -> None:
	"""Wait until nobody else acts on a document, and see the database from then on as it is then."""
	if not frappe.db.transaction_writes:
		# The database shows a transaction everything as it was at its first read. Who then waited for the lock would
		# check against a picture from before, so a transaction that has written nothing yet begins anew.
		frappe.db.rollback()
	frappe.db.get_value(doctype, name, "name", for_update=True)


def take_disposisi(name: str) -> Document:
	"""Return a disposisi on a letter that the user may read, once it is his turn to act on that letter.

	:raises frappe.DoesNotExistError: not there, or not for this user
	"""
	take_surat(frappe.db.get_value("Disposisi", name, "surat_masuk") or "")
	return frappe.get_doc("Disposisi", name, for_update=True)
