"""Reads the pages of a scan by OCRmyPDF and Tesseract, at the lowest priority. No database here.

Never in a web request: a page takes seconds. Each program runs in a process of its own with a limit of time and of
memory, for what it reads comes from outside.
"""

import sys
from pathlib import Path
from shutil import which
from typing import NamedTuple

import pikepdf

from eoffice_app.program_luar import run_program

BAHASA = "ind"
DETIK_SEHALAMAN = 40
DETIK_TEKS = 30
# A page of 600 dots an inch in colour is 100 MB before it is made smaller, and is held more than once.
MEMORI_BYTE = 2 * 1024**3
# Whoever works at the office comes first: the processor and the disk are taken only while nobody else wants them.
PELAN = ("nice", "-n", "19", "ionice", "-t", "-c", "3")
BATAS_MEMORI = ("prlimit", f"--as={MEMORI_BYTE}")
# One thread of Tesseract: several cost more of the processor in all.
SATU_BENANG = ("env", "OMP_THREAD_LIMIT=1")
# The longer side of A4 at 300 dots an inch; more do not make words more certain.
TITIK_TERBANYAK = 3600
PENGAYA = Path(__file__).with_name("pembaca_ringan.py")
# OCRmyPDF's own numbers: nothing to read there, done already, locked. Another try would end alike.
TAK_TERBACA = (2, 6, 8)
TIDAK_TERPASANG = 3
GALAT_PROGRAM = 7
TANPA_PDFA = "PDF/A rendering failed"
# PDF/A was not reached, everything else was.
BUKAN_PDFA = 10


class Bacaan(NamedTuple):
	"""What came of reading: the words of each page, and the searchable PDF; None where every page had its words."""

	teks: list[str]
	berkas: Path | None


class TidakTerbacaError(Exception):
	"""A file that cannot be read, however often it is tried."""


class PembacaTidakAdaError(Exception):
	"""Tesseract or Ghostscript is not installed."""


class PembacaTerhentiError(Exception):
	"""Reading ended before it was done, by no fault of the file: to be tried again."""


def count_pages(source: Path) -> int:
	"""Return how many pages a PDF has.

	:raises TidakTerbacaError: broken, locked or gone
	"""
	try:
		with pikepdf.open(source) as pdf:
			return len(pdf.pages)
	except (pikepdf.PdfError, OSError) as error:
		raise TidakTerbacaError(str(error)) from error


def copy_pages(source: Path, first: int, last: int, target: Path) -> None:
	"""Write the pages `first` to `last` of a PDF, counted from 1, into a PDF of their own."""
	with pikepdf.open(source) as pdf, pikepdf.new() as part:
		part.pages.extend(pdf.pages[first - 1 : last])
		part.save(target)


def read_pages(source: Path, folder: Path) -> Bacaan:
	"""Read a PDF of a few pages; pages that have words already are left as they are.

	:param folder: for the files in between
	:raises TidakTerbacaError, PembacaTidakAdaError, PembacaTerhentiError: see there
	"""
	pages = count_pages(source)
	teks = read_words(source, pages, folder)
	if all(teks):
		return Bacaan(teks, None)
	target = folder / "terbaca.pdf"
	_make_searchable(source, target, pages, folder)
	return Bacaan(read_words(target, pages, folder), target)


def read_words(source: Path, pages: int, folder: Path) -> list[str]:
	"""Return the words that each page of a PDF bears as text, "" where there are none.

	:raises PembacaTerhentiError: pdftotext fails
	"""
	target = folder / "kata.txt"
	command = ["pdftotext", "-enc", "UTF-8", str(source), str(target)]
	status, said = run_program([*PELAN, *BATAS_MEMORI, *command], folder, DETIK_TEKS + pages)
	if status:
		raise PembacaTerhentiError(f"pdftotext ended with {status}: {said[-500:]}")
	found = [page.strip() for page in target.read_text(errors="replace").split("\f")]
	return (found + [""] * pages)[:pages]


def join_parts(parts: list[Path], source: Path, target: Path) -> None:
	"""Write the parts that were read into one PDF, and after them the pages of the source that were not.

	The first part gives the whole what makes it PDF/A.
	"""
	with pikepdf.open(parts[0]) as whole, pikepdf.open(source) as origin:
		opened = [pikepdf.open(part) for part in parts[1:]]
		for part in opened:
			whole.pages.extend(part.pages)
		whole.pages.extend(origin.pages[len(whole.pages) :])
		whole.save(target)
		for part in opened:
			part.close()


def _make_searchable(source: Path, target: Path, pages: int, folder: Path) -> None:
	status, said = _run_ocr("pdfa", source, target, pages, folder)
	if status == GALAT_PROGRAM and TANPA_PDFA in said:
		# Ghostscript refuses some files that all others read. Searchable is worth more than PDF/A.
		status, said = _run_ocr("pdf", source, target, pages, folder)
	if status in (0, BUKAN_PDFA) and target.exists():
		return
	if status in TAK_TERBACA:
		raise TidakTerbacaError(said[-500:])
	# OCRmyPDF says the same of a program that was killed while it was asked for its version.
	if status == TIDAK_TERPASANG and not all(map(which, ("tesseract", "gs"))):
		raise PembacaTidakAdaError(said[-500:])
	raise PembacaTerhentiError(f"OCRmyPDF ended with {status}: {said[-2000:]}")


def _run_ocr(jenis: str, source: Path, target: Path, pages: int, folder: Path) -> tuple[int, str]:
	options = (
		*("--language", BAHASA, "--skip-text", "--rotate-pages", "--deskew", "--plugin", str(PENGAYA)),
		*("--output-type", jenis, "--optimize", "0", "--jobs", "1", "--invalidate-digital-signatures"),
		*("--tesseract-timeout", str(DETIK_SEHALAMAN), "--tesseract-downsample-large-images"),
		*("--tesseract-downsample-above", str(TITIK_TERBANYAK)),
	)
	program = [sys.executable, "-m", "ocrmypdf", *options, str(source), str(target)]
	command = [*PELAN, *BATAS_MEMORI, *SATU_BENANG, *program]
	return run_program(command, folder, DETIK_SEHALAMAN * (pages + 1))
