"""From the words of a page and their places to its lines. Pure functions."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import median
from typing import NamedTuple

# A column begins where the gap is so many times as wide as letters are high.
JARAK_KOLOM = 2.0
KATA_UNTUK_MIRING = 5


class Kotak(NamedTuple):
	"""A place on the page, in shares of its width and height from the top left."""

	kiri: float
	atas: float
	kanan: float
	bawah: float


class Kata(NamedTuple):
	"""A word as it was read: `kotak` in dots, `baris` what tells the line that the reader took it to be in."""

	teks: str
	kotak: Kotak
	baris: tuple = ()


@dataclass(frozen=True)
class Baris:
	"""Words that stand on one line of one column; `y` is their middle, as if the page were straight."""

	kata: tuple[Kata, ...]
	y: float
	tinggi: float

	@property
	def teks(self) -> str:
		return " ".join(kata.teks for kata in self.kata)

	@property
	def kiri(self) -> float:
		return self.kata[0].kotak.kiri


def compose_lines(words: Sequence[Kata]) -> list[Baris]:
	"""Return the lines of a page from top to bottom and left to right; columns beside each other are lines of their own."""
	words = [word for word in words if word.teks.strip()]
	if not words:
		return []
	slope = find_slope(words)
	height = median(word.kotak.bawah - word.kotak.atas for word in words)
	rows: list[list[Kata]] = []
	for word in sorted(words, key=lambda word: _middle(word, slope)):
		if rows and _middle(word, slope) - _mean(rows[-1], slope) < height * 0.6:
			rows[-1].append(word)
		else:
			rows.append([word])
	return [_make_line(part, slope) for row in rows for part in _split(row, height)]


def find_slope(words: Iterable[Kata]) -> float:
	"""Return by how many dots the lines of a page fall for each dot to the right; 0 where nothing tells."""
	lines = defaultdict(list)
	for word in words:
		lines[word.baris].append(word)
	slopes = [
		(_bottom(line[-1]) - _bottom(line[0])) / (line[-1].kotak.kiri - line[0].kotak.kiri)
		for line in lines.values()
		if len(line) >= KATA_UNTUK_MIRING and line[-1].kotak.kiri > line[0].kotak.kiri
	]
	return median(slopes) if slopes else 0.0


def join_kotak(words: Sequence[Kata], lebar: int, tinggi: int) -> Kotak:
	"""Return the place that holds all these words, as shares of a page so wide and high."""
	return Kotak(
		min(word.kotak.kiri for word in words) / lebar,
		min(word.kotak.atas for word in words) / tinggi,
		max(word.kotak.kanan for word in words) / lebar,
		max(word.kotak.bawah for word in words) / tinggi,
	)


def _middle(word: Kata, slope: float) -> float:
	return (word.kotak.atas + word.kotak.bawah) / 2 - slope * word.kotak.kiri


def _bottom(word: Kata) -> float:
	return (word.kotak.atas + word.kotak.bawah) / 2


def _mean(row: Sequence[Kata], slope: float) -> float:
	return sum(_middle(word, slope) for word in row) / len(row)


def _split(row: list[Kata], height: float) -> list[list[Kata]]:
	parts: list[list[Kata]] = []
	for word in sorted(row, key=lambda word: word.kotak.kiri):
		if parts and word.kotak.kiri - parts[-1][-1].kotak.kanan < height * JARAK_KOLOM:
			parts[-1].append(word)
		else:
			parts.append([word])
	return parts


def _make_line(words: list[Kata], slope: float) -> Baris:
	tall = median(word.kotak.bawah - word.kotak.atas for word in words)
	return Baris(tuple(words), _mean(words, slope), tall)
