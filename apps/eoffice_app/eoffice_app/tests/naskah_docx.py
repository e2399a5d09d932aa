"""Word files as people upload them, sound ones and bad ones."""

import re
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import docx
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

LENGKAP = (
	"Nomor: {{nomor}}",
	"Sukacontoh, {{tanggal}}",
	"Dengan hormat kami sampaikan laporan kegiatan.",
	"{{jabatan}},",
	"{{tanda_tangan}}",
	"{{penanda_tangan}}",
	"NIP {{nip}}",
)


def make_docx(*lines: str) -> bytes:
	"""Return a .docx of these paragraphs; without any, a whole letter with all its tags."""
	naskah = docx.Document()
	for line in lines or LENGKAP:
		naskah.add_paragraph(line)
	return save(naskah)


def make_split_docx(*runs: str) -> bytes:
	"""Return a .docx of one paragraph whose text Word has split into these runs."""
	naskah = docx.Document()
	paragraph = naskah.add_paragraph()
	for number, run in enumerate(runs):
		paragraph.add_run(run).bold = bool(number % 2)
	return save(naskah)


def make_docx_with_relation(kind: str, target: str) -> bytes:
	"""Return a .docx that names something outside itself.

	:param kind: last word of the relation's type, such as "image"
	"""
	naskah = docx.Document()
	naskah.add_paragraph("{{nomor}}")
	schema = RELATIONSHIP_TYPE.HYPERLINK.rpartition("/")[0]
	naskah.part.relate_to(target, f"{schema}/{kind}", is_external=True)
	return save(naskah)


def make_docx_with_field(*instruction: str) -> bytes:
	"""Return a .docx with a field, whose instruction is split into these parts."""
	naskah = docx.Document()
	run = naskah.add_paragraph("{{nomor}}").add_run()
	for kind in ("begin", *instruction, "end"):
		if kind in ("begin", "end"):
			element = OxmlElement("w:fldChar")
			element.set(qn("w:fldCharType"), kind)
		else:
			element = OxmlElement("w:instrText")
			element.text = kind
		run._r.append(element)
	return save(naskah)


def change_part(content: bytes, name: str, change) -> bytes:
	"""Return a .docx in which one part is what `change` makes of it; a part that is not there begins empty."""
	stream = BytesIO()
	with ZipFile(BytesIO(content)) as old, ZipFile(stream, "w", ZIP_DEFLATED) as new:
		for part in old.namelist():
			if part != name:
				new.writestr(part, old.read(part))
		new.writestr(name, change(old.read(name) if name in old.namelist() else b""))
	return stream.getvalue()


def make_macro_docx() -> bytes:
	"""Return a .docm that calls itself .docx."""
	macro = b"application/vnd.ms-word.document.macroEnabled.main+xml"

	def declare(types: bytes) -> bytes:
		return re.sub(rb"application/vnd\.openxmlformats[^\"]*document\.main\+xml", macro, types)

	return change_part(make_docx(), "[Content_Types].xml", declare)


def make_bomb_docx(megabytes: int = 60) -> bytes:
	"""Return a small .docx that unpacks to very much."""
	return change_part(make_docx(), "word/media/isi.bin", lambda _part: bytes(megabytes * 1024 * 1024))


def save(naskah) -> bytes:
	"""Return a .docx as its bytes."""
	stream = BytesIO()
	naskah.save(stream)
	return stream.getvalue()
