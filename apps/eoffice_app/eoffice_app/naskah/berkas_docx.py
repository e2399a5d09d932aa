"""What a .docx may be: a text without macros, without anything fetched from elsewhere, and of a bearable size.

It is read as it lies in its ZIP, before any program opens it. No database here.
"""

import re
from collections.abc import Iterator
from io import BytesIO
from zipfile import BadZipFile, ZipFile, ZipInfo

import docx
import frappe
from docx.opc.exceptions import PackageNotFoundError
from frappe import _
from frappe.utils import escape_html
from lxml import etree
from PIL import Image, UnidentifiedImageError

from eoffice_app.exceptions import BerkasTidakSahError

# Old Word files, and new ones that a password locks, begin with this.
BERKAS_OLE = bytes.fromhex("d0cf11e0a1b11ae1")
BAGIAN_TERBANYAK = 1000
URAIAN_TERBESAR = 30 * 1024 * 1024
TITIK_GAMBAR_TERBANYAK = 60_000_000
GAMBAR = (".png", ".jpg", ".jpeg", ".gif", ".bmp", ".tif", ".tiff")
# By the last word of a relation's type. A link is only followed by who clicks on it; Word's own template is not asked for.
BOLEH_KE_LUAR = ("hyperlink", "attachedTemplate")
MAKRO = ("vbaProject", "wordVbaData")
OBJEK = ("oleObject", "control", "subDocument", "aFChunk", "frame", "attachedToolbars")
# Fields by which a text takes in another file.
MEDAN_PENGAMBIL = (
	"INCLUDETEXT",
	"INCLUDEPICTURE",
	"INCLUDE",
	"IMPORT",
	"LINK",
	"DDE",
	"DDEAUTO",
	"DATABASE",
	"RD",
)
RUSAK = (BadZipFile, PackageNotFoundError, etree.XMLSyntaxError, KeyError, ValueError, NotImplementedError)


def check_docx(content: bytes, nama: str) -> None:
	"""Check that a file is a .docx that may safely become a PDF.

	:param nama: as its owner knows it
	:raises BerkasTidakSahError: no .docx, broken, locked, with macros or embedded objects, or a bomb
	"""
	if content.startswith(BERKAS_OLE):
		_refuse(
			_(
				"Berkas {0} berformat Word lama (.doc) atau dikunci kata sandi. Simpan sebagai Dokumen Word (.docx) tanpa kata sandi, lalu unggah kembali."
			),
			nama,
		)
	try:
		with ZipFile(BytesIO(content)) as archive:
			_check_size(archive.infolist(), nama)
			for name, part in _read_parts(archive):
				_check_part(name, part, nama)
		docx.Document(BytesIO(content))
	except RUSAK:
		_refuse(
			_(
				"Berkas {0} bukan .docx yang utuh. Buka di pengolah kata, simpan ulang sebagai Dokumen Word (.docx), lalu unggah kembali."
			),
			nama,
		)


def _check_size(entries: list[ZipInfo], nama: str) -> None:
	# What an entry says of its size is also the most that can be read of it.
	if len(entries) > BAGIAN_TERBANYAK or sum(entry.file_size for entry in entries) > URAIAN_TERBESAR:
		_refuse_bomb(nama)


def _read_parts(archive: ZipFile) -> Iterator[tuple[str, bytes]]:
	names = archive.namelist()
	if len(set(names)) != len(names):
		raise BadZipFile("a part that is there twice")
	for name in names:
		yield name, archive.read(name)


def _check_part(name: str, part: bytes, nama: str) -> None:
	lower = name.lower()
	if lower.endswith("vbaproject.bin"):
		_refuse_macro(nama)
	if lower.endswith(GAMBAR):
		_check_picture(part, nama)
	if lower.endswith((".xml", ".rels", ".vml")):
		_check_xml(lower, _parse(part), nama)


def _parse(part: bytes) -> etree._Element:
	parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
	root = etree.fromstring(part, parser)
	if root.getroottree().docinfo.internalDTD is not None:
		raise BadZipFile("a part with definitions of its own")
	return root


def _check_picture(part: bytes, nama: str) -> None:
	try:
		with Image.open(BytesIO(part)) as picture:
			width, height = picture.size
	except (UnidentifiedImageError, OSError, SyntaxError):
		# A picture that nobody can read is shown as an empty frame.
		return
	except Image.DecompressionBombError:
		_refuse_bomb(nama)
	if width * height > TITIK_GAMBAR_TERBANYAK:
		_refuse_bomb(nama)


def _check_xml(name: str, root: etree._Element, nama: str) -> None:
	if name == "[content_types].xml":
		if any("macroEnabled" in (each.get("ContentType") or "") for each in root):
			_refuse_macro(nama)
	elif name.endswith(".rels"):
		for relation in root:
			_check_relation(relation, nama)
	elif any(instruction in MEDAN_PENGAMBIL for instruction in _list_fields(root)):
		_refuse_outside(nama)


def _check_relation(relation: etree._Element, nama: str) -> None:
	kind = (relation.get("Type") or "").rpartition("/")[2]
	if kind in MAKRO:
		_refuse_macro(nama)
	if kind in OBJEK or (relation.get("TargetMode") == "External" and kind not in BOLEH_KE_LUAR):
		_refuse_outside(nama)


def _list_fields(root: etree._Element) -> Iterator[str]:
	"""Yield the first word of each field's instruction, which Word may split over several elements."""
	open_fields: list[str] = []
	for element in root.iter("{*}fldChar", "{*}instrText", "{*}fldSimple"):
		kind = etree.QName(element).localname
		values = {etree.QName(key).localname: value for key, value in element.attrib.items()}
		if kind == "fldSimple":
			yield _first_word(values.get("instr", ""))
		elif kind == "instrText":
			if open_fields:
				open_fields[-1] += element.text or ""
		elif values.get("fldCharType") == "begin":
			open_fields.append("")
		elif values.get("fldCharType") == "end" and open_fields:
			yield _first_word(open_fields.pop())
	yield from map(_first_word, open_fields)


def _first_word(instruction: str) -> str:
	match = re.match(r"\s*(\w+)", instruction)
	return match[1].upper() if match else ""


def _refuse_macro(nama: str) -> None:
	_refuse(
		_(
			"Berkas {0} berisi makro. Simpan ulang sebagai Dokumen Word (.docx) tanpa makro, lalu unggah kembali."
		),
		nama,
	)


def _refuse_outside(nama: str) -> None:
	_refuse(
		_(
			"Berkas {0} berisi objek sisipan, atau gambar dan teks yang diambil dari berkas lain. Sisipkan isinya langsung ke dalam naskah, lalu unggah kembali."
		),
		nama,
	)


def _refuse_bomb(nama: str) -> None:
	_refuse(
		_(
			"Berkas {0} menjadi terlalu besar saat dibuka. Perkecil gambar di dalamnya, simpan ulang sebagai .docx, lalu unggah kembali."
		),
		nama,
	)


def _refuse(message: str, nama: str) -> None:
	frappe.throw(
		message.format(frappe.bold(escape_html(nama))), BerkasTidakSahError, title=_("Berkas ditolak")
	)
