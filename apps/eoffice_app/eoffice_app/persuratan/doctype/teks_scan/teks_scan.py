import frappe
from frappe.model.document import Document


class TeksScan(Document):
	# begin: auto-generated types
	# This code is auto-generated. Do not modify anything in this block.

	from typing import TYPE_CHECKING

	if TYPE_CHECKING:
		from frappe.types import DF

		berkas: DF.Data | None
		halaman: DF.Int
		surat_masuk: DF.Link
		teks: DF.LongText | None
	# end: auto-generated types


def on_doctype_update():
	# Read and replaced by letter, page after page.
	frappe.db.add_index("Teks Scan", ["surat_masuk", "halaman"])
