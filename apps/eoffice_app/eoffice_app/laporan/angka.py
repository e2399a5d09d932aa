"""Figures of reports that open the letters behind them, and the charts beside them.

The desk (`public/js/eoffice/laporan.js`) makes a link of a figure where its row has `di_balik` (`saring`, the filters of a list
of `doctype` or of the report `laporan`) and its column `buka` (the filters that it adds). The list asks anew who may see what.
"""

from collections.abc import Sequence

BATANG_TERBANYAK = 12
WARNA = ("#1f6feb", "#b54708")


def open_behind(columns: list[dict], buka: dict[str, dict]) -> list[dict]:
	"""Return the columns of a report, those of `buka` with the filters that their figures add to their row's."""
	return [
		{**column, "buka": buka[column["fieldname"]]} if column["fieldname"] in buka else column
		for column in columns
	]


def draw_bars(rows: Sequence[dict], datasets: dict[str, str]) -> dict | None:
	"""Return the chart of the first rows of a report, or None where there are none.

	:param rows: with `nama`
	:param datasets: label → the field of its figures
	"""
	if not rows:
		return None
	shown = rows[:BATANG_TERBANYAK]
	return {
		"data": {
			"labels": [row["nama"] for row in shown],
			"datasets": [
				{"name": label, "values": [row[field] for row in shown]} for label, field in datasets.items()
			],
		},
		"type": "bar",
		"colors": list(WARNA[: len(datasets)]),
		"barOptions": {"stacked": len(datasets) > 1},
	}
