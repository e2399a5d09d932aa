"""How a text breaks into lines in a column on paper: by the widths of the letters of Liberation Sans.

These are the widths of Arial and Helvetica as well, the other fonts that a paper asks for.
"""

import re
from collections.abc import Iterator
from functools import cache

# Of " " to "~", in thousandths of the size of the letters.
LEBAR = (
	*(278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278),
	*([556] * 10),
	*(278, 278, 584, 584, 584, 556, 1015),
	*(667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833),
	*(722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611),
	*(278, 278, 278, 469, 556, 333),
	*(556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833),
	*(556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500),
	*(334, 260, 334, 584),
)
# No other letter of the font is wider.
TERLEBAR = 1015
SESUDAH_HUBUNG = re.compile(r"(?<=-)(?=\D)")


def break_lines(text: str, lebar: float) -> list[str]:
	"""Return a text as the lines in which it stands in a column; at least one, which may be empty.

	:param lebar: of the column, as a multiple of the size of its letters
	"""
	return [part for line in text.split("\n") for part in _break(line, lebar * 1000)]


def _break(text: str, room: float) -> list[str]:
	lines, line, used = [], "", 0
	for part, gap in _list_parts(text, room):
		width = measure(part)
		if line and used + measure(gap) + width > room:
			lines.append(line)
			line, used = "", 0
		used += width + (measure(gap) if line else 0)
		line = f"{line}{gap}{part}" if line else part
	return [*lines, line]


def _list_parts(text: str, room: float) -> Iterator[tuple[str, str]]:
	"""Yield what is not broken further, with the space before it: the program that makes the PDF breaks after a hyphen
	that no digit follows, and inside of what is longer than a line."""
	for word in text.split():
		gap = " "
		for piece in SESUDAH_HUBUNG.split(word):
			for part in _cut(piece, room):
				yield part, gap
				gap = ""


def _cut(piece: str, room: float) -> list[str]:
	if measure(piece) <= room:
		return [piece]
	parts, used = [""], 0
	for letter in piece:
		width = measure(letter)
		if parts[-1] and used + width > room:
			parts.append("")
			used = 0
		parts[-1] += letter
		used += width
	return parts


@cache
def _get_width(letter: str) -> int:
	place = ord(letter) - ord(" ")
	return LEBAR[place] if 0 <= place < len(LEBAR) else TERLEBAR


def measure(text: str) -> int:
	"""Return how wide a text is, in thousandths of the size of its letters."""
	return sum(map(_get_width, text))
