import frappe
from frappe.model.document import Document


class AksesSurat(Document):
	# begin: auto-generated types
	# This code is auto-generated. Do not modify anything in this block.

	from typing import TYPE_CHECKING

	if TYPE_CHECKING:
		from frappe.types import DF

		jenis_surat: DF.Data
		subjek: DF.Data
		surat: DF.Data
		waktu: DF.Datetime
	# end: auto-generated types


def on_doctype_update():
	# A subject's newest letters are read in this order without sorting.
	frappe.db.add_index("Akses Surat", ["subjek", "waktu", "surat"])
	# One row for each subject of a letter; also the way from a letter to its subjects.
	frappe.db.add_unique("Akses Surat", ["surat", "subjek"])
