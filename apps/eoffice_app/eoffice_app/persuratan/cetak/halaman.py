"""The head of every page of a sheet that goes over several: whose it is, and which page of how many.

The program that makes the PDF repeats nothing on a further page, so the head is written into the PDF afterwards.
"""

import re
from io import BytesIO

from pypdf import PageObject, PdfReader, PdfWriter
from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject

# A dot in a colour that no paper has begins each sheet of a file with many: so its pages are told apart.
PENANDA = '<div style="width: 1px; height: 1px; background: #010203"></div>'
WARNA_PENANDA = re.compile(rb"\b0?\.0039\d* 0?\.0078\d* 0?\.0117\d* (?:scn|rg)")
UKURAN_HURUF = 8
JARAK_TEPI = 17


def number_pages(pdf: bytes, nomor_agenda: list[str]) -> bytes:
	"""Return a PDF of sheets with a head on every page of those that have more than one page.

	:param nomor_agenda: of each sheet, in their order; more than one only where each sheet begins with PENANDA
	"""
	reader = PdfReader(BytesIO(pdf))
	pages = list(reader.pages)
	sheets = _split_sheets(pages, len(nomor_agenda))
	if len(pages) == len(sheets):
		return pdf
	writer = PdfWriter()
	for nomor, sheet in zip(nomor_agenda, sheets, strict=True):
		for number, page in enumerate(sheet, start=1):
			if len(sheet) > 1:
				page.merge_page(_make_head(page, _describe_page(nomor, number, len(sheet))))
			writer.add_page(page)
	stream = BytesIO()
	writer.write(stream)
	return stream.getvalue()


def _describe_page(nomor_agenda: str, number: int, count: int) -> str:
	continued = " (lanjutan)" if number > 1 else ""
	return f"Lembar Disposisi{continued}, nomor agenda {nomor_agenda}, halaman {number} dari {count}"


def _split_sheets(pages: list[PageObject], count: int) -> list[list[PageObject]]:
	if count == 1:
		return [pages]
	sheets = []
	for page in pages:
		if WARNA_PENANDA.search(_read_content(page)):
			sheets.append([])
		sheets[-1].append(page)
	return sheets


def _read_content(page: PageObject) -> bytes:
	# As it lies in the file: pypdf's own way takes it to pieces, a fifth of a second for each page.
	content = page["/Contents"].get_object()
	parts = content if isinstance(content, list) else [content]
	return b"".join(part.get_object().get_data() for part in parts)


def _make_head(page: PageObject, text: str) -> PageObject:
	width, height = float(page.mediabox.width), float(page.mediabox.height)
	head = PageObject.create_blank_page(width=width, height=height)
	font = DictionaryObject(
		{
			NameObject("/Type"): NameObject("/Font"),
			NameObject("/Subtype"): NameObject("/Type1"),
			NameObject("/BaseFont"): NameObject("/Helvetica"),
			NameObject("/Encoding"): NameObject("/WinAnsiEncoding"),
		}
	)
	fonts = DictionaryObject({NameObject("/KepalaHalaman"): font})
	head[NameObject("/Resources")] = DictionaryObject({NameObject("/Font"): fonts})
	content = DecodedStreamObject()
	left = JARAK_TEPI * 1.8
	words = text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)").encode("cp1252", "replace")
	content.set_data(
		b"BT /KepalaHalaman %d Tf %.1f %.1f Td (%s) Tj ET" % (UKURAN_HURUF, left, height - JARAK_TEPI, words)
	)
	head[NameObject("/Contents")] = content
	return head
