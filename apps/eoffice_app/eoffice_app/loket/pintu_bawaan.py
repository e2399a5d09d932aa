"""Frappe's own doors for guests, closed for letters: its form pages, what they send, and what they look up.

Frappe's `accept` keeps files public, gives the whole document back and asks nobody's permission; its form page weighs more
than a megabyte. A Web Form on a submission is therefore only a sign that leads to the counter's own page.
"""

import frappe
from frappe import _
from frappe.model.document import Document
from frappe.website.doctype.web_form import web_form as bawaan
from frappe.website.doctype.web_form.web_form import WebForm

from eoffice_app.hak_akses.jenis import TERLINDUNG

HALAMAN = "/loket"


class FormulirBawaanError(frappe.PermissionError):
	"""A letter, or what belongs to one, through Frappe's own form."""


class FormulirWeb(WebForm):
	"""Frappe's Web Form; one for anything of letters leads to the counter."""

	def get_context(self, context):
		if self.doc_type not in TERLINDUNG:
			return super().get_context(context)
		offered = frappe.db.exists("Layanan Loket", {"rute": self.route, "aktif": 1})
		frappe.redirect(f"{HALAMAN}/{self.route}" if offered else HALAMAN)


@frappe.whitelist(allow_guest=True, methods=["POST"])
def accept(web_form: str, data: str) -> Document:
	"""Answer for Frappe's own form: for other documents as ever.

	:raises FormulirBawaanError: for letters and what belongs to them
	"""
	if frappe.db.get_value("Web Form", web_form, "doc_type") in TERLINDUNG:
		refuse()
	return bawaan.accept(web_form=web_form, data=data)


@frappe.whitelist(allow_guest=True)
def get_link_options(
	web_form_name: str, doctype: str, allow_read_on_all_link_options: bool = False
) -> str | list:
	"""Answer for the list from which a form's reader picks: for other documents as ever.

	:raises FormulirBawaanError: for letters and what belongs to them
	"""
	if doctype in TERLINDUNG:
		refuse()
	return bawaan.get_link_options(web_form_name, doctype, allow_read_on_all_link_options)


def refuse_from_form(doc: Document, method: str | None = None) -> None:
	"""Refuse a letter, or what belongs to one, that comes through any form of Frappe's: `doc_events`.

	:raises FormulirBawaanError: see there
	"""
	if frappe.flags.in_web_form and doc.doctype in TERLINDUNG:
		refuse()


def refuse() -> None:
	"""Lead to the counter.

	:raises FormulirBawaanError: always
	"""
	frappe.throw(
		_("Surat tidak dikirim dengan formulir ini. Buka halaman {0}.").format(HALAMAN),
		FormulirBawaanError,
		title=_("Formulir lain"),
	)
