"""The first pages of a list, newest first: asked of the user's newest letters alone.

Who sees one letter in two hundred would else have thousands of letters sorted, or passed over, to be shown twenty.
"""

from dataclasses import dataclass

import frappe
from frappe.desk import reportview
from frappe.utils import cint

URUTAN_WAKTU = "tanggal_terima"
# The column that names the letter, of the lists that go by the moment that Akses Surat keeps as `waktu`.
KOLOM_SURAT = {"Surat Masuk": "`tabSurat Masuk`.name", "Agenda": "`tabAgenda`.surat_masuk"}
PALING_BANYAK = 500


@dataclass
class _Terbaru:
	"""How many of the newest letters a list is narrowed to, by which column, and the sub-select that did so."""

	column: str
	count: int
	select: str = ""


@frappe.whitelist()
def get() -> list | dict:
	"""Answer as Frappe's list does, sooner where the first pages of all letters are asked for, the newest first.

	The user's n newest letters hold the page that ends with the n-th, unless a user permission or an administrator's
	script leaves one of them out. Then the page is not full, and all his letters are asked.

	Takes and returns what `frappe.desk.reportview.get` does, and raises likewise.
	"""
	asked = frappe.local.form_dict
	length = cint(asked.get("page_length"))
	count = cint(asked.get("start")) + length
	if not (length and count <= PALING_BANYAK and _is_newest_first(asked)):
		return reportview.get()
	terbaru = frappe.flags.daftar_terbaru = _Terbaru(KOLOM_SURAT[asked.doctype], count)
	try:
		page = reportview.get()
	finally:
		frappe.flags.daftar_terbaru = None
	is_full = bool(page) and len(page["values"]) == length
	return page if is_full or _has_no_more(terbaru) else reportview.get()


def select_newest(column: str, subjek: list[str]) -> str | None:
	"""Return the SQL sub-select of the newest letters of some subjects, or None where no list is narrowed to them.

	:param column: which names the letter, such as "`tabAgenda`.surat_masuk"
	:param subjek: the user's subjects; the index gives the newest letters of each without sorting
	"""
	terbaru = frappe.flags.daftar_terbaru
	if not terbaru or terbaru.column != column:
		return None
	each = " union all ".join(
		f"(select surat, waktu from `tabAkses Surat` where subjek = {frappe.db.escape(name)}"
		# Both lists are of incoming letters.
		" and jenis_surat = 'Surat Masuk'"
		f" order by waktu desc limit {terbaru.count})"
		for name in subjek
	)
	# Exactly so many, one seen by several subjects counted once: else a full page could lack a letter.
	together = (
		f"select surat from ({each}) semua group by surat order by max(waktu) desc limit {terbaru.count}"
	)
	terbaru.select = f"select terbaru.surat from ({together}) terbaru"
	return terbaru.select


def _is_newest_first(asked: frappe._dict) -> bool:
	table = f"`tab{asked.get('doctype')}`"
	return (
		asked.get("doctype") in KOLOM_SURAT
		and asked.get("order_by") == f"{table}.`{URUTAN_WAKTU}` desc"
		# The desk groups every list by its name, which groups nothing.
		and asked.get("group_by") in (None, "", f"{table}.`name`")
		and not any(frappe.parse_json(asked.get(key) or "[]") for key in ("filters", "or_filters"))
	)


def _has_no_more(terbaru: _Terbaru) -> bool:
	"""Whether the narrowed list held all letters that the user sees."""
	if not terbaru.select:
		return True
	return frappe.db.sql(f"select count(*) from ({terbaru.select}) terlihat")[0][0] < terbaru.count
