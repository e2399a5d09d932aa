"""Where in a text stands what was asked for: the lines around it, with the hits marked. No database here."""

from dataclasses import dataclass
from itertools import groupby

from eoffice_app.pencarian.kata import Pertanyaan, find_phrases, find_root, is_prefix, locate_words

PANJANG = 160
# Before the first hit, so that one reads how it came to it.
SEBELUM = 50


@dataclass(frozen=True)
class Sumber:
	"""A text in which a letter can be found, and where it stands.

	:param asal: "Disposisi", "Umpan Balik", "Naskah" or "Scan"
	:param halaman: page of the letter's one PDF of scans; None for other texts
	"""

	asal: str
	teks: str
	halaman: int | None = None


@dataclass(frozen=True)
class Potongan:
	"""A piece of a text, and whether it was asked for."""

	teks: str
	cocok: bool


@dataclass(frozen=True)
class Cuplikan:
	"""The lines around a hit, and the text in which they stand."""

	sumber: Sumber
	potongan: tuple[Potongan, ...]


def mark_text(pertanyaan: Pertanyaan, teks: str) -> list[Potongan]:
	"""Return a text in pieces, those that were asked for marked."""
	return _cut(teks, 0, len(teks), _find_places(pertanyaan, teks))


def find_snippet(pertanyaan: Pertanyaan, sources: list[Sumber]) -> Cuplikan | None:
	"""Return the lines around a hit in the first of the texts that have most of what was asked for; None without any."""
	best, best_places, most = None, [], 0
	for sumber in sources:
		places = _find_places(pertanyaan, sumber.teks) if _may_contain(pertanyaan, sumber.teks) else []
		asked = len({place[2] for place in places})
		if asked > most:
			best, best_places, most = sumber, places, asked
	if not best:
		return None
	begin = _find_begin(best.teks, best_places[0][0])
	end = _find_end(best.teks, begin)
	pieces = _cut(best.teks, begin, end, best_places)
	return Cuplikan(best, (*_ellipsis(begin > 0), *pieces, *_ellipsis(end < len(best.teks))))


def list_missing(pertanyaan: Pertanyaan, texts: list[str]) -> set:
	"""Return what was asked for and stands in none of the texts."""
	found = {place[2] for teks in texts for place in _find_places(pertanyaan, teks)}
	return {*pertanyaan.kata, *pertanyaan.frasa} - found


def _may_contain(pertanyaan: Pertanyaan, teks: str) -> bool:
	"""Tell quickly that a page has nothing, for a letter may have hundreds of them."""
	plain = teks.casefold()
	if not plain.isascii():
		return True
	words = [*pertanyaan.kata, *(word for phrase in pertanyaan.frasa for word in phrase[:1])]
	# A prefix may have swallowed the first letter of the root: "irim" stands in "pengiriman" as in "kirim".
	return any(find_root(word)[1:] in plain or word in plain for word in words)


def _find_places(pertanyaan: Pertanyaan, teks: str) -> list[tuple[int, int, object]]:
	"""Return begin, end and what was asked for of each hit, in the order of the text."""
	words = locate_words(teks)
	roots = {find_root(word): word for word in pertanyaan.kata}
	beginnings = tuple(word for word in pertanyaan.kata if is_prefix(word))
	places = []
	for begin, end, word in words:
		if asked := roots.get(find_root(word)):
			places.append((begin, end, asked))
		elif word.startswith(beginnings):
			places.append((begin, end, next(filter(word.startswith, beginnings))))
	return sorted([*places, *_find_phrases(pertanyaan, words)], key=lambda place: place[:2])


def _find_phrases(pertanyaan: Pertanyaan, words: list[tuple[int, int, str]]) -> list[tuple[int, int, object]]:
	plain = [word for _begin, _end, word in words]
	return [
		(begin, end, phrase)
		for phrase in pertanyaan.frasa
		for first in find_phrases(phrase, plain)
		for begin, end, _word in words[first : first + len(phrase)]
	]


def _find_begin(teks: str, hit: int) -> int:
	if hit <= SEBELUM:
		return 0
	space = teks.find(" ", hit - SEBELUM, hit)
	return hit - SEBELUM if space < 0 else space + 1


def _find_end(teks: str, begin: int) -> int:
	if begin + PANJANG >= len(teks):
		return len(teks)
	space = teks.rfind(" ", begin + SEBELUM * 2, begin + PANJANG)
	return begin + PANJANG if space < 0 else space


def _cut(teks: str, begin: int, end: int, places: list[tuple[int, int, object]]) -> list[Potongan]:
	marked = bytearray(len(teks))
	for start, stop, _asked in places:
		marked[start:stop] = b"\x01" * (stop - start)
	pieces = groupby(range(begin, end), key=lambda position: marked[position])
	return [
		Potongan("".join(teks[position] for position in positions), bool(mark)) for mark, positions in pieces
	]


def _ellipsis(wanted: bool) -> list[Potongan]:
	return [Potongan("…", False)] if wanted else []
