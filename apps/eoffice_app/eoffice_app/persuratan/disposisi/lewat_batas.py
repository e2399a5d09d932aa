"""Which disposisi are past their last day, as a filter of Frappe's lists."""

from datetime import date

from frappe.utils import add_days

SEJAK_AWAL = "1900-01-01"


def compose_late_filter(hari_ini: date | str) -> list:
	"""Return the filter on `batas_waktu` of what is late on a day. Frappe's "<" would find what has no last day, too."""
	return ["Between", [SEJAK_AWAL, str(add_days(hari_ini, -1))]]
