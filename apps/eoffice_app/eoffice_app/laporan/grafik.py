"""Charts as SVG, drawn here so that they are the same on the screen, on paper and without scripts. No database here."""

from collections.abc import Sequence
from html import escape

LEBAR, TINGGI = 760, 190
TEPI_BAWAH, TEPI_ATAS = 22, 30
# Dark and light, so that a black-and-white printer tells them apart; each has an edge.
WARNA = ("#1f4e8c", "#c9daf0")


def draw_pairs(
	judul: str, labels: Sequence[str], first: tuple[str, Sequence[int]], second: tuple[str, Sequence[int]]
) -> str:
	"""Return a chart of two bars for each label, with the number above each bar.

	:param judul: what a screen reader says the chart is
	:param first: name and values of the dark bars
	:param second: name and values of the light bars
	"""
	highest = max([1, *first[1], *second[1]])
	step = LEBAR / max(1, len(labels))
	parts = [_draw_key(LEBAR - 190, first[0], WARNA[0]), _draw_key(LEBAR - 80, second[0], WARNA[1])]
	for place, (label, left, right) in enumerate(zip(labels, first[1], second[1], strict=True)):
		start, width = place * step + step * 0.12, step * 0.36
		parts += [
			_draw_bar(start, width, left / highest, left, WARNA[0]),
			_draw_bar(start + width + 2, width, right / highest, right, WARNA[1]),
			f'<text x="{place * step + step / 2:.1f}" y="{TINGGI - 6}" text-anchor="middle">{escape(label)}</text>',
		]
	spoken = _describe(judul, labels, first, second)
	return (
		f'<svg viewBox="0 0 {LEBAR} {TINGGI}" width="100%" role="img" aria-label="{escape(spoken)}" '
		f'font-size="11" fill="#000" xmlns="http://www.w3.org/2000/svg">{"".join(parts)}</svg>'
	)


def _draw_key(left: int, name: str, colour: str) -> str:
	box = f'<rect x="{left}" y="2" width="11" height="11" fill="{colour}" stroke="#1f4e8c"/>'
	return f'{box}<text x="{left + 16}" y="12">{escape(name)}</text>'


def _draw_bar(left: float, width: float, share: float, value: int, colour: str) -> str:
	height = share * (TINGGI - TEPI_BAWAH - TEPI_ATAS)
	top = TINGGI - TEPI_BAWAH - height
	middle = left + width / 2
	number = (
		f'<text x="{middle:.1f}" y="{top - 3:.1f}" text-anchor="middle" font-size="9">{value or ""}</text>'
	)
	return (
		f'<rect x="{left:.1f}" y="{top:.1f}" width="{width:.1f}" height="{height:.1f}" fill="{colour}" '
		f'stroke="#1f4e8c"/>{number}'
	)


def _describe(judul: str, labels: Sequence[str], *series: tuple[str, Sequence[int]]) -> str:
	said = (", ".join(f"{name} {values[place]}" for name, values in series) for place in range(len(labels)))
	return f"{judul}. " + "; ".join(f"{label}: {words}" for label, words in zip(labels, said, strict=True))
