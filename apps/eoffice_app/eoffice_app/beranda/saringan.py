"""Filters of lists that all share: anybody uses them, who manages the office changes them."""

import frappe
from frappe import _
from frappe.model.document import Document

PENGATUR = {"Pengelola E-Office", "System Manager"}


class SaringanBersamaError(frappe.PermissionError):
	"""A filter that all share, changed or removed by somebody who does not manage the office."""


def keep_shared(saringan: Document, method: str | None = None) -> None:
	"""Refuse that a filter shared by all is made, changed or removed by just anybody, as Frappe lets every user do.

	:param saringan: a List Filter that is being saved or removed
	:raises SaringanBersamaError: see there
	"""
	before = saringan.get_doc_before_save()
	is_shared = not saringan.for_user or bool(before and not before.for_user)
	if not is_shared or PENGATUR & set(frappe.get_roles()):
		return
	frappe.throw(
		_(
			"Saringan {0} dipakai semua orang. Simpan saringan Anda sendiri dengan nama lain, atau minta Pengelola E-Office mengubahnya."
		).format(frappe.bold(frappe.utils.escape_html(saringan.filter_name or ""))),
		SaringanBersamaError,
		title=_("Saringan bersama"),
	)
