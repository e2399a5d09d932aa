"""Books of lines on paper: their rows laid out on pages, and a whole period of them as one PDF."""

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import frappe
from frappe import _
from frappe.www.printview import get_print_style

from eoffice_app.persuratan.cetak.kumpulan import make_pdf
from eoffice_app.persuratan.cetak.pdf import is_pdf_maker_missing, tell_pdf_maker_missing

BARIS_TERBANYAK = 1000
TINGGI_BARIS, SELA = 3.5, 2


class BukuTerlaluTebalError(frappe.ValidationError):
	"""A period with more lines than one paper holds."""


@dataclass(frozen=True)
class TataBuku:
	"""How a book lies on its pages, because the program that makes the PDF repeats no head of a table.

	`kolom`: column → characters that stand side by side in it. In millimetres: `terendah`, how high a row is at least;
	`halaman_pertama` and `halaman`, the room for rows beside the letter head, and on every other page.
	"""

	kolom: dict[str, int]
	terendah: float
	halaman_pertama: float
	halaman: float


def lay_out(rows: Iterable[dict], tata: TataBuku) -> Iterator[list[dict]]:
	"""Yield the rows page by page; at least one page, which may be empty."""
	page, room = [], tata.halaman_pertama
	for row in rows:
		height = measure(row, tata)
		if page and height > room:
			yield page
			page, room = [], tata.halaman
		page.append(row)
		room -= height
	yield page


def measure(row: dict, tata: TataBuku) -> float:
	"""Return about how many millimetres high a row is."""
	lines = max(_count_lines(row[column], width) for column, width in tata.kolom.items())
	return max(lines * TINGGI_BARIS, tata.terendah) + SELA


def require_printable(jumlah: int) -> None:
	"""Check that so many lines go on one paper.

	:raises BukuTerlaluTebalError: they do not
	"""
	if jumlah > BARIS_TERBANYAK:
		frappe.throw(
			_(
				"Periode ini berisi {0} surat, terlalu banyak untuk satu cetakan. Persempit periodenya."
			).format(jumlah),
			BukuTerlaluTebalError,
			title=_("Periode terlalu panjang"),
		)


def send_book(naskah: str, doc: frappe._dict) -> None:
	"""Answer with a book of a period as PDF, in the office's own look.

	:param naskah: name of its Print Format
	:param doc: what the Print Format calls `doc`, with `dari` and `sampai`
	"""
	paper = frappe.get_doc("Print Format", naskah)
	sheet = frappe.render_template(paper.html, {"doc": doc})
	try:
		content = make_pdf([sheet], get_print_style(print_format=paper), naskah)
	except OSError as error:
		if not is_pdf_maker_missing(error):
			raise
		return tell_pdf_maker_missing()
	name = f"{frappe.scrub(naskah).replace('_', '-')}-{doc.dari}-{doc.sampai}.pdf"
	frappe.local.response.update({"filename": name, "filecontent": content, "type": "pdf"})


def _count_lines(text: str, width: int) -> int:
	return sum(max(1, math.ceil(len(line) / width)) for line in text.split("\n"))
