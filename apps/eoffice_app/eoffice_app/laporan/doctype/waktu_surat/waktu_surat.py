import frappe
from frappe.model.document import Document


class WaktuSurat(Document):
	"""One letter, or one delivery, with its moments as minutes worked; derived, see `laporan.rekap`."""


def on_doctype_update():
	# A day is replaced as a whole, and a period read as a whole.
	frappe.db.add_index("Waktu Surat", ["jenis", "tanggal"])
