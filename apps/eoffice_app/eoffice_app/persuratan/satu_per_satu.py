"""One step on several documents, each on its own, so that one that is refused does not hold up the others."""

from collections.abc import Callable

import frappe
from frappe import _
from frappe.utils import strip_html_tags

# What is said to whoever acts; whatever else happens is a fault of the program.
PENOLAKAN = (frappe.ValidationError, frappe.PermissionError)
TERBANYAK = 200


class TerlaluBanyakError(frappe.ValidationError):
	"""More documents in one go than a person can look over."""


def try_each(names: list[str], act: Callable[[str], object]) -> list[str | None]:
	"""Act on each document in its own transaction; return for each why not, or None.

	:param names: no name twice
	:param act: takes a name; may refuse by one of PENOLAKAN
	:raises TerlaluBanyakError: more than TERBANYAK
	"""
	if len(names) > TERBANYAK:
		frappe.throw(
			_("Pilih paling banyak {0} sekaligus.").format(TERBANYAK),
			TerlaluBanyakError,
			title=_("Terlalu banyak"),
		)
	return [_try(act, name) for name in names]


def _try(act: Callable[[str], object], name: str) -> str | None:
	# What is done stays done, and no lock outlasts its document.
	frappe.db.commit()
	try:
		act(name)
	except PENOLAKAN as error:
		frappe.db.rollback()
		# The list says it; Frappe would show it once more as a message of the whole request.
		frappe.clear_messages()
		# Frappe 16 refuses without a word who may not delete: that must not pass for done.
		return strip_html_tags(str(error)) or _("Anda tidak berwenang melakukannya pada dokumen ini.")
	frappe.db.commit()
	return None
