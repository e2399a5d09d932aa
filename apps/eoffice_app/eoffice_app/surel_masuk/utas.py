"""Which mail answers which: a mail names those before it, and of these the office may have received or sent one."""

from collections.abc import Collection

import frappe
from frappe.model.document import Document

from eoffice_app.hak_akses.surat import can_see, get_visible_surat
from eoffice_app.loket.masukan import shorten, write_reference

PENGAJUAN = "Pengajuan Surat"
PENGIRIMAN = "Pengiriman Surat"


@frappe.whitelist()
def get_utas(pengajuan: str) -> list[dict]:
	"""Return what a submission answers, and the submissions that answer it, as far as the session's user sees them.

	:return: dicts of `doctype`, `name`, `nomor`, and `membalas`, whether it is what the submission answers
	:raises frappe.DoesNotExistError: no such submission, or not for this user
	"""
	doc = get_visible_surat(pengajuan, PENGAJUAN)
	found = [*_list_answered(doc), *_list_answering(doc)]
	return [row for row in found if can_see(row["name"], frappe.session.user)]


def choose_utas(utas: Collection[str]) -> str | None:
	"""Return the nearest of the mails that another answers which the office knows, otherwise the nearest of all.

	:param utas: Message-IDs without brackets, the nearest first
	"""
	known = (name for name in utas if _find_pengajuan(name) or _find_surat_keluar(name))
	return next(known, next(iter(utas), None))


def find_answered(pengiriman: Document) -> str | None:
	"""Return the mail that a delivery by e-mail answers, as the head of an answer names it.

	None unless the letter answers one that came by mail from the very address it goes to.
	"""
	dibalas = frappe.db.get_value("Surat Keluar", pengiriman.surat_keluar, "membalas")
	key = {"surat_masuk": dibalas, "surel": (pengiriman.surel or "").strip().lower()}
	known = frappe.db.get_value(PENGAJUAN, key, "message_id") if dibalas and key["surel"] else None
	return write_reference(known)


def _list_answered(doc: Document) -> list[dict]:
	if not doc.utas:
		return []
	pengajuan, surat = _find_pengajuan(doc.utas), _find_surat_keluar(doc.utas)
	found = [_describe(PENGAJUAN, pengajuan, "nomor_bukti")] if pengajuan and pengajuan != doc.name else []
	return [*found, *([_describe("Surat Keluar", surat, "nomor")] if surat else [])]


def _list_answering(doc: Document) -> list[dict]:
	if not doc.message_id:
		return []
	names = frappe.get_all(PENGAJUAN, {"utas": doc.message_id}, pluck="name", order_by="diterima_pada")
	return [{**_describe(PENGAJUAN, name, "nomor_bukti"), "membalas": 0} for name in names]


def _describe(doctype: str, name: str, nomor: str) -> dict:
	known = frappe.db.get_value(doctype, name, nomor)
	return {"doctype": doctype, "name": name, "nomor": known or name, "membalas": 1}


def _find_pengajuan(message_id: str) -> str | None:
	return frappe.db.get_value(PENGAJUAN, {"message_id": shorten(message_id)})


def _find_surat_keluar(message_id: str) -> str | None:
	return frappe.db.get_value(PENGIRIMAN, {"message_id": message_id}, "surat_keluar")
