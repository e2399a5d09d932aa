"""Several deliveries at once, from the list: each on its own, so that one that is refused does not hold up the others."""

from collections.abc import Callable

import frappe
from frappe import _
from frappe.utils import strip_html_tags

from eoffice_app.saluran import tindakan

LANGKAH: dict[str, Callable] = {
	"kirim": tindakan.send,
	"catat terkirim": tindakan.note_sent,
	"gagal": tindakan.note_undelivered,
	"kirim ulang": tindakan.wait_again,
	"ubah cara": tindakan.change_way,
}
TERBANYAK = 200


class TerlaluBanyakError(frappe.ValidationError):
	"""More deliveries in one go than a person can look over."""


@frappe.whitelist(methods=["POST"])
def run_many(langkah: str, daftar_pengiriman: list | str, nilai: dict | str | None = None) -> list[dict]:
	"""Take one step on several deliveries; return what became of each.

	:param langkah: one of LANGKAH
	:param daftar_pengiriman: names of the deliveries
	:param nilai: what else the step's function takes
	:return: dicts of `pengiriman` and `galat`, the message why not, or None
	:raises TerlaluBanyakError: more than TERBANYAK
	"""
	names = list(dict.fromkeys(frappe.parse_json(daftar_pengiriman)))
	act = LANGKAH.get(langkah)
	if not act:
		frappe.throw(_("Langkah ini tidak dikenal."), frappe.DoesNotExistError)
	if len(names) > TERBANYAK:
		frappe.throw(
			_("Pilih paling banyak {0} pengiriman sekaligus.").format(TERBANYAK),
			TerlaluBanyakError,
			title=_("Terlalu banyak"),
		)
	values = frappe.parse_json(nilai) or {}
	return [{"pengiriman": name, "galat": _try(act, name, values)} for name in names]


def _try(act: Callable, name: str, values: dict) -> str | None:
	# Each in its own transaction: what is sent stays sent, and no lock outlasts its delivery.
	frappe.db.commit()
	try:
		frappe.call(act, pengiriman=name, **values)
	except frappe.ValidationError as error:
		return _refuse(error)
	except frappe.PermissionError as error:
		return _refuse(error)
	frappe.db.commit()
	return None


def _refuse(error: Exception) -> str:
	frappe.db.rollback()
	frappe.clear_messages()
	return strip_html_tags(str(error))
