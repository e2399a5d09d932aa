"""Books of lines on paper: their rows laid out on pages, and a whole period of them as one PDF."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import chain

import frappe
from frappe import _
from frappe.utils.jinja import get_jenv
from frappe.www.printview import get_print_style

from eoffice_app.persuratan.cetak.kertas import get_ukuran_lembar
from eoffice_app.persuratan.cetak.kop import get_kop
from eoffice_app.persuratan.cetak.kumpulan import make_pdf
from eoffice_app.persuratan.cetak.lebar_teks import break_lines
from eoffice_app.persuratan.cetak.pdf import is_pdf_maker_missing, tell_pdf_maker_missing
from eoffice_app.persuratan.cetak.tanggal import write_date

# A quarter of the letters of a large office: some twenty seconds of a processor. Behind the scenes (`buku_panjang`) what
# goes into a file of 25 MB, the largest that an office keeps.
BARIS_TERBANYAK, BARIS_DI_LATAR = 6000, 40_000
LAPORAN = "Buku Agenda"
# In millimetres, as the program that makes the PDF draws them: letters of 10.5 pt, a line of them, what the borders of a
# cell take above and below, and beside; and the margins of the paper that no row goes into.
HURUF, TINGGI_BARIS, SELA, SELA_SAMPING = 2.85, 3.45, 1.5, 2.3
TEPI_TEGAK, TEPI_SAMPING = 22, 28
# Number of the page, head of the table, of two lines, and a line to spare; before them on the first page letter head, title
# and period.
KEPALA, KEPALA_PERTAMA = 16, 47
# Before each page of a book, in its template.
HALAMAN = re.compile(r'(?=<div class="halaman-buku">)')


class BukuTerlaluTebalError(frappe.ValidationError):
	"""A period with more lines than one paper holds."""


@dataclass(frozen=True)
class TataBuku:
	"""How a book lies on its pages, because the program that makes the PDF repeats no head of a table.

	`kolom`: column → its share of the width, in percent. In millimetres: `terendah`, how high a row is at least;
	`kepala_pertama` and `kepala`, what stands above the rows of the first page, beside the letter head, and of every other.
	`tegak`: the paper stands.
	"""

	kolom: dict[str, float]
	terendah: float
	kepala_pertama: float = KEPALA_PERTAMA
	kepala: float = KEPALA
	tegak: bool = False


@dataclass(frozen=True)
class _Halaman:
	"""What a page of the paper in use holds: room for rows in millimetres, and columns as multiples of their letters."""

	pertama: float
	lain: float
	kolom: dict[str, float]


def lay_out(rows: Iterable[dict], tata: TataBuku) -> Iterator[list[dict]]:
	"""Yield the rows page by page of the paper in use; at least one page, which may be empty.

	What is higher than a page goes on in a further row.
	"""
	halaman = _measure_page(tata)
	page, room = [], halaman.pertama
	for row, height in chain.from_iterable(_split(each, tata, halaman) for each in rows):
		if page and height > room:
			yield page
			page, room = [], halaman.lain
		page.append(row)
		room -= height
	yield page


def _measure_page(tata: TataBuku) -> _Halaman:
	lebar, tinggi = get_ukuran_lembar() if tata.tegak else get_ukuran_lembar()[::-1]
	rows, table = tinggi - TEPI_TEGAK, lebar - TEPI_SAMPING
	kolom = {name: (table * share / 100 - SELA_SAMPING) / HURUF for name, share in tata.kolom.items()}
	return _Halaman(rows - tata.kepala_pertama, rows - tata.kepala, kolom)


def compose_agenda(
	doctype: str, doc: frappe._dict, tata: TataBuku, read_rows: Callable[[bool], list[dict]]
) -> dict:
	"""Return what a Buku Agenda says, of incoming or of outgoing letters.

	:param doctype: of its lines
	:param doc: one of its lines, or a dict of `buku`, `dari`, `sampai` and whether it is made `di_latar`
	:param read_rows: gives its rows; takes whether what the session's user may not see stands there too, by its number alone
	:return: dict of `kop`, `judul`, `keterangan` (lines below the title) and `halaman`, lists of rows
	:raises frappe.DoesNotExistError: no such book, or not for this user to print
	:raises BukuTerlaluTebalError: too many lines
	"""
	buku = get_printable_book(doctype, doc.buku)
	# That a number is taken is no secret in an open book; in a secret one even that is.
	rows = read_rows(not buku.rahasia)
	require_printable(len(rows), doc, LAPORAN)
	return {
		"kop": get_kop(),
		"judul": f"Buku Agenda {buku.nama_buku}".upper(),
		"keterangan": [write_period(doc)] if doc.get("dari") else [],
		"halaman": list(lay_out(rows, tata)),
	}


def get_printable_book(doctype: str, kode: str) -> frappe._dict:
	"""Return `nama_buku` and `rahasia` of a Buku Agenda that the session's user prints.

	:param doctype: of its lines
	:raises frappe.DoesNotExistError: no such book, or not for this user to print
	"""
	buku = frappe.db.get_value("Buku Agenda", kode, ["nama_buku", "rahasia"], as_dict=True)
	if not buku or not frappe.has_permission(doctype, "print"):
		frappe.throw(_("Buku ini tidak ditemukan."), frappe.DoesNotExistError, title=_("Tidak ditemukan"))
	return buku


def write_period(doc: frappe._dict) -> str:
	"""Return the period of a book, `dari` to `sampai`, as its paper says it."""
	return f"{write_date(doc.dari)} sampai {write_date(doc.sampai)}"


def require_printable(jumlah: int, doc: frappe._dict, laporan: str) -> None:
	"""Check that so many lines go on one paper.

	:param doc: dict of the book, with `di_latar` where it is made behind the scenes
	:param laporan: the report from which a longer period is ordered
	:raises BukuTerlaluTebalError: they do not
	"""
	terbanyak = BARIS_DI_LATAR if doc.get("di_latar") else BARIS_TERBANYAK
	if jumlah > terbanyak:
		frappe.throw(
			_(
				"Periode ini berisi {0} surat; satu cetakan memuat paling banyak {1}. Buka laporan {2}, lalu tekan Siapkan Buku Tebal: buku dibuat di belakang layar, dan lonceng memberi tahu bila sudah siap. Atau cetak per triwulan atau per bulan, lalu jilid berurutan."
			).format(jumlah, terbanyak, _(laporan)),
			BukuTerlaluTebalError,
			title=_("Periode terlalu panjang"),
		)


def cut_pages(sheet: str) -> list[str]:
	"""Return the pages of a book as sheets of their own, which several programs make into a PDF side by side."""
	head, *pages = HALAMAN.split(sheet)
	# What the head opens is closed after the last page alone.
	return [f"{head}{page}</div>" for page in pages[:-1]] + [f"{head}{page}" for page in pages[-1:]]


def send_book(naskah: str, doc: frappe._dict) -> None:
	"""Answer with a book of a period as PDF, in the office's own look.

	:param naskah: name of its Print Format
	:param doc: what the Print Format calls `doc`, with `dari` and `sampai`
	"""
	try:
		name, content = make_book(naskah, doc)
	except OSError as error:
		if not is_pdf_maker_missing(error):
			raise
		return tell_pdf_maker_missing()
	frappe.local.response.update({"filename": name, "filecontent": content, "type": "pdf"})


def make_book(naskah: str, doc: frappe._dict) -> tuple[str, bytes]:
	"""Return what the file of a book of a period is called, and its PDF; see `send_book`.

	:raises OSError: as `make_pdf`
	"""
	paper = frappe.get_doc("Print Format", naskah)
	# By `frappe.render_template`, Frappe 16 would show the traceback of what the sheet's own function refuses.
	sheet = get_jenv().from_string(paper.html).render(doc=doc)
	content = make_pdf(cut_pages(sheet), get_print_style(print_format=paper), naskah)
	return f"{frappe.scrub(naskah).replace('_', '-')}-{doc.dari}-{doc.sampai}.pdf", content


def _split(row: dict, tata: TataBuku, halaman: _Halaman) -> Iterator[tuple[dict, float]]:
	"""Yield a row and its height, in as many parts as pages are needed for it; those after the first bear only the text
	that goes on."""
	lines = {column: break_lines(row[column], width) for column, width in halaman.kolom.items()}
	count, most = max(map(len, lines.values())), int((halaman.lain - SELA) // TINGGI_BARIS)
	for start in range(0, count, most):
		height = max(min(count - start, most) * TINGGI_BARIS, tata.terendah) + SELA
		if count <= most:
			yield row, height
			return
		texts = {column: "\n".join(text[start : start + most]) for column, text in lines.items()}
		yield {**(dict.fromkeys(row, "") if start else row), **texts}, height
