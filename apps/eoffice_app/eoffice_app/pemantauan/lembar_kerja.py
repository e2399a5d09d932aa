"""What the monitor shows as a spreadsheet, each letter once, the most urgent first."""

from io import BytesIO

import frappe
from frappe import _
from frappe.utils import now_datetime
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from eoffice_app.hak_akses.surat import remembered_subjek
from eoffice_app.pemantauan.pemantauan import describe_steps, read_steps, require_reader
from eoffice_app.pemantauan.saringan import read_saringan

# More are no list that somebody works through.
TERBANYAK = 2_000
KOLOM = (
	("jenis", "Jenis", 14),
	("nomor_agenda", "Nomor Agenda", 14),
	("nomor_surat", "Nomor Surat", 24),
	("tanggal_surat", "Tanggal Surat", 14),
	("pihak", "Pengirim atau Tujuan", 32),
	("perihal", "Perihal", 48),
	("sifat", "Sifat", 12),
	("derajat", "Derajat", 14),
	("keadaan", "Keadaan", 20),
	("di_mana", "Di Mana", 48),
	("sejak", "Masuk pada", 18),
	("umur", "Umur (hari)", 12),
	("tenggat", "Tenggat", 18),
	("hari_terlambat", "Terlambat (hari)", 16),
)
DITERJEMAHKAN = ("jenis", "sifat", "derajat", "keadaan")


@frappe.whitelist()
def download(saringan: dict | str | None = None) -> None:
	"""Answer with the letters under way that the user may see as an .xlsx file, at most TERBANYAK.

	:param saringan: see `read_saringan`
	:raises frappe.PermissionError: the user reads no letters at all
	:raises SaringanPemantauanError: narrowed down by something unknown
	"""
	require_reader()
	with remembered_subjek():
		rows = read_steps(read_saringan(saringan), 0, TERBANYAK + 1)
		letters = describe_steps(rows[:TERBANYAK])
	frappe.response.filename = f"surat-berjalan-{now_datetime():%Y-%m-%d}.xlsx"
	frappe.response.filecontent = make_sheet(letters, len(rows) > TERBANYAK)
	frappe.response.type = "binary"


def make_sheet(letters: list[dict], is_cut: bool = False) -> bytes:
	"""Return letters (see `describe_steps`) as an .xlsx file; one that does not hold all of them says so at its end."""
	workbook = Workbook(write_only=True)
	sheet = workbook.create_sheet(_("Surat Berjalan"))
	sheet.freeze_panes = "A2"
	for number, (_field, _label, width) in enumerate(KOLOM, start=1):
		sheet.column_dimensions[get_column_letter(number)].width = width
	sheet.append([_write_heading(sheet, _(label)) for _field, label, _width in KOLOM])
	for letter in letters:
		sheet.append([_write_cell(sheet, _read(letter, field)) for field, _label, _width in KOLOM])
	if is_cut:
		sheet.append([_("Hanya {0} surat pertama. Persempit saringan untuk sisanya.").format(TERBANYAK)])
	stream = BytesIO()
	workbook.save(stream)
	return stream.getvalue()


def _read(letter: dict, field: str):
	value = letter[field]
	return _(value) if field in DITERJEMAHKAN and value else value


def _write_heading(sheet: Worksheet, text: str) -> WriteOnlyCell:
	cell = WriteOnlyCell(sheet, text)
	cell.font = Font(bold=True)
	return cell


def _write_cell(sheet: Worksheet, value) -> WriteOnlyCell:
	if not isinstance(value, str):
		return WriteOnlyCell(sheet, value)
	cell = WriteOnlyCell(sheet, ILLEGAL_CHARACTERS_RE.sub("", value))
	# A subject that begins with "=" is text and never a formula.
	cell.data_type = "s"
	return cell
