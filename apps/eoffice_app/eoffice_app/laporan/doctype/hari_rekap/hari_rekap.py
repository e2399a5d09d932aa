import frappe
from frappe.model.document import Document


class HariRekap(Document):
	"""What the documents of a day were like when the day was last counted; see `laporan.rekap`."""


def on_doctype_update():
	# What is marked to be counted anew, the newest first.
	frappe.db.add_index("Hari Rekap", ["sidik", "tanggal"])
