"""Read the organisation's spreadsheet: four sheets into rows, and a list of everything that cannot be read."""

import zipfile
from dataclasses import dataclass, field
from io import BytesIO

import frappe
from frappe import _
from openpyxl import Workbook, load_workbook
from openpyxl.utils.exceptions import InvalidFileException
from openpyxl.worksheet.worksheet import Worksheet

from eoffice_app.organisasi.impor.lembar import LEMBAR, Kolom, Lembar
from eoffice_app.organisasi.impor.nilai import NilaiTidakTerbaca, read_nilai, read_teks

UKURAN_PALING_BESAR = 5 * 1024 * 1024
# A spreadsheet is a zip file, and a small one can unpack to more than the server has.
UKURAN_TERBUKA_PALING_BESAR = 60 * 1024 * 1024
BARIS_PALING_BANYAK = 10_000
# Offices put the name of the list above the headings.
BARIS_JUDUL = 10
TANDA_BERKAS_LAMA = b"\xd0\xcf\x11\xe0"


class SpreadsheetTidakTerbacaError(frappe.ValidationError):
	"""A file that is no spreadsheet of ours, as a whole."""


@dataclass(frozen=True)
class Temuan:
	"""Something to tell about a place in the spreadsheet; `baris` is 0 for the sheet as a whole."""

	lembar: str
	baris: int
	kolom: str
	pesan: str


@dataclass
class Baris:
	"""One row of a sheet: its number there, and the values of its columns by field."""

	nomor: int
	nilai: dict = field(default_factory=dict)


@dataclass
class Isi:
	"""What a spreadsheet holds: rows by sheet, what is wrong, and what is only worth knowing."""

	baris: dict[str, list[Baris]] = field(default_factory=lambda: {lembar.nama: [] for lembar in LEMBAR})
	kesalahan: list[Temuan] = field(default_factory=list)
	peringatan: list[Temuan] = field(default_factory=list)

	def count_rows(self) -> int:
		"""Return how many rows there are on all sheets."""
		return sum(map(len, self.baris.values()))


def read_spreadsheet(content: bytes) -> Isi:
	"""Return the rows of a spreadsheet with everything in it that cannot be read.

	:raises SpreadsheetTidakTerbacaError: the file is of another kind, locked, or too large
	"""
	workbook = open_workbook(content)
	sheets = {read_teks(sheet.title).casefold(): sheet for sheet in workbook.worksheets}
	isi = Isi()
	found = [lembar for lembar in LEMBAR if lembar.nama.casefold() in sheets]
	if not found:
		_refuse(
			_("Berkas ini tidak mempunyai lembar {0}. Gunakan templat.").format(
				", ".join(lembar.nama for lembar in LEMBAR)
			)
		)
	for lembar in LEMBAR:
		if lembar in found:
			_Pembaca(workbook, sheets[lembar.nama.casefold()], lembar, isi).read()
		else:
			isi.peringatan.append(Temuan(lembar.nama, 0, "", _("Lembar ini tidak ada, jadi dilewati.")))
	return isi


def open_workbook(content: bytes) -> Workbook:
	"""Open a spreadsheet, or raise SpreadsheetTidakTerbacaError with what to do."""
	if content.startswith(TANDA_BERKAS_LAMA):
		_refuse(
			_(
				"Berkas ini berformat lama (.xls) atau dilindungi kata sandi. Simpan sebagai Excel Workbook (.xlsx) tanpa kata sandi, lalu unggah kembali."
			)
		)
	if len(content) > UKURAN_PALING_BESAR:
		_refuse(_("Berkas ini lebih besar dari 5 MB. Hapus gambar dan lembar yang tidak perlu."))
	try:
		with zipfile.ZipFile(BytesIO(content)) as archive:
			if sum(info.file_size for info in archive.infolist()) > UKURAN_TERBUKA_PALING_BESAR:
				_refuse(_("Isi berkas ini terlalu besar. Salin datanya ke templat yang baru."))
		return load_workbook(BytesIO(content), data_only=True)
	except (zipfile.BadZipFile, InvalidFileException, KeyError, ValueError, OSError):
		_refuse(_("Berkas ini bukan spreadsheet .xlsx, atau rusak. Simpan ulang sebagai .xlsx, lalu unggah."))


class _Pembaca:
	"""Reads one sheet into `isi`."""

	def __init__(self, workbook: Workbook, sheet: Worksheet, lembar: Lembar, isi: Isi):
		self.epoch = workbook.epoch
		self.sheet = sheet
		self.lembar = lembar
		self.isi = isi

	def read(self) -> None:
		if self.sheet.max_row > BARIS_PALING_BANYAK + BARIS_JUDUL:
			self.blame(
				_(
					"Lembar ini mempunyai {0} baris, paling banyak {1}. Hapus baris kosong di bawah data, atau bagi menjadi beberapa berkas."
				).format(self.sheet.max_row, BARIS_PALING_BANYAK)
			)
			return
		heading = self.find_heading()
		if not heading:
			self.blame(_("Judul kolom tidak ditemukan. Salin judul kolom dari templat."))
			return
		columns = self.read_heading(heading)
		first = self.find_first_row(heading)
		filled = self.fill_merged(first)
		for nomor in range(first, self.sheet.max_row + 1):
			self.read_row(nomor, columns, filled)

	def find_heading(self) -> int | None:
		known = {_normalize(kolom.judul) for kolom in self.lembar.kolom}
		for nomor in range(1, min(BARIS_JUDUL, self.sheet.max_row) + 1):
			texts = {_normalize(cell.value) for cell in self.sheet[nomor]}
			if len(known & texts) >= 2:
				return nomor
		return None

	def read_heading(self, nomor: int) -> dict[int, Kolom]:
		by_heading = {_normalize(kolom.judul): kolom for kolom in self.lembar.kolom}
		columns = {}
		for cell in self.sheet[nomor]:
			text = read_teks(cell.value)
			kolom = by_heading.get(_normalize(text))
			if kolom and kolom in columns.values():
				self.blame(_("Kolom ini ada dua kali. Hapus salah satunya."), nomor, kolom.judul)
			elif kolom:
				columns[cell.column] = kolom
			elif text:
				self.mention(_("Kolom ini tidak dikenal, jadi dilewati."), nomor, text)
		for kolom in self.lembar.kolom:
			if kolom.wajib and kolom not in columns.values():
				self.blame(_("Kolom ini tidak ada. Tambahkan, atau salin dari templat."), nomor, kolom.judul)
		return columns

	def find_first_row(self, heading: int) -> int:
		# Headings are often two rows high.
		ends = [
			area.max_row for area in self.sheet.merged_cells.ranges if area.min_row <= heading <= area.max_row
		]
		return max([heading, *ends]) + 1

	def fill_merged(self, first: int) -> dict[tuple[int, int], object]:
		"""Return the values of merged cells by row and column: one value for all rows that it spans."""
		filled = {}
		for area in self.sheet.merged_cells.ranges:
			if area.min_row < first:
				continue
			if area.max_col > area.min_col:
				self.blame(
					_(
						"Sel {0} digabung melintasi kolom. Pisahkan sel itu (Unmerge), lalu isi satu per satu."
					).format(area.coord),
					area.min_row,
				)
				continue
			value = self.sheet.cell(area.min_row, area.min_col).value
			filled.update({(row, area.min_col): value for row in range(area.min_row, area.max_row + 1)})
			self.mention(
				_("Sel {0} digabung; isinya dianggap sama untuk setiap baris.").format(area.coord),
				area.min_row,
			)
		return filled

	def read_row(self, nomor: int, columns: dict[int, Kolom], filled: dict) -> None:
		cells = {column: self.sheet.cell(nomor, column) for column in columns}
		contents = {column: filled.get((nomor, column), cell.value) for column, cell in cells.items()}
		if all(read_teks(content) is None for content in contents.values()):
			return
		baris = Baris(nomor)
		for column, kolom in columns.items():
			if cells[column].data_type == "e":
				self.blame(_("Sel ini berisi galat rumus. Isi dengan nilainya."), nomor, kolom.judul)
				continue
			self.read_cell(baris, kolom, contents[column])
		self.isi.baris[self.lembar.nama].append(baris)

	def read_cell(self, baris: Baris, kolom: Kolom, content: object) -> None:
		try:
			baris.nilai[kolom.field] = read_nilai(kolom, content, self.epoch)
		except NilaiTidakTerbaca as unreadable:
			self.blame(str(unreadable), baris.nomor, kolom.judul)
			return
		if kolom.wajib and baris.nilai[kolom.field] is None:
			self.blame(_("Belum diisi."), baris.nomor, kolom.judul)

	def blame(self, pesan: str, nomor: int = 0, kolom: str = "") -> None:
		self.isi.kesalahan.append(Temuan(self.lembar.nama, nomor, kolom, pesan))

	def mention(self, pesan: str, nomor: int = 0, kolom: str = "") -> None:
		self.isi.peringatan.append(Temuan(self.lembar.nama, nomor, kolom, pesan))


def _normalize(text: object) -> str:
	"""Return a heading without case, spaces at its ends, marks of what is required, and remarks in brackets."""
	return (read_teks(text) or "").partition("(")[0].replace("*", "").strip().casefold()


def _refuse(message: str) -> None:
	frappe.throw(message, SpreadsheetTidakTerbacaError, title=_("Berkas tidak terbaca"))
