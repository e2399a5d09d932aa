"""The invitations of a month for the monitor: entries of Agenda Pimpinan whose letter the user may see."""

import re
from datetime import date

import frappe
from frappe import _
from frappe.utils import get_first_day, get_last_day

from eoffice_app.pemantauan.saringan import SaringanPemantauanError, read_saringan
from eoffice_app.persuratan.disposisi.agenda_pimpinan import get_acara

BULAN = re.compile(r"[12]\d{3}-(0[1-9]|1[0-2])")


@frappe.whitelist()
def list_undangan(bulan: str, unit: str = "", pejabat: str = "", teks: str = "") -> list[dict]:
	"""Return the events that touch a month, in the order of their beginning.

	:param bulan: the month as "YYYY-MM"
	:param unit: of whose posts, with all units below it
	:param pejabat: of which desk, as SaringanPemantauan names it; a role has no calendar
	:param teks: words of the event or its place
	:return: as `get_acara`, and `nama_jabatan`
	:raises frappe.PermissionError: the user reads no calendars
	:raises SaringanPemantauanError: no such month, or narrowed down by something unknown
	"""
	if not frappe.has_permission("Agenda Pimpinan"):
		raise frappe.PermissionError
	saringan = read_saringan({"unit": unit, "pejabat": pejabat, "teks": teks})
	first = _read_month(bulan)
	posts = _list_posts(saringan.unit, saringan.pejabat)
	filters = [] if posts is None else [["Agenda Pimpinan", "jabatan", "in", [*posts, ""]]]
	events = get_acara(f"{first} 00:00:00", f"{get_last_day(first)} 23:59:59", filters)
	names = dict(frappe.get_all("Jabatan", fields=["name", "nama_jabatan"], as_list=True))
	for event in events:
		event.nama_jabatan = names.get(event.jabatan, event.jabatan)
	return [event for event in events if _has_words(event, saringan.kata)]


def _read_month(bulan: str) -> date:
	if not BULAN.fullmatch(bulan or ""):
		frappe.throw(
			_("Bulan ini tidak dikenal. Pilih bulan dengan tombol di atas kalender."),
			SaringanPemantauanError,
			title=_("Bulan tidak dikenal"),
		)
	return get_first_day(f"{bulan}-01")


def _list_posts(unit: str, pejabat: str) -> list[str] | None:
	"""Return the posts whose events are asked for, or None for all."""
	kind, _sign, name = pejabat.partition(":")
	if pejabat:
		return [name] if kind == "jabatan" else []
	if not unit:
		return None
	lft, rgt = frappe.db.get_value("Unit Kerja", unit, ["lft", "rgt"]) or (0, -1)
	units = frappe.get_all("Unit Kerja", filters={"lft": [">=", lft], "rgt": ["<=", rgt]}, pluck="name")
	return frappe.get_all("Jabatan", filters={"unit_kerja": ["in", units]}, pluck="name")


def _has_words(event: frappe._dict, words: list[str]) -> bool:
	text = f"{event.judul} {event.tempat or ''}".lower()
	return all(word.lower() in text for word in words)
