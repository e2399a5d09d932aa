"""Figures of reports that open the letters behind them, and the charts beside them.

The desk (`public/js/eoffice/laporan.js`) makes a link of a figure where its row has `di_balik` (`saring`, the filters of a list
of `doctype` or of the report `laporan`) and its column `buka` (the filters that it adds). The list asks anew who may see what.
"""

from collections.abc import Sequence
from html import escape

BATANG_TERBANYAK, BULAN_TERBANYAK = 9, 24
# Beside nine bars there is room for no longer name on a screen, and on a telephone for one sign.
NAMA_TERPANJANG = 8
# Dark and light, so that a black-and-white printer tells them apart.
WARNA = ("#1f4e8c", "#c77d1e")


def open_behind(columns: list[dict], buka: dict[str, dict]) -> list[dict]:
	"""Return the columns of a report, those of `buka` with the filters that their figures add to their row's."""
	return [
		{**column, "buka": buka[column["fieldname"]]} if column["fieldname"] in buka else column
		for column in columns
	]


def draw_bars(rows: Sequence[dict], datasets: dict[str, str], *, by_month: bool = False) -> dict | None:
	"""Return the chart of the first rows of a report, or None where there are none.

	:param rows: with `nama`
	:param datasets: label → the field of its figures
	:param by_month: the rows are months in their order, of which the last are drawn
	"""
	if not rows:
		return None
	shown = rows[-BULAN_TERBANYAK:] if by_month else rows[:BATANG_TERBANYAK]
	return {
		"data": {
			"labels": _name_bars([row["nama"] for row in shown], by_month),
			"datasets": [
				{"name": label, "values": [row[field] for row in shown]} for label, field in datasets.items()
			],
		},
		"type": "bar",
		"colors": list(WARNA[: len(datasets)]),
		"barOptions": {"stacked": len(datasets) > 1},
		# Months for which there is no room have no name; other names are cut.
		"axisOptions": {"xIsSeries": by_month},
	}


def _name_bars(names: list[str], by_month: bool) -> list[str]:
	# The desk draws names as HTML.
	names = [escape(name, quote=False) for name in names]
	if by_month or max(map(len, names)) <= NAMA_TERPANJANG:
		return names
	# What is left of a name that is cut is the number of its row.
	return [f"{number}. {name}" for number, name in enumerate(names, start=1)]
