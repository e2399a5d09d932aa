"""Files that nobody should take: each as bytes, made here, and harmless while it is not opened."""

import io
import struct
import zlib
from functools import cache
from zipfile import ZipFile

import pikepdf
from PIL import Image

from eoffice_app.tests.dasar import make_pdf

MEGA = 1024**2
EXE = b"MZ\x90\x00\x03" + bytes(200) + b"This program cannot be run in DOS mode."
SVG = b'<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
HTML = b"<!doctype html><script>alert(1)</script>"


def make_png() -> bytes:
	"""Return a small picture."""
	stream = io.BytesIO()
	Image.effect_noise((60, 80), 50).save(stream, "PNG")
	return stream.getvalue()


def make_png_bomb(side: int = 30_000) -> bytes:
	"""Return a picture of a few bytes with so many dots on each side."""
	head = struct.pack("!IIBBBBB", side, side, 8, 2, 0, 0, 0)
	parts = ((b"IHDR", head), (b"IDAT", zlib.compress(bytes(100))), (b"IEND", b""))
	return b"\x89PNG\r\n\x1a\n" + b"".join(_write_part(*part) for part in parts)


@cache
def make_pdf_bomb(megabytes: int = 210) -> bytes:
	"""Return a small PDF whose only page unpacks to so much."""
	packer = zlib.compressobj(1)
	spaces = b" " * MEGA
	packed = b"".join(packer.compress(spaces) for _turn in range(megabytes)) + packer.flush()
	pdf = pikepdf.new()
	page = pdf.add_blank_page()
	page.Contents = pdf.make_stream(b"")
	page.Contents.write(packed, filter=pikepdf.Name.FlateDecode)
	return save(pdf)


def make_encrypted_bomb() -> bytes:
	"""Return a bomb that opens without a password, and whose streams do not lie as they are in the file."""
	with pikepdf.open(io.BytesIO(make_pdf_bomb())) as pdf:
		return save(pdf, encryption=pikepdf.Encryption(owner="rahasia", user=""))


def make_endless_pdf(levels: int = 30) -> bytes:
	"""Return a small PDF whose tree of pages doubles at each of its levels."""
	pdf = pikepdf.new()
	pdf.add_blank_page()
	node = pdf.Root.Pages.Kids[0]
	for level in range(levels):
		tree = pikepdf.Dictionary(Type=pikepdf.Name.Pages, Kids=[node, node], Count=2 ** (level + 1))
		node = pdf.make_indirect(tree)
	pdf.Root.Pages = node
	return save(pdf)


def make_locked_pdf() -> bytes:
	"""Return a PDF that wants a password."""
	with pikepdf.open(io.BytesIO(make_pdf())) as pdf:
		return save(pdf, encryption=pikepdf.Encryption(owner="rahasia", user="rahasia"))


def make_pdf_without_page() -> bytes:
	"""Return a whole PDF of no page at all."""
	return save(pikepdf.new())


def make_polyglot(first: bytes) -> bytes:
	"""Return a file that begins as `first` and is an archive to whoever reads it from its end."""
	stream = io.BytesIO(first)
	stream.seek(0, io.SEEK_END)
	with ZipFile(stream, "a") as archive:
		archive.writestr("Main.class", b"\xca\xfe\xba\xbe")
	return stream.getvalue()


def make_page_in_pdf() -> bytes:
	"""Return a PDF that a browser without its name would show as a page with a script."""
	return make_pdf().replace(b"\n", b"\n%<script>alert(1)</script>\n", 1)


def list_hostile() -> dict[str, bytes]:
	"""Return every file that must be refused, by the name under which it comes."""
	pdf, png = make_pdf(), make_png()
	return {
		"surat.pdf": EXE,
		"gambar.png": SVG,
		"surat.jpg": HTML,
		"bom.png": make_png_bomb(),
		"bom.pdf": make_pdf_bomb(),
		"bom terkunci.pdf": make_encrypted_bomb(),
		"tanpa akhir.pdf": make_endless_pdf(),
		"terkunci.pdf": make_locked_pdf(),
		"tanpa halaman.pdf": make_pdf_without_page(),
		"kosong.pdf": b"",
		"terpotong.pdf": pdf[: len(pdf) // 3],
		"terpotong.png": png[: len(png) // 2],
		"arsip.pdf": make_polyglot(pdf),
		"arsip.png": make_polyglot(png),
		"halaman.pdf": make_page_in_pdf(),
		"bukan word.docx": make_polyglot(b""),
	}


def save(pdf: pikepdf.Pdf, **options) -> bytes:
	stream = io.BytesIO()
	pdf.save(stream, **options)
	return stream.getvalue()


def _write_part(name: bytes, data: bytes) -> bytes:
	return struct.pack("!I", len(data)) + name + data + struct.pack("!I", zlib.crc32(name + data))
