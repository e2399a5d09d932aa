"""The pages of a letter's scan as pictures: drawn one by one when somebody looks at them, by the programs of Poppler.

A scan of two hundred pages is hundreds of megabytes, which no browser of an office takes in, and phones show no PDF in a
page; a picture of a page is a hundred kilobytes. Pages of letters that are not secret are kept for some days.
"""

import hashlib
import time
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import frappe
import pikepdf
from frappe import _
from frappe.model.document import Document
from PIL import Image, ImageOps

from eoffice_app.hak_akses.aturan import SIFAT_RAHASIA
from eoffice_app.persuratan.berkas.gabung_scan import SELESAI
from eoffice_app.pindai.pembaca import BATAS_MEMORI
from eoffice_app.program_luar import run_program, working_folder

# As wide as the page is shown on a phone, beside the form, enlarged, and enlarged much.
LEBAR = (800, 1200, 1800, 2600)
MUTU = 75
DETIK_GAMBAR = 20
DETIK_TEKS = 30
SIMPANAN = "halaman_meja"
UMUR_SIMPANAN_DETIK = 3 * 24 * 3600
AKHIRAN_GAMBAR = (".jpg", ".jpeg", ".png")


class HalamanTidakTerbacaError(frappe.ValidationError):
	"""A page that is not there, or that cannot be drawn."""


class Halaman(NamedTuple):
	"""One page: the file it is in and its number there, from 1."""

	path: Path
	nomor: int


def count_halaman(surat: Document) -> int:
	"""Return how many pages the scans of a letter have; what cannot be read has none."""
	return sum(_count_pages(path) for path in _list_files(surat))


def draw_halaman(surat: Document, nomor: int, lebar: int) -> bytes:
	"""Return a page of a letter's scans as JPEG.

	:param surat: a Surat Masuk that the user may see
	:param nomor: of the page over all files, from 1
	:param lebar: wished width; the next of LEBAR is drawn
	:raises HalamanTidakTerbacaError: see there
	"""
	halaman = _find_halaman(surat, nomor)
	facts = halaman.path.stat()
	parts = (halaman.path.name, facts.st_size, facts.st_mtime_ns)
	return draw_or_reuse(halaman, lebar, parts, secret=surat.sifat in SIFAT_RAHASIA)


def draw_or_reuse(halaman: Halaman, lebar: int, parts: tuple, *, secret: bool) -> bytes:
	"""Return a page as JPEG, drawn or as it was kept.

	:param parts: what tells its file from all others, and from itself when it changes
	:param secret: whether no copy is made that outlives the letter
	:raises HalamanTidakTerbacaError: it cannot be drawn
	"""
	width = next((width for width in LEBAR if width >= lebar), LEBAR[-1])
	if secret:
		return _draw(halaman, width)
	kept = _find_place((*parts, halaman.nomor, width))
	if not kept.exists():
		_keep(kept, _draw(halaman, width))
	return kept.read_bytes()


def sweep() -> None:
	"""Remove the pictures that were kept long enough: run each day."""
	before = time.time() - UMUR_SIMPANAN_DETIK
	for path in Path(frappe.get_site_path("private", SIMPANAN)).glob("*.jpg"):
		if path.stat().st_mtime < before:
			path.unlink(missing_ok=True)


def list_halaman(surat: Document) -> Iterator[Halaman]:
	"""Yield the pages of a letter's scans in their order."""
	for path in _list_files(surat):
		for nomor in range(1, _count_pages(path) + 1):
			yield Halaman(path, nomor)


def is_picture(path: Path) -> bool:
	"""Whether a file of a scan is a picture, as the rest are PDF: by its name, which was checked when it was uploaded."""
	return path.suffix.lower() in AKHIRAN_GAMBAR


def _find_halaman(surat: Document, nomor: int) -> Halaman:
	for number, halaman in enumerate(list_halaman(surat), start=1):
		if number == nomor:
			return halaman
	_refuse(nomor)


def _list_files(surat: Document) -> list[Path]:
	merged = surat.berkas_gabungan if surat.keadaan_gabungan == SELESAI else None
	addresses = [merged] if merged else surat.list_berkas()
	return [Path(frappe.get_site_path(address.lstrip("/"))) for address in addresses if address]


def _count_pages(path: Path) -> int:
	if is_picture(path):
		return int(path.exists())
	try:
		with pikepdf.open(path) as pdf:
			return len(pdf.pages)
	except (pikepdf.PdfError, OSError):
		# The form says what is wrong with it; here there is no page to show.
		return 0


def _find_place(parts: tuple) -> Path:
	name = hashlib.sha256(repr(parts).encode()).hexdigest()[:32]
	return Path(frappe.get_site_path("private", SIMPANAN, f"{name}.jpg"))


def _keep(target: Path, picture: bytes) -> None:
	target.parent.mkdir(exist_ok=True)
	unfinished = target.with_suffix(f".{frappe.generate_hash(length=8)}")
	unfinished.write_bytes(picture)
	unfinished.replace(target)


def _draw(halaman: Halaman, width: int) -> bytes:
	with working_folder("halaman-meja-") as folder:
		target = folder / "halaman.jpg"
		draw = _draw_picture if is_picture(halaman.path) else _draw_page
		draw(halaman, width, target)
		return target.read_bytes()


def _draw_picture(halaman: Halaman, width: int, target: Path) -> None:
	try:
		with Image.open(halaman.path) as picture:
			upright = ImageOps.exif_transpose(picture).convert("RGB")
			upright.thumbnail((width, width * 4))
			upright.save(target, quality=MUTU)
	except OSError:
		_refuse(halaman.nomor)


def _draw_page(halaman: Halaman, width: int, target: Path) -> None:
	page = ("-f", str(halaman.nomor), "-l", str(halaman.nomor), "-singlefile")
	size = ("-scale-to-x", str(width), "-scale-to-y", "-1")
	kind = ("-jpeg", "-jpegopt", f"quality={MUTU}")
	command = [*BATAS_MEMORI, "pdftoppm", *kind, *page, *size]
	status, _said = run_program(
		[*command, str(halaman.path.absolute()), str(target.with_suffix(""))], target.parent, DETIK_GAMBAR
	)
	if status or not target.exists():
		_refuse(halaman.nomor)


def _refuse(nomor: int) -> None:
	frappe.throw(
		_("Halaman {0} tidak dapat ditampilkan. Buka berkasnya dari formulir surat.").format(nomor),
		HalamanTidakTerbacaError,
		title=_("Halaman tidak terbaca"),
	)
