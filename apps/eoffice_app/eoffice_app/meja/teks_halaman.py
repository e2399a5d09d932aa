"""Where words stand on the pages of a scan, for who searches in it at Meja: read from the PDF's own text.

A scan that was read (see `pindai`) bears its words as text; one that was not has none, and the page says so.
"""

import re
from html import unescape
from pathlib import Path

from frappe.model.document import Document

from eoffice_app.meja.halaman import DETIK_TEKS, is_picture, list_halaman
from eoffice_app.pindai.pembaca import BATAS_MEMORI
from eoffice_app.program_luar import run_program, working_folder

HALAMAN = re.compile(r'<page width="([\d.]+)" height="([\d.]+)">(.*?)</page>', re.S)
KATA = re.compile(r'<word xMin="([-\d.]+)" yMin="([-\d.]+)" xMax="([-\d.]+)" yMax="([-\d.]+)">(.*?)</word>')
# More places than these help nobody to find the right one.
TERBANYAK = 200


def find_teks(surat: Document, teks: str) -> dict:
	"""Return where words stand in a letter's scans, one after the other as typed, capital or small.

	:param surat: a Surat Masuk that the user may see
	:return: dict of `temuan` (dicts of `halaman`, from 1, and `kotak`: left, top, width and height in shares of the page)
	        and `terbaca`, whether any page bears text
	"""
	wanted = teks.casefold().split()
	pages = _read_pages(surat)
	found = [
		{"halaman": number, "kotak": box}
		for number, words in enumerate(pages, start=1)
		for box in _find_on_page(words, wanted)
	]
	return {"temuan": found[:TERBANYAK], "terbaca": any(pages)}


def _read_pages(surat: Document) -> list[list[tuple]]:
	pages: list[list[tuple]] = []
	counts: dict[Path, int] = {}
	for halaman in list_halaman(surat):
		counts[halaman.path] = halaman.nomor
	for path, count in counts.items():
		read = [] if is_picture(path) else _read_file(path)
		pages += (read + [[] for _page in range(count)])[:count]
	return pages


def _read_file(path: Path) -> list[list[tuple]]:
	with working_folder("teks-meja-") as folder:
		target = folder / "kata.html"
		command = [*BATAS_MEMORI, "pdftotext", "-bbox", str(path.absolute()), str(target)]
		run_program(command, folder, DETIK_TEKS)
		text = target.read_text(errors="replace") if target.exists() else ""
	return [
		_parse_page(float(width), float(height), inside) for width, height, inside in HALAMAN.findall(text)
	]


def _parse_page(width: float, height: float, inside: str) -> list[tuple]:
	"""Return the words of a page as (text, left, top, right, bottom), places in shares of the page."""
	return [
		(unescape(word).casefold(), left / width, top / height, right / width, bottom / height)
		for word, left, top, right, bottom in (
			(match[4], *map(float, match[:4])) for match in KATA.findall(inside)
		)
	]


def _find_on_page(words: list[tuple], wanted: list[str]) -> list[list[float]]:
	if not wanted:
		return []
	hits = []
	for start in range(len(words) - len(wanted) + 1):
		run = words[start : start + len(wanted)]
		if all(part in word[0] for part, word in zip(wanted, run, strict=True)):
			hits += [_to_box(word) for word in run]
	return hits


def _to_box(word: tuple) -> list[float]:
	_text, left, top, right, bottom = word
	return [round(value, 4) for value in (left, top, right - left, bottom - top)]
