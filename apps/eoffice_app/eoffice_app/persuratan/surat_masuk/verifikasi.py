"""The verifikator's checklist: what the office wants checked, and what he found.

Source: SOP 000, A.5 ("Surat diverifikasi") and Note (a letter below the standard is returned or refused).
"""

import frappe
from frappe import _
from frappe.model.document import Document
from frappe.model.workflow import apply_workflow
from frappe.utils import cint, now

from eoffice_app.hak_akses.surat import get_visible_surat

TINDAKAN = "Verifikasi"
AKTIF = {"filters": {"aktif": 1}, "fields": ["butir", "wajib"], "order_by": "urutan asc, butir asc"}


class ButirTidakDikenalError(frappe.ValidationError):
	"""A result for an item that is not, or no longer, on the office's checklist."""


@frappe.whitelist()
def list_butir() -> list[dict]:
	"""Return the items of the office's checklist in their order: dicts of `butir` and `wajib`.

	:raises frappe.PermissionError: the user may not read the checklist
	"""
	return frappe.get_list("Butir Verifikasi", **AKTIF)


@frappe.whitelist(methods=["POST"])
def verify_surat(surat_masuk: str, hasil: list | str) -> None:
	"""Store what the verifikator found and declare the letter verified, in one transaction.

	:param hasil: a dict of `butir`, `sesuai` and `catatan` for each item, as list or JSON; an item left out is unmet
	:raises frappe.DoesNotExistError: a letter that is not there or not for this user
	:raises frappe.PermissionError: the user may not write letters
	:raises ButirTidakDikenalError: see there
	:raises TransisiTidakSahError: an item that must be met is not, and see `check_transition`
	"""
	surat = get_visible_surat(surat_masuk)
	store_hasil(surat, hasil)
	apply_workflow(surat, TINDAKAN)


def store_hasil(surat: Document, hasil: list | str) -> None:
	"""Write what was found on a letter, in place of what was found before; see `verify_surat`."""
	surat.check_permission("write")
	found = _read_hasil(hasil)
	# Frappe would name who registered the letter, and when: reports ask who checked it.
	checked = {"owner": frappe.session.user, "creation": now()}
	rows = [{**row, **found.pop(row["butir"], {"sesuai": 0}), **checked} for row in _list_active()]
	if found:
		frappe.throw(
			_("Butir {0} tidak ada lagi pada daftar periksa. Muat ulang surat, lalu periksa kembali.").format(
				", ".join(frappe.bold(frappe.utils.escape_html(butir)) for butir in found)
			),
			ButirTidakDikenalError,
			title=_("Daftar periksa sudah berubah"),
		)
	surat.set("hasil_verifikasi", rows)
	surat.flags.menyimpan_hasil = True
	surat.save()


def keep_hasil(surat: Document) -> None:
	"""Put back what was found on a letter unless `store_hasil` writes it: a client's own rows are not believed."""
	if surat.flags.menyimpan_hasil:
		return
	before = surat.get_doc_before_save()
	surat.set("hasil_verifikasi", before.hasil_verifikasi if before else [])


def list_unmet(surat: Document) -> list[str]:
	"""Return the items that must be met and that nobody found to be, on this letter and by today's checklist."""
	met = {row.butir for row in surat.hasil_verifikasi if row.sesuai}
	return [row["butir"] for row in _list_active() if row["wajib"] and row["butir"] not in met]


def _list_active() -> list[dict]:
	return frappe.get_all("Butir Verifikasi", **AKTIF)


def _read_hasil(hasil: list | str) -> dict[str, dict]:
	return {
		str(row.get("butir")): {
			"sesuai": cint(row.get("sesuai")),
			"catatan": str(row.get("catatan") or "")[:140],
		}
		for row in frappe.parse_json(hasil) or []
	}
