"""Uploaded files on their way to belong to a letter or a disposisi."""

import os

import frappe
from frappe.model.document import Document
from frappe.utils import get_files_path

# Written out, here and below: a scan passes here at every registration, and the query builder takes longer than the database.
BERKAS_BERALAMAT = """
	select name, file_name, file_url, owner, attached_to_doctype, attached_to_name from `tabFile`
	where file_url = %s and is_private = 1 order by creation desc
"""


def find_own_file(document: Document, address: str) -> frappe._dict | None:
	"""Return the file that a document may take: its own already, or freshly uploaded by the session's user.

	:param address: `file_url` of a private File
	:return: dict of `name`, `file_name` and `file_url`; None where there is none such, or not on the disk
	"""
	for candidate in frappe.db.sql(BERKAS_BERALAMAT, address or "", as_dict=True):
		if _may_take(document, candidate) and os.path.exists(_path_of(candidate)):
			return candidate
	return None


def read_own_file(berkas: frappe._dict) -> bytes:
	"""Return the bytes of a file that `find_own_file` gave.

	As they lie on the disk: Frappe decodes what happens to be UTF-8.
	"""
	with open(_path_of(berkas), "rb") as stream:
		return stream.read()


def attach_files(document: Document, names: list[str], field: str) -> None:
	"""Make files the document's own, so that whoever sees the letter may open them.

	:param names: of File
	"""
	if names:
		frappe.db.sql(
			"""
			update `tabFile` set attached_to_doctype = %s, attached_to_name = %s, attached_to_field = %s
			where name in %s
			""",
			(document.doctype, document.name, field, tuple(names)),
		)


def _may_take(document: Document, candidate: frappe._dict) -> bool:
	if candidate.attached_to_doctype == document.doctype and candidate.attached_to_name == document.name:
		return True
	if candidate.owner != frappe.session.user:
		return False
	# Before its first save the desk attaches a document's files to a temporary name.
	return not candidate.attached_to_name or (
		candidate.attached_to_doctype == document.doctype
		and not frappe.db.exists(document.doctype, candidate.attached_to_name)
	)


def _path_of(berkas: frappe._dict) -> str:
	return get_files_path(os.path.basename(berkas.file_url), is_private=1)
