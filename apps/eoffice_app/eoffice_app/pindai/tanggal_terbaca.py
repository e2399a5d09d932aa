"""The date of a letter among all dates that stand on its first page. Pure functions."""

import re
from collections.abc import Sequence
from datetime import date
from difflib import get_close_matches

from eoffice_app.pindai.baris import Baris, Kata

BULAN = (
	*("januari", "februari", "maret", "april", "mei", "juni"),
	*("juli", "agustus", "september", "oktober", "november", "desember"),
)
EJAAN_LAIN = {"pebruari": 2, "nopember": 11, "agust": 8, "sept": 9, "okt": 10, "des": 12, "jan": 1, "feb": 2}
HARI = re.compile(r"\b(hari|senin|selasa|rabu|kamis|jum'?at|sabtu|minggu|pukul)\b", re.IGNORECASE)
ANGKA = str.maketrans("OoQlI|", "000111")
BERKATA = re.compile(r"\b([\dOolI|]{1,2})[\s.\-]*([A-Za-z]{3,10})[\s.,\-]*([12][\dOolI|]{3})\b")
BERANGKA = re.compile(r"\b(\d{1,2})[./-](\d{1,2})[./-]((?:19|20)\d{2})\b")
TEMPAT = re.compile(r"^\W*[A-Za-z][\w.' ]{2,30}[,.;]\s*(?:tanggal\s*)?$", re.IGNORECASE)
BERLABEL = re.compile(r"^\W*(?:pada\s+)?tanggal\s*[:;]?\s*$", re.IGNORECASE)
KATA_SEBELUM_TERBANYAK = 5


def find_tanggal(lines: Sequence[Baris], tinggi: int) -> tuple[str, tuple[Kata, ...]] | None:
	"""Return the date of a letter (YYYY-MM-DD) and the words that say it.

	A place before it, or a label, tells it from the dates of what the letter is about.
	"""
	rated = []
	for order, line in enumerate(lines):
		text = _join_beside(lines, order)
		for hit in [*BERKATA.finditer(text), *BERANGKA.finditer(text)]:
			day = parse_tanggal(hit.group())
			if day:
				rated.append((_rate(text[: hit.start()], line.y / tinggi), -order, day, line))
	if not rated:
		return None
	score, _order, day, line = max(rated, key=lambda each: each[:2])
	return (day.isoformat(), line.kata) if score > 0 else None


def bears_tanggal(text: str) -> bool:
	"""Whether a text has a date in it."""
	return any(parse_tanggal(hit.group()) for hit in [*BERKATA.finditer(text), *BERANGKA.finditer(text)])


def parse_tanggal(text: str) -> date | None:
	"""Return the date that an Indonesian text says, None where it says none that there is."""
	if hit := BERANGKA.fullmatch(text):
		day, month, year = map(int, hit.groups())
		return _make(year, month, day)
	hit = BERKATA.fullmatch(text)
	month = find_bulan(hit[2]) if hit else None
	return _make(int(hit[3].translate(ANGKA)), month, int(hit[1].translate(ANGKA))) if month else None


def find_bulan(word: str) -> int | None:
	"""Return the number of a month by its name, a letter or two misread forgiven."""
	word = word.lower()
	if word in EJAAN_LAIN:
		return EJAAN_LAIN[word]
	close = get_close_matches(word, BULAN, n=1, cutoff=0.7)
	return BULAN.index(close[0]) + 1 if close else None


def _make(year: int, month: int, day: int) -> date | None:
	try:
		return date(year, month, day)
	except ValueError:
		return None


def _rate(before: str, height: float) -> int:
	if HARI.search(before):
		return -1
	score = 0
	if TEMPAT.match(before):
		score += 3
	elif BERLABEL.match(before):
		score += 3
	elif not re.search(r"\w", before):
		score += 2
	elif len(before.split()) > KATA_SEBELUM_TERBANYAK:
		return -1
	return score + (height < 0.45)


def _join_beside(lines: Sequence[Baris], order: int) -> str:
	"""Return a line's text, after the label to its left where it begins with the colon of one."""
	line = lines[order]
	before = lines[order - 1] if order else None
	beside = before and abs(before.y - line.y) < line.tinggi * 0.6
	label = before.teks + " " if beside and BERLABEL.match(before.teks) else ""
	return label + line.teks
