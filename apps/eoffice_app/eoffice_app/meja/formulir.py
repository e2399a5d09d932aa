"""What a letter's form is told of Meja: where there it waits for who opens the form."""

import frappe
from frappe.model.document import Document

from eoffice_app.meja.antrean import find_waiting
from eoffice_app.meja.pintu import PERAN


def tell_form(surat: Document, _event: str | None = None) -> None:
	"""Let a form lead its reader to Meja (`__onload.meja`, dict of `kelompok` and `surat`) where the letter waits for him."""
	if not PERAN & set(frappe.get_roles()):
		return
	waiting = find_waiting(surat.doctype, surat.name)
	if waiting:
		surat.set_onload("meja", {"kelompok": waiting[0]["kelompok"], "surat": waiting[0]["kunci"]})
