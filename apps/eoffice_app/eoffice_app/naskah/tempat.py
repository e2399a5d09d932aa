"""The places that a page keeps for what is known only when it is signed: number, date and the visible signature.

A place is a link to an address that leads nowhere (`.invalid`, RFC 2606). The programs that make PDFs, wkhtmltopdf as
well as LibreOffice, turn it into an annotation with the exact rectangle, so that nothing is composed anew at signing.
No database here.
"""

from dataclasses import dataclass
from io import BytesIO
from urllib.parse import parse_qs, urlencode, urlsplit

import frappe
import pikepdf
from frappe import _

from eoffice_app.tte.naskah import open_pdf
from eoffice_app.tte.permintaan import Letak
from eoffice_app.tte.tulisan import draw_on_page, measure, write_line

NOMOR, TANGGAL, TANDA_TANGAN = "nomor", "tanggal", "tanda_tangan"
DAFTAR_TEMPAT = (NOMOR, TANGGAL, TANDA_TANGAN)
HOST = "tempat.invalid"
KIRI, TENGAH = "kiri", "tengah"
UKURAN_TERKECIL = 5.0
ABU = b"0.55 g 0.75 G "
LABEL_TANDA_TANGAN = "tempat tanda tangan"


class TempatNomorTidakAdaError(frappe.ValidationError):
	"""A page that keeps no place for the letter's number."""


@dataclass(frozen=True)
class Tempat:
	"""A place on a finished page.

	`ukuran` and `dasar` are parts of its height: how large the letters are, and how far above its lower edge they stand.
	"""

	nama: str
	halaman: int
	kotak: tuple[float, float, float, float]
	rata: str = KIRI
	awalan: str = ""
	ukuran: float = 1.0
	dasar: float = 0.0


@dataclass(frozen=True)
class NaskahTerisi:
	"""A page with its number and date, and where the visible signature stands; None for a page that keeps no place."""

	isi: bytes
	letak: Letak | None


def compose_alamat(nama: str, **cara: str | float) -> str:
	"""Return the address that marks a place.

	:param nama: one of DAFTAR_TEMPAT
	:param cara: fields of `Tempat` that differ from their defaults
	"""
	query = urlencode({key: value for key, value in cara.items() if value})
	return f"https://{HOST}/{nama}" + (f"?{query}" if query else "")


def list_tempat(isi: bytes) -> list[Tempat]:
	"""Return the places of a PDF in the order of its pages."""
	with open_pdf(isi) as pdf:
		return [tempat for number, page in enumerate(pdf.pages) for tempat in _list_of_page(page, number)]


def fill_tempat(isi: bytes, nilai: dict[str, str], *, nomor_wajib: bool = True) -> NaskahTerisi:
	"""Write number and date into their places and take all marks of places off the pages.

	:param nilai: what stands in the places NOMOR and TANGGAL; a place without value stays empty
	:param nomor_wajib: whether the number must stand on the page (see Jenis Naskah)
	:return: `letak` is that of the first place of the visible signature
	:raises TempatNomorTidakAdaError: a number, and no place for it
	:raises PdfTidakDapatDitandatanganiError: see `open_pdf`
	"""
	with open_pdf(isi) as pdf:
		places = [each for number, page in enumerate(pdf.pages) for each in _list_of_page(page, number)]
		if nomor_wajib and nilai.get(NOMOR) and not any(each.nama == NOMOR for each in places):
			refuse_without_nomor()
		for number, page in enumerate(pdf.pages):
			_write_values(page, [each for each in places if each.halaman == number], nilai)
			remove_marks(page)
		return NaskahTerisi(_save(pdf), _find_letak(pdf, places))


def show_tempat(isi: bytes, nilai: dict[str, str]) -> bytes:
	"""Return a PDF for reading before it is signed: grey words stand in its places, a grey frame for the signature."""
	with open_pdf(isi) as pdf:
		for number, page in enumerate(pdf.pages):
			places = _list_of_page(page, number)
			drawn = b"".join(_draw_shown(each, nilai) for each in places)
			if drawn:
				draw_on_page(page, drawn)
			remove_marks(page)
		return _save(pdf)


def add_tempat(pdf: pikepdf.Pdf, nama: str) -> None:
	"""Keep a place at the foot of the last page of a PDF that has none of this name."""
	if any(
		each.nama == nama for number, page in enumerate(pdf.pages) for each in _list_of_page(page, number)
	):
		return
	page = pdf.pages[-1]
	left, bottom = (float(edge) for edge in list(page.mediabox)[:2])
	letak = Letak()
	mark = pikepdf.Dictionary(
		Type=pikepdf.Name.Annot,
		Subtype=pikepdf.Name.Link,
		Rect=[
			left + letak.x,
			bottom + letak.y,
			left + letak.x + letak.lebar,
			bottom + letak.y + letak.tinggi,
		],
		A=pikepdf.Dictionary(S=pikepdf.Name.URI, URI=compose_alamat(nama)),
	)
	page.obj.Annots = pikepdf.Array([*page.obj.get("/Annots", []), pdf.make_indirect(mark)])


def remove_marks(page: pikepdf.Page) -> None:
	"""Take all marks of places off a page."""
	if "/Annots" not in page.obj:
		return
	kept = [each for each in page.obj.Annots if not is_tempat(_read_address(each))]
	if kept:
		page.obj.Annots = pikepdf.Array(kept)
	else:
		del page.obj.Annots


def refuse_without_nomor() -> None:
	"""Refuse a page without a place for the number.

	:raises TempatNomorTidakAdaError: always
	"""
	frappe.throw(
		_(
			"Naskah ini tidak mempunyai tempat nomor, sehingga surat akan keluar tanpa nomor. Tulis {0} pada berkas .docx, atau minta Pengelola E-Office melengkapi templat jenis naskah ini."
		).format("<code>{{nomor}}</code>"),
		TempatNomorTidakAdaError,
		title=_("Tempat nomor tidak ada"),
	)


def is_tempat(address: str) -> bool:
	"""Whether an address marks a place."""
	return address.startswith(f"https://{HOST}/")


def _list_of_page(page: pikepdf.Page, number: int) -> list[Tempat]:
	marks = [(annotation, _read_address(annotation)) for annotation in page.obj.get("/Annots", [])]
	found = [_read_mark(annotation, address, number) for annotation, address in marks if is_tempat(address)]
	return [each for each in found if each]


def _read_address(annotation: pikepdf.Object) -> str:
	# Attached PDFs come from anywhere: what is no annotation is nothing.
	action = annotation.get("/A") if isinstance(annotation, pikepdf.Dictionary) else None
	return str(action.get("/URI", "")) if isinstance(action, pikepdf.Dictionary) else ""


def _read_mark(annotation: pikepdf.Object, address: str, halaman: int) -> Tempat | None:
	parts = urlsplit(address)
	nama = parts.path.strip("/")
	if nama not in DAFTAR_TEMPAT:
		return None
	cara = {key: values[0] for key, values in parse_qs(parts.query).items()}
	left, bottom, right, top = (float(edge) for edge in annotation.Rect)
	return Tempat(
		nama,
		halaman,
		(min(left, right), min(bottom, top), max(left, right), max(bottom, top)),
		rata=cara.get("rata", KIRI),
		awalan=cara.get("awalan", ""),
		ukuran=_read_number(cara.get("ukuran"), 1.0),
		dasar=_read_number(cara.get("dasar"), 0.0),
	)


def _read_number(text: str | None, bawaan: float) -> float:
	try:
		return float(text) if text else bawaan
	except ValueError:
		return bawaan


def _write_values(page: pikepdf.Page, places: list[Tempat], nilai: dict[str, str]) -> None:
	drawn = b"".join(
		_write(each, each.awalan + nilai[each.nama])
		for each in places
		if each.nama != TANDA_TANGAN and nilai.get(each.nama)
	)
	if drawn:
		draw_on_page(page, drawn)


def _write(tempat: Tempat, text: str) -> bytes:
	left, bottom, right, top = tempat.kotak
	width, height = right - left, top - bottom
	size = tempat.ukuran * height
	# A number longer than its place is made smaller: cut off it would be another number.
	if (wide := measure(text, size)) > width:
		size = max(size * width / wide, UKURAN_TERKECIL)
	x = left + (width - measure(text, size)) / 2 if tempat.rata == TENGAH else left
	return write_line(text, x, bottom + tempat.dasar * height, size)


def _draw_shown(tempat: Tempat, nilai: dict[str, str]) -> bytes:
	if tempat.nama != TANDA_TANGAN:
		return b"0 g " + _write(tempat, tempat.awalan + nilai.get(tempat.nama, ""))
	left, bottom, right, top = tempat.kotak
	frame = b"%.2f %.2f %.2f %.2f re S\n" % (left, bottom, right - left, top - bottom)
	middle = (bottom + top) / 2
	x = (left + right - measure(LABEL_TANDA_TANGAN, 8)) / 2
	return ABU + b"[3 3] 0 d 0.5 w " + frame + b"[] 0 d " + write_line(LABEL_TANDA_TANGAN, x, middle - 3, 8)


def _find_letak(pdf: pikepdf.Pdf, places: list[Tempat]) -> Letak | None:
	tempat = next((each for each in places if each.nama == TANDA_TANGAN), None)
	if not tempat:
		return None
	left, bottom, right, top = tempat.kotak
	corner = pdf.pages[tempat.halaman].mediabox
	return Letak(
		tempat.halaman, left - float(corner[0]), bottom - float(corner[1]), right - left, top - bottom
	)


def _save(pdf: pikepdf.Pdf) -> bytes:
	stream = BytesIO()
	pdf.save(stream)
	return stream.getvalue()
