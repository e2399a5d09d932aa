"""Frappe's own bulk actions on documents of this app: each document on its own, and each that is refused is told.

Frappe itself goes on without a word where some of the documents were refused, and does more than ten in the background.
"""

from collections.abc import Callable
from itertools import starmap

import frappe
from frappe import _
from frappe.desk import reportview
from frappe.desk.doctype.bulk_update import bulk_update

from eoffice_app.persuratan.satu_per_satu import try_each

APP = "eoffice_app"
UBAH = "update"
NOMOR = ("nomor_agenda", "nomor")


class SemuaDitolakError(frappe.ValidationError):
	"""None of the chosen documents could be changed or deleted."""


@frappe.whitelist(methods=["POST"])
def delete_items(doctype: str, items: list | str) -> list[str]:
	"""Delete the chosen documents of a list: Frappe's function of this name, with an answer for each of ours.

	Whether one may be deleted is asked of each by `frappe.delete_doc`.

	:param items: names
	:return: names of those that are left; a message says why
	:raises SemuaDitolakError: all of them are left; it says why each
	:raises TerlaluBanyakError: see `try_each`
	"""
	if not _is_of_app(doctype):
		return reportview.delete_items() or []
	return _run(doctype, items, lambda name: frappe.delete_doc(doctype, name))


@frappe.whitelist(methods=["POST"])
def submit_cancel_or_update_docs(
	doctype: str,
	docnames: list | str,
	action: str = "submit",
	data: dict | str | None = None,
	**further: str | None,
) -> list[str]:
	"""Change a field of the chosen documents of a list: Frappe's function of this name, with an answer for each of ours.

	Whether one may be changed is asked of each by its `save`.

	:param data: values by field
	:param further: what later versions of Frappe are told besides
	:return: names of those that are left as they were; a message says why
	:raises SemuaDitolakError: all of them are left; it says why each
	:raises TerlaluBanyakError: see `try_each`
	"""
	if action != UBAH or not _is_of_app(doctype):
		frappes = bulk_update.submit_cancel_or_update_docs
		return frappe.call(frappes, doctype=doctype, docnames=docnames, action=action, data=data, **further)
	values = frappe.parse_json(data) or {}
	return _run(doctype, docnames, lambda name: frappe.get_doc(doctype, name).update(values).save())


def _is_of_app(doctype: str) -> bool:
	module = frappe.db.get_value("DocType", doctype, "module")
	return bool(module) and frappe.db.get_value("Module Def", module, "app_name") == APP


def _run(doctype: str, names: list | str, act: Callable[[str], object]) -> list[str]:
	names = list(dict.fromkeys(map(str, frappe.parse_json(names))))
	titles = _read_titles(doctype, names)

	def act_if_seen(name: str) -> None:
		# What is hidden is refused as what is not there, before any rule of its own speaks of it.
		if name not in titles:
			frappe.throw(_("Dokumen ini tidak ditemukan."), frappe.DoesNotExistError)
		act(name)

	outcomes = dict(zip(names, try_each(names, act_if_seen), strict=True))
	refused = [name for name, galat in outcomes.items() if galat]
	if refused:
		_tell([(titles.get(name) or name, galat) for name, galat in outcomes.items()])
	return refused


def _read_titles(doctype: str, names: list[str]) -> dict[str, str]:
	"""Return what the documents that the session's user sees are known by: number, and title."""
	meta = frappe.get_meta(doctype)
	fields = [field for field in NOMOR if meta.has_field(field)] + [meta.get_title_field()]
	rows = frappe.get_list(
		doctype,
		filters={"name": ["in", names]},
		fields=list(dict.fromkeys(["name", *fields])),
		limit_page_length=0,
	)
	return {row.name: " · ".join(str(row[field]) for field in fields if row[field]) for row in rows}


def _tell(outcomes: list[tuple[str, str | None]]) -> None:
	"""Say what became of each document, as `hasil_sekaligus.js` does: those that were refused first, with the reason."""
	refused = [outcome for outcome in outcomes if outcome[1]]
	done = [outcome for outcome in outcomes if not outcome[1]]
	lines = "".join(starmap(_compose_line, refused + done))
	message = f"<ul class='hasil-sekaligus'>{lines}</ul>"
	# Where nothing was done the request fails: Frappe's list would say that all went well.
	frappe.msgprint(
		message,
		title=_("{0} berhasil, {1} tidak").format(len(done), len(refused)),
		indicator="orange" if done else "red",
		raise_exception=None if done else SemuaDitolakError,
	)


def _compose_line(title: str, galat: str | None) -> str:
	color, said = ("red", _("tidak")) if galat else ("green", _("berhasil"))
	escape = frappe.utils.escape_html
	reason = f": {escape(galat)}" if galat else ""
	return f"<li><span class='indicator-pill {color}'>{said}</span> <strong>{escape(title)}</strong>{reason}</li>"
