import frappe
from frappe.model.document import Document


class RekapHarian(Document):
	"""How many documents of a day belong to whom, are of which group, and have come to what; see `laporan.rekap`."""


def on_doctype_update():
	# A day is replaced as a whole, and a period read as a whole.
	frappe.db.add_index("Rekap Harian", ["jenis", "tanggal"])
