import frappe
from frappe.model.document import Document


class AksesSurat(Document):
	pass


def on_doctype_update():
	# A subject's newest letters are read in this order without sorting.
	frappe.db.add_index("Akses Surat", ["subjek", "waktu", "surat"])
	# One row for each subject of a letter; also the way from a letter to its subjects.
	frappe.db.add_unique("Akses Surat", ["surat", "subjek"])
