"""The tags of a .docx: `{{nomor}}` and the like. Names are written at once; number, date and signature become places.

Word splits what looks like one word over several runs, so a tag is looked for in the text of the whole paragraph.
No database here.
"""

import re
from collections.abc import Iterator
from io import BytesIO

import docx
from docx.document import Document as Naskah
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.parts.story import StoryPart
from docx.shared import Pt
from lxml import etree
from PIL import Image

from eoffice_app.naskah.tempat import NOMOR, TANDA_TANGAN, TANGGAL, compose_alamat
from eoffice_app.tte.permintaan import Letak

TANDA = re.compile(r"\{\{\s*(\w+)\s*\}\}")
TANDA_TEMPAT = {"nomor": NOMOR, "tanggal": TANGGAL, "tanda_tangan": TANDA_TANGAN, "qr": TANDA_TANGAN}
TANDA_TEKS = ("penanda_tangan", "jabatan", "pangkat", "nip")
DAFTAR_TANDA = (*TANDA_TEMPAT, *TANDA_TEKS)
# How wide a place is for each point of the letters' size: "000.8.3.3/1234/DISKOMINFO/XII/2026", "30 September 2026".
LEBAR = {NOMOR: 17, TANGGAL: 9.5}
# A picture stands on the line; higher than the letters it would push the lines apart.
TINGGI = 0.9
UKURAN_BAWAAN = 11


def list_tanda(content: bytes) -> set[str]:
	"""Return the names of all tags in a .docx, known or not."""
	naskah = docx.Document(BytesIO(content))
	return {
		match[1].lower()
		for _part, paragraph in _list_paragraphs(naskah)
		for match in TANDA.finditer(_join(_list_texts(paragraph)))
	}


def extract_lines(content: bytes) -> list[str]:
	"""Return the text of a .docx, one line for each paragraph, in the order in which it is read; headers are left out."""
	body = docx.Document(BytesIO(content)).element.body
	return [line for paragraph in body.iter(qn("w:p")) if (line := _join(_list_texts(paragraph)).strip())]


def fill_tanda(content: bytes, teks: dict[str, str]) -> bytes:
	"""Return a .docx with names in place of its tags, and places (see `tempat`) for what is known at signing.

	:param teks: the value of each of TANDA_TEKS
	"""
	naskah = docx.Document(BytesIO(content))
	_drop_template(naskah)
	for part, paragraph in list(_list_paragraphs(naskah)):
		# The last first, so that those before still stand where they were found.
		for match in reversed(list(TANDA.finditer(_join(_list_texts(paragraph))))):
			_fill(naskah, part, paragraph, match, teks)
	stream = BytesIO()
	naskah.save(stream)
	return stream.getvalue()


def _fill(naskah: Naskah, part: StoryPart, paragraph, match: re.Match, teks: dict[str, str]) -> None:
	nama = match[1].lower()
	if nama in TANDA_TEKS:
		_cut(paragraph, match, teks.get(nama) or "")
	elif nama in TANDA_TEMPAT:
		text = _cut(paragraph, match, "")
		place = _make_place(part, TANDA_TEMPAT[nama], _find_size(naskah, text))
		text.addnext(place)


def _cut(paragraph, match: re.Match, nilai: str) -> etree._Element:
	"""Put a value in place of a tag; return the text element that holds what stands before it and the value.

	What stood behind the tag goes on in an element of its own, with the look it had.
	"""
	position, first = 0, None
	for text in _list_texts(paragraph):
		content = text.text or ""
		start, end = match.start() - position, match.end() - position
		position += len(content)
		if end <= 0 or start >= len(content):
			continue
		if first is None:
			first = text
			_write(text, content[:start] + nilai)
			if end < len(content):
				rest = OxmlElement("w:t")
				_write(rest, content[end:])
				text.addnext(rest)
		else:
			_write(text, content[max(end, 0) :])
	return first


def _write(text: etree._Element, content: str) -> None:
	text.text = content
	text.set(qn("xml:space"), "preserve")


def _make_place(part: StoryPart, tempat: str, ukuran: float) -> etree._Element:
	if tempat == TANDA_TANGAN:
		width, height, cara = Letak.lebar, Letak.tinggi, {}
	else:
		width, height, cara = LEBAR[tempat] * ukuran, TINGGI * ukuran, {"ukuran": round(1 / TINGGI, 2)}
	inline = part.new_pic_inline(BytesIO(_make_nothing()), Pt(width), Pt(height))
	link = OxmlElement("a:hlinkClick")
	address = compose_alamat(tempat, **cara)
	link.set(qn("r:id"), part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))
	inline.docPr.append(link)
	drawing = OxmlElement("w:drawing")
	drawing.append(inline)
	return drawing


def _make_nothing() -> bytes:
	stream = BytesIO()
	Image.new("LA", (1, 1), (255, 0)).save(stream, "PNG")
	return stream.getvalue()


def _find_size(naskah: Naskah, text: etree._Element) -> float:
	"""Return the size of the letters of a text in points: its own, that of its style, or the document's."""
	run = text.getparent()
	sizes = run.xpath("./w:rPr/w:sz/@w:val")
	name = next(iter(run.xpath("./ancestor::w:p[1]/w:pPr/w:pStyle/@w:val")), None)
	styles = naskah.styles.element
	style = _find_style(styles, name)
	while style is not None and not sizes:
		sizes = style.xpath("./w:rPr/w:sz/@w:val")
		base = next(iter(style.xpath("./w:basedOn/@w:val")), None)
		style = _find_style(styles, base) if base else None
	sizes = sizes or styles.xpath("./w:docDefaults/w:rPrDefault/w:rPr/w:sz/@w:val")
	# Word counts in half points.
	return float(sizes[0]) / 2 if sizes else UKURAN_BAWAAN


def _find_style(styles, name: str | None) -> etree._Element | None:
	"""Return a style by its name, or that of paragraphs which name none."""
	wanted = (qn("w:styleId"), name) if name else (qn("w:default"), "1")
	return next((each for each in styles.iter(qn("w:style")) if each.get(wanted[0]) == wanted[1]), None)


def _drop_template(naskah: Naskah) -> None:
	# The template that Word once made the text from lies on a machine of its writer.
	for part in naskah.part.package.iter_parts():
		for key, relation in list(part.rels.items()):
			if relation.is_external and relation.reltype.endswith("/attachedTemplate"):
				del part.rels[key]
				root = getattr(part, "element", None)
				for mark in [] if root is None else list(root.iter(qn("w:attachedTemplate"))):
					mark.getparent().remove(mark)


def _list_paragraphs(naskah: Naskah) -> Iterator[tuple[StoryPart, etree._Element]]:
	for part in naskah.part.package.iter_parts():
		if isinstance(part, StoryPart):
			for paragraph in part.element.iter(qn("w:p")):
				yield part, paragraph


def _list_texts(paragraph: etree._Element) -> list[etree._Element]:
	# A text box is a paragraph within a paragraph, and has its own turn.
	texts = paragraph.iter(qn("w:t"))
	return [text for text in texts if next(text.iterancestors(qn("w:p"))) is paragraph]


def _join(texts: list[etree._Element]) -> str:
	return "".join(text.text or "" for text in texts)
