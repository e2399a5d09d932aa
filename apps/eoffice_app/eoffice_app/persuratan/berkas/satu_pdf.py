"""Several scans into one PDF. No database here.

pikepdf copies pages without unpacking them and img2pdf wraps a picture as it is, so that neither the time nor the
memory grows with what the pages show.
"""

import tempfile
from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import NamedTuple

import filetype
import img2pdf
import pikepdf

A4 = (img2pdf.mm_to_pt(210), img2pdf.mm_to_pt(297))
GALAT_GAMBAR = (
	img2pdf.ImageOpenError,
	img2pdf.JpegColorspaceError,
	img2pdf.UnsupportedColorspaceError,
	img2pdf.NegativeDimensionError,
	img2pdf.PdfTooLargeError,
)
# A picture wider than high gets its page turned instead of being made small.
TATA_LETAK = img2pdf.get_layout_fun(pagesize=A4, fit=img2pdf.FitMode.into, auto_orient=True)


class BerkasScan(NamedTuple):
	"""One scan: the name under which its owner knows it, and where it lies."""

	nama: str
	path: Path


class BerkasTidakTerbacaError(Exception):
	"""A scan that cannot become part of the PDF; `nama` says which, `terkunci` whether a password locks it."""

	def __init__(self, nama: str, terkunci: bool = False):
		super().__init__(nama)
		self.nama = nama
		self.terkunci = terkunci


def merge_scans(daftar: Sequence[BerkasScan], target: Path) -> int:
	"""Write all scans in their order into one PDF: pages of PDFs as they are, pictures upright on A4.

	Source: SOP 000, Ketentuan upload, 5 ("Hasil scan yang ter-upload jadikan dalam 1 file").

	:param target: the file to write
	:return: the number of pages, counted again in the file written
	:raises BerkasTidakTerbacaError: see there
	"""
	with tempfile.TemporaryDirectory() as folder, ExitStack() as opened:
		merged = opened.enter_context(pikepdf.new())
		for number, berkas in enumerate(daftar):
			# The pages are copied when the whole is saved: until then every source stays open.
			_append(merged, berkas, Path(folder) / f"{number}.pdf", opened)
		expected = len(merged.pages)
		merged.save(target)
	return _count_pages(target, expected)


def _append(merged: pikepdf.Pdf, berkas: BerkasScan, converted: Path, opened: ExitStack) -> None:
	if _is_picture(berkas):
		converted.write_bytes(_wrap_picture(berkas))
		path = converted
	else:
		path = berkas.path
	try:
		merged.pages.extend(opened.enter_context(pikepdf.open(path)).pages)
	except pikepdf.PasswordError as error:
		raise BerkasTidakTerbacaError(berkas.nama, terkunci=True) from error
	except pikepdf.PdfError as error:
		raise BerkasTidakTerbacaError(berkas.nama) from error


def _is_picture(berkas: BerkasScan) -> bool:
	try:
		kind = filetype.guess(str(berkas.path))
	except OSError as error:
		raise BerkasTidakTerbacaError(berkas.nama) from error
	return bool(kind) and kind.mime.startswith("image/")


def _wrap_picture(berkas: BerkasScan) -> bytes:
	try:
		return img2pdf.convert(str(berkas.path), layout_fun=TATA_LETAK, rotation=img2pdf.Rotation.ifvalid)
	except (*GALAT_GAMBAR, OSError, ValueError) as error:
		raise BerkasTidakTerbacaError(berkas.nama) from error
	except Exception as error:
		# img2pdf tells of malformed data by the bare class; what has a class of its own is another's fault.
		if type(error) is not Exception:
			raise
		raise BerkasTidakTerbacaError(berkas.nama) from error


def _count_pages(path: Path, expected: int) -> int:
	with pikepdf.open(path) as pdf:
		if len(pdf.pages) != expected:
			raise OSError(f"{path.name} has {len(pdf.pages)} pages instead of {expected}")
	return expected
