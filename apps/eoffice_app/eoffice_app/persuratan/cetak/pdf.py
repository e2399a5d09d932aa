"""A paper as PDF, by the doors through which Frappe gives it out."""

import frappe
from frappe import _
from frappe.model.document import Document
from frappe.translate import print_language
from frappe.utils import print_format as frappe_print_format
from frappe.www.printview import get_print_style, get_rendered_template

from eoffice_app.persuratan.cetak.halaman import number_pages
from eoffice_app.persuratan.cetak.kumpulan import make_pdf
from eoffice_app.persuratan.cetak.riwayat import counted_prints
from eoffice_app.persuratan.cetak.surat import get_printable

WKHTMLTOPDF_HILANG = "No wkhtmltopdf executable found"


class PembuatPdfTidakAdaError(frappe.ValidationError):
	"""The program that makes PDF files is not installed on the server."""


class CetakMassalError(frappe.ValidationError):
	"""Frappe's own way to print many documents, which neither counts sheets nor asks for the right to print."""


@frappe.whitelist(allow_guest=True)
def download_pdf(doctype: str, name: str, **options) -> None:
	"""Answer with the PDF of a document, as Frappe does, and say clearly when the server cannot make one.

	:param options: whatever this Frappe's own function takes besides (format, letterhead, language, …)
	:raises PembuatPdfTidakAdaError: wkhtmltopdf is not installed
	:raises: for a letter also as `get_printable`
	"""
	# Frappe would answer with a PDF that says "not permitted", and lets readers print who may only read.
	surat = get_printable(name) if doctype == "Surat Masuk" else None
	with counted_prints() as counted:
		_download(doctype, name, surat, options)
	if counted and frappe.local.response.get("filecontent"):
		frappe.local.response.filecontent = number_pages(frappe.local.response.filecontent, counted[:1])
		# The sheet is counted though the browser only reads; Frappe commits after GET where it is told to.
		frappe.local.flags.commit = True


@frappe.whitelist()
def refuse_multi_pdf(doctype: str | dict, **options) -> None:
	"""Answer for Frappe's own printing of many documents: other documents as ever, letters by our own way.

	:raises CetakMassalError: for letters
	"""
	if "Surat Masuk" not in frappe.parse_json(doctype if str(doctype).startswith("{") else [doctype]):
		method = frappe.local.form_dict.cmd.rsplit(".", 1)[-1]
		frappe.call(getattr(frappe_print_format, method), doctype=doctype, **options)
		return
	frappe.throw(
		_("Pilih surat pada daftar, lalu gunakan Tindakan → Cetak Lembar Disposisi."),
		CetakMassalError,
		title=_("Cetak banyak surat"),
	)


def tell_pdf_maker_missing() -> None:
	"""Say that the server has no program that makes PDF files, in the way the asking program understands.

	:raises PembuatPdfTidakAdaError: unless a browser opened the paper in a window
	"""
	title = _("PDF tidak dapat dibuat")
	message = _(
		"PDF tidak dapat dibuat karena program wkhtmltopdf tidak terpasang pada server. "
		"Mintalah pengelola server memasangnya, lalu cetak kembali."
	)
	if not _is_asked_by_browser():
		frappe.throw(message, PembuatPdfTidakAdaError, title=title)
	# A paper opens in a window of its own, where Frappe would show an exception by its traceback.
	frappe.respond_as_web_page(title, message, http_status_code=503, indicator_color="red")


def is_pdf_maker_missing(error: OSError) -> bool:
	"""Whether the error of making a PDF says that wkhtmltopdf is not installed."""
	return WKHTMLTOPDF_HILANG in str(error)


def _download(doctype: str, name: str, surat: Document | None, options: dict) -> None:
	paper = _find_paper(options) if surat else None
	try:
		if paper:
			_answer_with(paper, surat, options)
		else:
			frappe.call(frappe_print_format.download_pdf, doctype=doctype, name=name, **options)
	except OSError as error:
		if not is_pdf_maker_missing(error):
			raise
		tell_pdf_maker_missing()


def _find_paper(options: dict) -> Document | None:
	"""Return the paper of a letter that is a text of its own, as all of ours are and those an office copies from them."""
	name = options.get("format")
	if not name or options.get("doc") or not frappe.db.exists("Print Format", name):
		return None
	paper = frappe.get_doc("Print Format", name)
	is_own_text = (
		paper.doc_type == "Surat Masuk" and paper.custom_format and paper.print_format_type == "Jinja"
	)
	# Frappe 16 lets a paper name another program.
	return paper if is_own_text and paper.get("pdf_generator") in (None, "", "wkhtmltopdf") else None


def _answer_with(paper: Document, surat: Document, options: dict) -> None:
	head = {"no_letterhead": options.get("no_letterhead", 0), "letterhead": options.get("letterhead")}
	with print_language(options.get("language")):
		sheet = get_rendered_template(surat, print_format=paper, **head)
		pdf = make_pdf([sheet], get_print_style(print_format=paper), paper.name)
	frappe.local.response.update({"filename": f"{surat.name}.pdf", "filecontent": pdf, "type": "pdf"})


def _is_asked_by_browser() -> bool:
	request = getattr(frappe.local, "request", None)
	return bool(request) and "text/html" in request.headers.get("Accept", "")
