"""A print of the signed letter, marked as the copy that it is. No database here.

The signed file itself never changes: the marks stand on a copy, whose signature fields become plain drawing, so that no
reader calls the copy a broken signature.
"""

from dataclasses import dataclass
from io import BytesIO

import pikepdf

from eoffice_app.persuratan.kode_cetak import group_code
from eoffice_app.tte.cap import draw_qr
from eoffice_app.tte.tulisan import BIASA, TEBAL, draw_on_page, measure, write_line

SISI_QR = 46.0
TEPI = 8.0
UKURAN_TANDA, UKURAN_TEKS = 11.0, 6.0
PANJANG_NAMA = 70


@dataclass(frozen=True)
class Salinan:
	"""What a copy says of itself: `tanda` (ASLI, TINDASAN or TEMBUSAN), for whom, and the code of its delivery."""

	tanda: str
	penerima: str
	kode: str


def mark_salinan(naskah: bytes, salinan: Salinan) -> bytes:
	"""Return a print of a letter with the copy's mark, addressee and QR at the top of its first page.

	:param naskah: the signed PDF
	"""
	with pikepdf.open(BytesIO(naskah)) as pdf:
		_flatten(pdf)
		page = pdf.pages[0]
		# What a page turned on its side calls its top is not the reader's: the marks stand where he reads.
		_straighten(page)
		left, _bottom, right, top = (float(edge) for edge in page.mediabox)
		draw_on_page(page, _draw(salinan, left, right, top))
		stream = BytesIO()
		pdf.save(stream)
	return stream.getvalue()


def join_naskah(parts: list[bytes]) -> bytes:
	"""Return several PDFs as one."""
	with pikepdf.new() as joined:
		for part in parts:
			with pikepdf.open(BytesIO(part)) as pdf:
				joined.pages.extend(pdf.pages)
		stream = BytesIO()
		joined.save(stream)
	return stream.getvalue()


def _flatten(pdf: pikepdf.Pdf) -> None:
	pdf.flatten_annotations("all")
	if "/AcroForm" in pdf.Root:
		del pdf.Root["/AcroForm"]
	for page in pdf.pages:
		if "/Annots" in page:
			kept = [item for item in page.Annots if item.get("/Subtype") != "/Widget"]
			page.Annots = pdf.make_indirect(pikepdf.Array(kept))


def _straighten(page: pikepdf.Page) -> None:
	turned = int(page.obj.get("/Rotate", 0)) % 360
	if not turned:
		return
	left, bottom, right, top = (float(edge) for edge in page.mediabox)
	wide, high = right - left, top - bottom
	turn = {
		90: (0, -1, 1, 0, -bottom, right),
		180: (-1, 0, 0, -1, right, top),
		270: (0, 1, -1, 0, top, -left),
	}[turned]
	page.contents_add(b"q %s cm\n" % " ".join(f"{number:.3f}" for number in turn).encode(), prepend=True)
	page.contents_add(b"\nQ\n")
	size = (0, 0, high, wide) if turned in (90, 270) else (0, 0, wide, high)
	page.obj["/Rotate"] = 0
	page.mediabox = pikepdf.Array(size)
	if "/CropBox" in page.obj:
		del page.obj["/CropBox"]


def _draw(salinan: Salinan, left: float, right: float, top: float) -> bytes:
	edge, below = right - TEPI - SISI_QR, top - TEPI - SISI_QR
	lines = (
		(salinan.tanda, UKURAN_TANDA, TEBAL, top - TEPI - 11),
		(salinan.penerima[:PANJANG_NAMA], UKURAN_TEKS, BIASA, top - TEPI - 20),
		(group_code(salinan.kode), UKURAN_TEKS, BIASA, top - TEPI - 28),
	)
	widest = max(measure(text, size, fon) for text, size, fon, _height in lines)
	# On a scan there is grey, or the kop itself, under the marks.
	ground = b"1 g %.2f %.2f %.2f %.2f re f\n" % (edge - widest - 8, top - TEPI - 31, widest + 8, 31)
	ground += b"%.2f %.2f %.2f %.2f re f\n0 g\n" % (edge, below, SISI_QR, SISI_QR)
	written = b"".join(
		write_line(text, max(left, edge - 4 - measure(text, size, fon)), height, size, fon)
		for text, size, fon, height in lines
	)
	qr = b"q 1 0 0 1 %.2f %.2f cm\n" % (edge, below) + draw_qr(salinan.kode, SISI_QR) + b"Q\n"
	return ground + written + qr
