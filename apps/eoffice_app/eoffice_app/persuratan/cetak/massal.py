"""Many sheets in one PDF, made by one call of the program that makes PDF files."""

from base64 import b64encode

import frappe
from frappe import _
from frappe.model.document import Document
from frappe.www.printview import get_print_style, get_rendered_template

from eoffice_app.hak_akses.riwayat import CETAK, record_opening
from eoffice_app.hak_akses.surat import remembered_subjek
from eoffice_app.persuratan.cetak.bersama import printed_together
from eoffice_app.persuratan.cetak.halaman import PENANDA, number_pages
from eoffice_app.persuratan.cetak.kertas import printed_on
from eoffice_app.persuratan.cetak.kumpulan import make_pdf
from eoffice_app.persuratan.cetak.pdf import is_pdf_maker_missing, tell_pdf_maker_missing
from eoffice_app.persuratan.cetak.riwayat import counted_prints

PALING_BANYAK = 100


class JumlahCetakError(frappe.ValidationError):
	"""No letter at all, or more than one file may hold."""


class NaskahTidakDikenalError(frappe.ValidationError):
	"""A Print Format that is not a Lembar Disposisi."""


@frappe.whitelist()
def list_lembar() -> list[str]:
	"""Return the names of the office's Print Formats for the Lembar Disposisi, its own among them.

	:raises frappe.PermissionError: the user may not print letters
	"""
	if not frappe.has_permission("Surat Masuk", "print"):
		frappe.throw(
			_("Mencetak surat adalah tugas operator. Mintalah operator unit Anda mencetaknya."),
			frappe.PermissionError,
			title=_("Tidak berwenang"),
		)
	return frappe.get_all(
		"Print Format",
		filters={"doc_type": "Surat Masuk", "disabled": 0, "html": ["like", "%get_lembar_disposisi(%"]},
		order_by="name asc",
		pluck="name",
	)


@frappe.whitelist(methods=["POST"])
def print_lembar(names: list | str, format: str = "Lembar Disposisi", kertas: str = "") -> dict:
	"""Make one PDF of the sheets of several letters, in the order given; each counts as printed.

	:param names: at most PALING_BANYAK names of Surat Masuk, as list or JSON
	:param format: one of `list_lembar`
	:param kertas: A4 or F4 for this time, see `printed_on`
	:return: dict of `pdf` (base64; None when no letter could be printed), `dicetak` (how many), `tidak_boleh` (agenda numbers
	        of those that another unit's operator prints) and `tidak_ditemukan` (how many do not exist for this user)
	:raises frappe.PermissionError: the user may not print letters
	:raises JumlahCetakError: none or too many
	:raises NaskahTidakDikenalError: see `format`
	:raises PembuatPdfTidakAdaError: wkhtmltopdf is not installed
	"""
	names = list(dict.fromkeys(str(name) for name in frappe.parse_json(names) or []))
	_require_count(names)
	if format not in list_lembar():
		_refuse_format(format)
	seen = _list_seen(names)
	with remembered_subjek():
		letters = [surat for surat in seen if frappe.has_permission("Surat Masuk", "print", surat)]
	with printed_on(kertas):
		pdf = _make_pdf(letters, frappe.get_doc("Print Format", format)) if letters else None
	return {
		"pdf": b64encode(pdf).decode() if pdf else None,
		"dicetak": len(letters),
		"tidak_boleh": [surat.nomor_agenda for surat in seen if surat not in letters],
		"tidak_ditemukan": len(names) - len(seen),
	}


def _list_seen(names: list[str]) -> list[Document]:
	visible = set(frappe.get_list("Surat Masuk", filters={"name": ["in", names]}, pluck="name", limit=0))
	return [frappe.get_doc("Surat Masuk", name) for name in names if name in visible]


def _make_pdf(letters: list[Document], paper: Document) -> bytes:
	try:
		with counted_prints() as counted, printed_together() as together, remembered_subjek():
			for surat in letters:
				together["surat", surat.name] = surat
				record_opening(surat.name, CETAK)
			sheets = (PENANDA + get_rendered_template(surat, paper, no_letterhead=True) for surat in letters)
			pdf = make_pdf(sheets, get_print_style(print_format=paper), paper.name)
		return number_pages(pdf, counted)
	except OSError as error:
		if not is_pdf_maker_missing(error):
			raise
		tell_pdf_maker_missing()


def _require_count(names: list[str]) -> None:
	if not names:
		frappe.throw(
			_("Pilih paling sedikit satu surat pada daftar."), JumlahCetakError, title=_("Belum ada surat")
		)
	if len(names) > PALING_BANYAK:
		frappe.throw(
			_("Anda memilih {0} surat. Sekali cetak paling banyak {1}; cetak sisanya sesudah itu.").format(
				len(names), PALING_BANYAK
			),
			JumlahCetakError,
			title=_("Terlalu banyak surat"),
		)


def _refuse_format(format: str) -> None:
	frappe.throw(
		_("Naskah {0} bukan Lembar Disposisi. Pilih naskah lain.").format(
			frappe.bold(frappe.utils.escape_html(format))
		),
		NaskahTidakDikenalError,
		title=_("Naskah tidak dikenal"),
	)
