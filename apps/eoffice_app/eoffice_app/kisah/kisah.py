"""The doors to the story of a letter."""

import frappe
from frappe.model.document import Document

from eoffice_app.hak_akses.surat import get_visible_surat
from eoffice_app.kisah.kisah_keluar import tell_surat_keluar
from eoffice_app.kisah.kisah_masuk import tell_surat_masuk
from eoffice_app.kisah.peristiwa import order_story


@frappe.whitelist()
def get_kisah_masuk(surat_masuk: str) -> list[dict]:
	"""Return what happened to an incoming letter, oldest first, for those who may see it.

	Answers to it are told only to who may see these too.

	:return: dicts of `waktu`, `kalimat` and `catatan` (what somebody wrote then, or "")
	:raises frappe.DoesNotExistError: no such letter, or not for this user
	"""
	return read_kisah_masuk(get_visible_surat(surat_masuk))


def read_kisah_masuk(surat: Document) -> list[dict]:
	"""Return what happened to a letter that the session's user sees: see `get_kisah_masuk`."""
	return order_story(tell_surat_masuk(surat))


@frappe.whitelist()
def get_kisah_keluar(surat_keluar: str) -> list[dict]:
	"""Return what happened to an outgoing letter, oldest first, for those who may see it.

	:return: as `get_kisah_masuk`
	:raises frappe.DoesNotExistError: no such letter, or not for this user
	"""
	return order_story(tell_surat_keluar(get_visible_surat(surat_keluar, "Surat Keluar")))
