"""The first pages of a list, newest first: asked of the user's newest letters alone.

Who sees one letter in two hundred would else have thousands of letters sorted, or passed over, to be shown twenty.
"""

from collections.abc import Iterator
from contextlib import contextmanager

import frappe
from frappe.desk import reportview
from frappe.utils import cint

URUTAN_WAKTU = "tanggal_terima"
# The column that names the letter, of the lists that go by the moment that Akses Surat keeps as `waktu`.
KOLOM_SURAT = {"Surat Masuk": "`tabSurat Masuk`.name", "Agenda": "`tabAgenda`.surat_masuk"}
PALING_BANYAK = 500


@frappe.whitelist()
def get() -> list | dict:
	"""Answer as Frappe's list does, sooner where the first pages of letters are asked for, the newest first.

	The user's n newest letters hold the page that ends with the n-th, unless a filter, a user permission or an
	administrator's script leaves one of them out. Then the page is not full, and all his letters are asked.

	Takes and returns what `frappe.desk.reportview.get` does, and raises likewise.
	"""
	asked = frappe.local.form_dict
	length = cint(asked.get("page_length"))
	newest = cint(asked.get("start")) + length
	if not (length and newest <= PALING_BANYAK and _is_newest_first(asked)):
		return reportview.get()
	with _narrowed_to(asked.doctype, newest):
		page = reportview.get()
	return page if page and len(page["values"]) == length else reportview.get()


def select_newest(column: str, subjek: list[str]) -> str | None:
	"""Return the SQL sub-select of the newest letters of some subjects, or None where the list is not of those.

	:param column: which names the letter, such as "`tabAgenda`.surat_masuk"
	:param subjek: the user's subjects; the index gives the newest letters of each without sorting
	"""
	narrowed, newest = frappe.flags.daftar_terbaru or (None, 0)
	if narrowed != column:
		return None
	each = " union all ".join(
		f"(select surat, waktu from `tabAkses Surat` where subjek = {frappe.db.escape(name)}"
		f" order by waktu desc limit {newest})"
		for name in subjek
	)
	# Exactly n, one seen by several subjects counted once: else a full page could lack a letter.
	together = f"select surat from ({each}) semua group by surat order by max(waktu) desc limit {newest}"
	return f"select terbaru.surat from ({together}) terbaru"


def _is_newest_first(asked: frappe._dict) -> bool:
	wanted = f"`tab{asked.get('doctype')}`.`{URUTAN_WAKTU}` desc"
	return (
		asked.get("doctype") in KOLOM_SURAT and asked.get("order_by") == wanted and not asked.get("group_by")
	)


@contextmanager
def _narrowed_to(doctype: str, newest: int) -> Iterator[None]:
	frappe.flags.daftar_terbaru = (KOLOM_SURAT[doctype], newest)
	try:
		yield
	finally:
		frappe.flags.daftar_terbaru = None
