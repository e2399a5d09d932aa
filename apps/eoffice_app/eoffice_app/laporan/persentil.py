"""Median, p90 and shares of a distribution that is given as a count for each value. No database here."""

from collections.abc import Mapping
from fractions import Fraction
from math import ceil

MEDIAN, P90 = Fraction(1, 2), Fraction(9, 10)


def find_percentile(sebaran: Mapping[int, int], bagian: Fraction) -> int | None:
	"""Return the least value that at least a share of all values do not exceed; None where there are none.

	:param sebaran: how often each value occurs
	"""
	wanted, passed = ceil(sum(sebaran.values()) * bagian), 0
	for value in sorted(sebaran):
		passed += sebaran[value]
		if passed >= wanted:
			return value
	return None


def count_within(sebaran: Mapping[int, int], batas: int) -> int:
	"""Return how many values do not exceed a limit."""
	return sum(jumlah for value, jumlah in sebaran.items() if value <= batas)


def get_share(bagian: int, semua: int) -> float | None:
	"""Return a part in percent with one decimal; None of nothing."""
	return round(100 * bagian / semua, 1) if semua else None
