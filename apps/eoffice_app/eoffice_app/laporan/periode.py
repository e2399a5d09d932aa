"""The days that a report is about."""

from dataclasses import dataclass
from datetime import date, timedelta

import frappe
from babel.dates import format_date
from frappe import _
from frappe.utils import get_last_day, getdate, nowdate


class PeriodeTidakBenarError(frappe.ValidationError):
	"""A period that ends before it begins."""


@dataclass(frozen=True)
class Periode:
	"""The days from `dari` to `sampai`, both of them included."""

	dari: date
	sampai: date

	@property
	def sesudah(self) -> date:
		"""The first day that no longer belongs to it."""
		return self.sampai + timedelta(days=1)

	def as_values(self) -> dict[str, date]:
		"""Return what `compose_periode` asks the database with."""
		return {"dari": self.dari, "sesudah": self.sesudah}

	def as_filter(self) -> list:
		"""Return it as the filter of a list."""
		return ["Between", [str(self.dari), str(self.sampai)]]

	def cut_month(self, bulan: str) -> "Periode":
		"""Return the part of it that lies in a month.

		:param bulan: such as "2026-11"
		"""
		first = getdate(f"{bulan}-01")
		return Periode(max(first, self.dari), min(getdate(get_last_day(first)), self.sampai))


def read_periode(filters: dict | None) -> Periode:
	"""Return the period that the filters of a report name; from the first of this month to today where they name none.

	:param filters: with `dari` and `sampai`, days
	:raises PeriodeTidakBenarError: it ends before it begins
	"""
	filters = filters or {}
	today = getdate(nowdate())
	periode = Periode(
		getdate(filters.get("dari") or today.replace(day=1)), getdate(filters.get("sampai") or today)
	)
	if periode.sampai < periode.dari:
		frappe.throw(
			_(
				"Periode berakhir sebelum dimulai. Isi Sampai Tanggal yang sama dengan atau sesudah Dari Tanggal."
			),
			PeriodeTidakBenarError,
			title=_("Periode tidak benar"),
		)
	return periode


def compose_periode(column: str) -> str:
	"""Return the SQL condition that a day or moment lies in the period of `Periode.as_values`."""
	return f"({column} >= %(dari)s and {column} < %(sesudah)s)"


def name_month(bulan: str) -> str:
	"""Return how people call a month such as "2026-11"."""
	return format_date(
		getdate(f"{bulan}-01"),
		"MMMM yyyy",
		locale="en" if (frappe.local.lang or "").startswith("en") else "id",
	)
