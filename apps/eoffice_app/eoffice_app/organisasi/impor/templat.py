"""The template: four sheets with headings, hints and examples."""

from io import BytesIO

import frappe
from openpyxl import Workbook
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from eoffice_app.organisasi.doctype.impor_organisasi.impor_organisasi import require_importing
from eoffice_app.organisasi.impor.lembar import CENTANG, LEMBAR, Kolom, Lembar

NAMA_BERKAS = "templat-organisasi.xlsx"
BARIS_BERFORMAT = 500
FORMAT_TEKS = "@"


@frappe.whitelist()
def download_template() -> None:
	"""Answer with the template as a file.

	:raises frappe.PermissionError: who may not import
	"""
	require_importing("read")
	frappe.response.filename = NAMA_BERKAS
	frappe.response.filecontent = make_template()
	frappe.response.type = "binary"


def make_template() -> bytes:
	"""Return the template as an .xlsx file, with examples to be overwritten."""
	workbook = Workbook()
	workbook.remove(workbook.active)
	for lembar in LEMBAR:
		_fill_sheet(workbook.create_sheet(lembar.nama), lembar)
	stream = BytesIO()
	workbook.save(stream)
	return stream.getvalue()


def _fill_sheet(sheet: Worksheet, lembar: Lembar) -> None:
	sheet.append([f"{kolom.judul} *" if kolom.wajib else kolom.judul for kolom in lembar.kolom])
	for row in lembar.contoh:
		sheet.append(row)
	for number, kolom in enumerate(lembar.kolom, start=1):
		_format_column(sheet, number, kolom)
	sheet.freeze_panes = "A2"


def _format_column(sheet: Worksheet, number: int, kolom: Kolom) -> None:
	letter = get_column_letter(number)
	heading = sheet.cell(1, number)
	heading.font = Font(bold=True, color="FFFFFF")
	heading.fill = PatternFill("solid", fgColor="1F4E79")
	heading.alignment = Alignment(vertical="center")
	if kolom.petunjuk:
		heading.comment = Comment(kolom.petunjuk, "E-Office", width=260, height=80)
	sheet.column_dimensions[letter].width = max(16, len(kolom.judul) + 6)
	# As text, a NIP keeps all its digits and a date stays as it was typed.
	for row in range(2, BARIS_BERFORMAT):
		sheet.cell(row, number).number_format = FORMAT_TEKS
	choices = ("Ya", "Tidak") if kolom.jenis == CENTANG else kolom.pilihan
	if choices:
		_offer_choices(sheet, f"{letter}2:{letter}{BARIS_BERFORMAT}", choices)


def _offer_choices(sheet: Worksheet, cells: str, choices: tuple[str, ...]) -> None:
	validation = DataValidation("list", formula1=f'"{",".join(choices)}"', allow_blank=True)
	sheet.add_data_validation(validation)
	validation.add(cells)
