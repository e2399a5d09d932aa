"""Several deliveries at once, from the list: each on its own, so that one that is refused does not hold up the others."""

from collections.abc import Callable

import frappe
from frappe import _

from eoffice_app.persuratan.satu_per_satu import try_each
from eoffice_app.saluran import tindakan

LANGKAH: dict[str, Callable] = {
	"kirim": tindakan.send,
	"catat terkirim": tindakan.note_sent,
	"gagal": tindakan.note_undelivered,
	"kirim ulang": tindakan.wait_again,
	"ubah cara": tindakan.change_way,
}


@frappe.whitelist(methods=["POST"])
def run_many(langkah: str, daftar_pengiriman: list | str, nilai: dict | str | None = None) -> list[dict]:
	"""Take one step on several deliveries; return what became of each.

	:param langkah: one of LANGKAH
	:param daftar_pengiriman: names of the deliveries
	:param nilai: what else the step's function takes
	:return: dicts of `pengiriman` and `galat`, the message why not, or None
	:raises TerlaluBanyakError: see `try_each`
	"""
	names = list(dict.fromkeys(frappe.parse_json(daftar_pengiriman)))
	act = LANGKAH.get(langkah)
	if not act:
		frappe.throw(_("Langkah ini tidak dikenal."), frappe.DoesNotExistError)
	values = frappe.parse_json(nilai) or {}
	refused = try_each(names, lambda name: frappe.call(act, pengiriman=name, **values))
	return [{"pengiriman": name, "galat": galat} for name, galat in zip(names, refused, strict=True)]
