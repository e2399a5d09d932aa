import frappe
from frappe.model.document import Document

INDEKS_ALAMAT = "eoffice_file_url"


class ScanSurat(Document):
	# begin: auto-generated types
	# This code is auto-generated. Do not modify anything in this block.

	from typing import TYPE_CHECKING

	if TYPE_CHECKING:
		from frappe.types import DF

		berkas: DF.Attach
		keterangan: DF.Data | None
		parent: DF.Data
		parentfield: DF.Data
		parenttype: DF.Data
	# end: auto-generated types

	pass


def on_doctype_update():
	# Each registration and each download of a scan asks Frappe's table of files for an address.
	frappe.db.add_index("File", ["file_url(100)"], INDEKS_ALAMAT)
