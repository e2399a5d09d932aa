"""What follows when a letter has its number."""

from frappe.model.document import Document

from eoffice_app.persuratan.agenda_keluar import enter_agenda_keluar


def follow_number(surat: Document) -> None:
	"""Enter a Surat Keluar that was just numbered in its book, in the same transaction."""
	# Last of all: the book's counter stays locked from here to the end of the transaction.
	enter_agenda_keluar(surat)
