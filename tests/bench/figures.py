"""A measured figure beside its goal, and the table of all of them. Used inside and outside the site."""

import json
from dataclasses import asdict, dataclass

MARK = "FIGURE "


@dataclass(frozen=True)
class Figure:
	"""One measured value.

	`goal` is the most it may be, or the least where `more_is_better`; None for a figure shown for comparison only.
	`compared_to` says in words what stands beside it.
	"""

	name: str
	value: float
	unit: str
	goal: float | None
	compared_to: str
	more_is_better: bool = False

	def is_met(self) -> bool:
		"""Whether the value keeps its goal; a figure without goal always does."""
		if self.goal is None:
			return True
		return self.value >= self.goal if self.more_is_better else self.value <= self.goal


def hand_over(figure: Figure) -> None:
	"""Print a figure so that the program that started this one finds it in the output."""
	print(MARK + json.dumps(asdict(figure)), flush=True)


def read_figures(output: str) -> list[Figure]:
	"""Return the figures that a program handed over in its output."""
	lines = (line for line in output.splitlines() if line.startswith(MARK))
	return [Figure(**json.loads(line.removeprefix(MARK))) for line in lines]


def format_table(figures: list[Figure]) -> str:
	"""Return the table of figures: name, value, goal, whether it is met, what it is compared to."""
	rows = [("figure", "value", "goal", "", "compared to"), *(_describe(figure) for figure in figures)]
	widths = [max(len(row[column]) for row in rows) for column in range(5)]
	lines = ((text.ljust(width) for text, width in zip(row, widths, strict=True)) for row in rows)
	return "\n".join("  ".join(line).rstrip() for line in lines)


def _describe(figure: Figure) -> tuple[str, ...]:
	if figure.goal is None:
		goal, verdict = "", ""
	else:
		goal = f"{'≥' if figure.more_is_better else '≤'} {figure.goal:g} {figure.unit}".strip()
		verdict = "met" if figure.is_met() else "MISSED"
	return figure.name, f"{figure.value:,.2f} {figure.unit}".strip(), goal, verdict, figure.compared_to
