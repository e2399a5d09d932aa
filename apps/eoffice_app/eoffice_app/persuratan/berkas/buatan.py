"""Files that the program itself makes for a letter: kept private, one for each field, owned by nobody."""

import os
from functools import partial
from pathlib import Path

import frappe
from frappe.model.document import Document
from frappe.utils import get_files_path


def write_made_file(name: str, isi: bytes) -> str:
	"""Write a file among the private ones, whole or not at all, and return its address.

	:param name: the same for the same content, so that a second run replaces the first's file
	"""
	target = Path(get_files_path(name, is_private=1))
	unfinished = target.with_name(f".{frappe.generate_hash(length=8)}-{name}")
	try:
		unfinished.write_bytes(isi)
		os.replace(unfinished, target)
	except OSError:
		# On a full disk half a file would keep it full.
		unfinished.unlink(missing_ok=True)
		raise
	return f"/private/files/{name}"


def read_made_file(address: str | None) -> bytes | None:
	"""Return the bytes of a file that `write_made_file` wrote; None where it is gone."""
	try:
		return Path(get_files_path((address or "").rpartition("/")[2], is_private=1)).read_bytes()
	except (FileNotFoundError, IsADirectoryError):
		return None


def keep_made_file(document: Document, field: str, address: str | None) -> None:
	"""Make a file that lies on the disk a document's own, and remove its earlier ones with the transaction's end.

	:param field: the field that holds the address
	:param address: of the file to keep; None for none
	"""
	values = {
		"attached_to_doctype": document.doctype,
		"attached_to_name": document.name,
		"attached_to_field": field,
	}
	present = frappe.get_all("File", filters=values, fields=["name", "file_url"])
	for berkas in present:
		if berkas.file_url != address:
			frappe.db.delete("File", {"name": berkas.name})
			path = Path(get_files_path(berkas.file_url.rpartition("/")[2], is_private=1))
			frappe.db.after_commit.add(partial(path.unlink, missing_ok=True))
	if address and address not in {berkas.file_url for berkas in present}:
		insert_made_file(values, address)


def insert_made_file(values: dict, address: str, nama: str | None = None) -> None:
	"""Write the File of what `write_made_file` wrote.

	:param values: to which document and field it belongs, in the columns of File
	:param nama: what people call it; by default as it is called on the disk
	"""
	name = address.rpartition("/")[2]
	berkas = frappe.get_doc(
		{
			"doctype": "File",
			"file_name": nama or name,
			"file_url": address,
			"file_size": Path(get_files_path(name, is_private=1)).stat().st_size,
			"is_private": 1,
			"folder": "Home/Attachments",
			**values,
		}
	)
	berkas.set_user_and_timestamp()
	# Whoever owns a file may always read it; this one is for those who see the letter.
	berkas.owner = "Administrator"
	berkas.set_new_name()
	# Frappe's own insert takes the whole file into memory and refuses what is larger than a single upload.
	berkas.db_insert()
