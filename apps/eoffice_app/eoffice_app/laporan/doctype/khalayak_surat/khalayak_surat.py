import frappe
from frappe.model.document import Document


class KhalayakSurat(Document):
	"""One subject of an audience, which letters that are seen by the same subjects share; see `laporan.khalayak`."""


def on_doctype_update():
	# Which audiences a user belongs to, and who belongs to one.
	frappe.db.add_index("Khalayak Surat", ["subjek", "khalayak"])
	frappe.db.add_index("Khalayak Surat", ["khalayak"])
