"""Days and times as papers write them."""

from datetime import date, datetime

import frappe
from babel.dates import format_date
from frappe.utils import get_datetime, getdate

SINGKATAN_ZONA = {"Asia/Jakarta": "WIB", "Asia/Makassar": "WITA", "Asia/Jayapura": "WIT"}


def write_date(day: date | str | None) -> str:
	"""Return a day as papers write it, for example 21 November 2026; a dash for none."""
	return format_date(getdate(day), "d MMMM yyyy", locale="id") if day else "-"


def write_time(moment: datetime | str | None) -> str:
	"""Return day and time in the office's zone, such as 21 November 2026, 08.15 WIB; a dash for none."""
	if not moment:
		return "-"
	moment = get_datetime(moment)
	zone = SINGKATAN_ZONA.get(frappe.get_cached_doc("Pengaturan E-Office").zona_waktu, "")
	return f"{write_date(moment)}, {moment:%H.%M} {zone}".strip()
