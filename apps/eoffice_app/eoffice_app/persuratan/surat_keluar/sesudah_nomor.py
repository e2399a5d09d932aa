"""What follows when a letter has its number."""

from frappe.model.document import Document

from eoffice_app.persuratan.surat_keluar.agenda import enter_agenda_keluar
from eoffice_app.saluran.pengiriman import plan_pengiriman


def follow_number(surat: Document) -> None:
	"""Plan the deliveries of a Surat Keluar that was just numbered and enter it in its book, in the same transaction."""
	plan_pengiriman(surat)
	# Last of all: the book's counter stays locked from here to the end of the transaction.
	enter_agenda_keluar(surat)
