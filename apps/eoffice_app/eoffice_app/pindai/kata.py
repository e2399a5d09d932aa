"""The first page of a scan, upright, with its words and their places: Tesseract's own look, quicker than OCRmyPDF's.

No database here. Each program runs apart, with a limit of time and of memory: see `pembaca`.
"""

import csv
import re
from html import unescape
from io import BytesIO
from math import atan, degrees
from pathlib import Path
from shutil import which
from typing import NamedTuple

import pikepdf
from PIL import Image

from eoffice_app.persuratan.berkas.satu_pdf import BerkasScan, BerkasTidakTerbacaError, merge_scans
from eoffice_app.pindai.baris import Kata, Kotak, find_slope
from eoffice_app.pindai.pembaca import (
	BAHASA,
	BATAS_MEMORI,
	SATU_BENANG,
	PembacaTerhentiError,
	PembacaTidakAdaError,
	TidakTerbacaError,
)
from eoffice_app.program_luar import run_program

DETIK_PROGRAM = 50
# A clerk waits for this: not as far back as reading whole scans.
AGAK_PELAN = ("nice", "-n", "10")
# The longer side of A4 at 300 dots an inch.
TITIK, RESOLUSI, POIN_SEINCI = 3508, 300, 72
TITIK_ARAH = 2000
# Below this the words are hardly any: the page may stand on its head.
YAKIN_TERENDAH = 60
YAKIN_ARAH = 2.0
# What Tesseract reads, upright.
BACAAN = "baca.pgm"
TEPI_KIRI, TEPI_ATAS = 20, 12
LEBAR_GAMBAR = 1000
MUTU_GAMBAR = 55
KATA_BBOX = re.compile(r'<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">(.*?)</word>')
HALAMAN_BBOX = re.compile(r'<page width="([\d.]+)" height="([\d.]+)">')


class HalamanKata(NamedTuple):
	"""A page: its words, its width and height in their dots, and a small picture of it as JPEG."""

	kata: list[Kata]
	lebar: int
	tinggi: int
	gambar: bytes


def read_first_page(source: Path, folder: Path) -> HalamanKata:
	"""Read the first page of a PDF, JPG or PNG.

	:param folder: for the files in between
	:raises TidakTerbacaError, PembacaTidakAdaError, PembacaTerhentiError: see there
	"""
	pdf = folder / "halaman.pdf"
	try:
		merge_scans([BerkasScan(source.name, source)], pdf)
	except BerkasTidakTerbacaError as error:
		raise TidakTerbacaError(source.name) from error
	picture = _render(pdf, folder)
	return _read_text_layer(pdf, picture, folder) or _read_picture(picture, folder)


def read_again(halaman: HalamanKata, kotak: Kotak, folder: Path) -> list[str]:
	"""Return what two nearer looks at a line give: straightened, and as it stands; none where the page bore its words.

	On a skewed page Tesseract takes signs of a line for two, or for one where there are two.

	:param kotak: of the line, in shares of the page
	:param folder: in which `read_first_page` read the page
	:raises PembacaTidakAdaError, PembacaTerhentiError: see there
	"""
	source = folder / BACAAN
	if not source.exists():
		return []
	with Image.open(source) as picture:
		width, height = picture.size
		place = Kotak(kotak.kiri * width, kotak.atas * height, kotak.kanan * width, kotak.bawah * height)
		looks = [_straighten(picture, place, find_slope(halaman.kata)), _cut(picture, place)]
	return [_read_line(look, folder) for look in looks]


def parse_tsv(text: str) -> tuple[list[Kata], float]:
	"""Return the words of Tesseract's table, and how sure of them it is in the middle (0 to 100)."""
	rows = [
		row
		for row in csv.DictReader(text.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE)
		if row["text"] and row["text"].strip() and float(row["conf"]) >= 0
	]
	sure = sorted(float(row["conf"]) for row in rows)
	return [_make_word(row) for row in rows], sure[len(sure) // 2] if sure else 0.0


def _make_word(row: dict) -> Kata:
	left, top, width, height = (int(row[field]) for field in ("left", "top", "width", "height"))
	line = (row["block_num"], row["par_num"], row["line_num"])
	return Kata(row["text"].strip(), Kotak(left, top, left + width, top + height), line)


def _render(pdf: Path, folder: Path) -> Image.Image:
	target = folder / "halaman"
	size = ("-scale-to", str(_find_titik(pdf)))
	_run(["pdftoppm", "-f", "1", "-l", "1", "-singlefile", "-gray", *size, str(pdf), str(target)], folder)
	return Image.open(target.with_suffix(".pgm"))


def _find_titik(pdf: Path) -> int:
	with pikepdf.open(pdf) as opened:
		left, bottom, right, top = map(float, opened.pages[0].mediabox)
	# A small page has no more to read when it is drawn larger, and a large one takes no more than A4.
	longer = max(abs(right - left), abs(top - bottom))
	return max(1, min(TITIK, round(longer * RESOLUSI / POIN_SEINCI)))


def _read_text_layer(pdf: Path, picture: Image.Image, folder: Path) -> HalamanKata | None:
	target = folder / "kata.html"
	_run(["pdftotext", "-f", "1", "-l", "1", "-bbox", str(pdf), str(target)], folder)
	text = target.read_text(errors="replace")
	words = [
		Kata(unescape(word), Kotak(*map(float, place)))
		for *place, word in KATA_BBOX.findall(text)
		if word.strip()
	]
	page = HALAMAN_BBOX.search(text)
	if not words or not page:
		return None
	width, height = map(float, page.groups())
	return HalamanKata(words, width, height, _make_picture(picture))


def _read_picture(picture: Image.Image, folder: Path) -> HalamanKata:
	words, sure = _read_words(picture, folder)
	if words and sure < YAKIN_TERENDAH:
		turn = _find_turn(picture, folder)
		if turn:
			picture = picture.rotate(-turn, expand=True)
			words, _sure = _read_words(picture, folder)
	return HalamanKata(words, *picture.size, _make_picture(picture))


def _read_words(picture: Image.Image, folder: Path) -> tuple[list[Kata], float]:
	source, target = folder / BACAAN, folder / "baca"
	picture.save(source)
	_run_tesseract([str(source), str(target), "--dpi", "300", "-l", BAHASA, "tsv"], folder)
	return parse_tsv(target.with_suffix(".tsv").read_text(errors="replace"))


def _cut(picture: Image.Image, place: Kotak) -> Image.Image:
	left, top, right, bottom = place
	return picture.crop(
		(int(left - TEPI_KIRI), int(top - TEPI_ATAS), int(right + TEPI_KIRI), int(bottom + TEPI_ATAS))
	)


def _straighten(picture: Image.Image, place: Kotak, slope: float) -> Image.Image:
	left, top, right, bottom = place
	# A skewed line's box is higher than its letters by what it falls from one end to the other.
	tall = max(bottom - top - abs(slope) * (right - left), TEPI_ATAS * 2)
	middle_x, middle_y, half = (left + right) / 2, (top + bottom) / 2, (right - left) / 2 + 4 * TEPI_KIRI
	square = picture.crop(
		(int(middle_x - half), int(middle_y - half), int(middle_x + half), int(middle_y + half))
	)
	straight = square.rotate(degrees(atan(slope)), Image.BICUBIC)
	center = straight.width / 2
	return _cut(
		straight,
		Kotak(center - (right - left) / 2, center - tall / 2, center + (right - left) / 2, center + tall / 2),
	)


def _read_line(picture: Image.Image, folder: Path) -> str:
	source, target = folder / "baris.pgm", folder / "baris"
	picture.save(source)
	_run_tesseract([str(source), str(target), "--dpi", "300", "-l", BAHASA, "--psm", "7"], folder)
	return target.with_suffix(".txt").read_text(errors="replace").strip()


def _find_turn(picture: Image.Image, folder: Path) -> int:
	"""Return by how many degrees clockwise the page must be turned to stand upright."""
	small = picture.copy()
	small.thumbnail((TITIK_ARAH, TITIK_ARAH))
	source = folder / "arah.pgm"
	small.save(source)
	try:
		said = _run_tesseract([str(source), "-", "--psm", "0", "--dpi", "170"], folder)
	except PembacaTerhentiError:
		# Tesseract ends like this where a page has too few letters to tell.
		return 0
	told = dict(re.findall(r"^(Rotate|Orientation confidence): ([\d.]+)$", said, re.MULTILINE))
	sure = float(told.get("Orientation confidence", 0))
	return int(told.get("Rotate", 0)) if sure >= YAKIN_ARAH else 0


def _make_picture(picture: Image.Image) -> bytes:
	small = picture.convert("L")
	small.thumbnail((LEBAR_GAMBAR, LEBAR_GAMBAR * 3))
	stream = BytesIO()
	small.save(stream, "JPEG", quality=MUTU_GAMBAR)
	return stream.getvalue()


def _run_tesseract(arguments: list[str], folder: Path) -> str:
	return _run([*SATU_BENANG, "tesseract", *arguments], folder)


def _run(command: list[str], folder: Path) -> str:
	program = command[len(SATU_BENANG)] if command[0] == SATU_BENANG[0] else command[0]
	if not which(program):
		raise PembacaTidakAdaError(program)
	status, said = run_program([*AGAK_PELAN, *BATAS_MEMORI, *command], folder, DETIK_PROGRAM)
	if status:
		raise PembacaTerhentiError(f"{program} ended with {status}: {said[-500:]}")
	return said
