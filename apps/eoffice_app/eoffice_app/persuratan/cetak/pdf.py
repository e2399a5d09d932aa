"""A paper as PDF."""

import frappe
from frappe import _
from frappe.utils import print_format as frappe_print_format

from eoffice_app.persuratan.cetak.surat import get_printable

WKHTMLTOPDF_HILANG = "No wkhtmltopdf executable found"


class PembuatPdfTidakAdaError(frappe.ValidationError):
	"""The program that makes PDF files is not installed on the server."""


@frappe.whitelist(allow_guest=True)
def download_pdf(doctype: str, name: str, **options) -> None:
	"""Answer with the PDF of a document, as Frappe does, and say clearly when the server cannot make one.

	:param options: whatever this Frappe's own function takes besides (format, letterhead, language, …)
	:raises PembuatPdfTidakAdaError: wkhtmltopdf is not installed
	:raises: for a letter also as `get_printable`
	"""
	if doctype == "Surat Masuk":
		# Frappe would answer with a PDF that says "not permitted", and lets readers print who may only read.
		get_printable(name)
	try:
		frappe.call(frappe_print_format.download_pdf, doctype=doctype, name=name, **options)
	except OSError as error:
		if WKHTMLTOPDF_HILANG not in str(error):
			raise
		_tell_pdf_maker_missing()


def _tell_pdf_maker_missing() -> None:
	title = _("PDF tidak dapat dibuat")
	message = _(
		"PDF tidak dapat dibuat karena program wkhtmltopdf tidak terpasang pada server. "
		"Mintalah pengelola server memasangnya, lalu cetak kembali."
	)
	if not _is_asked_by_browser():
		frappe.throw(message, PembuatPdfTidakAdaError, title=title)
	# A paper opens in a window of its own, where Frappe would show an exception by its traceback.
	frappe.respond_as_web_page(title, message, http_status_code=503, indicator_color="red")


def _is_asked_by_browser() -> bool:
	request = getattr(frappe.local, "request", None)
	return bool(request) and "text/html" in request.headers.get("Accept", "")
