"""Whether a letter needs the secretary's paraf before it reaches the head."""

import frappe
from frappe.model.document import Document

from eoffice_app.hak_akses.aturan import SIFAT_RAHASIA


def needs_paraf(surat: Document) -> bool:
	"""Whether the office has the secretary look at this letter before the head does.

	Never a secret one: only its addressee may know of it. Source: SOP 003 (the secretary's paraf on the sheet).
	"""
	pengaturan = frappe.get_cached_doc("Pengaturan E-Office")
	return bool(
		pengaturan.paraf_sekretaris
		and pengaturan.jabatan_sekretaris
		and surat.tujuan == pengaturan.jabatan_pimpinan
		and surat.tujuan != pengaturan.jabatan_sekretaris
		and surat.sifat not in SIFAT_RAHASIA
	)


def awaits_paraf(surat: Document) -> bool:
	"""Whether a letter still lacks the paraf without which it may not go before the head: see `needs_paraf`."""
	return needs_paraf(surat) and not surat.paraf_pada


def get_sekretaris() -> str | None:
	"""Return the post that gives the paraf."""
	return frappe.get_cached_doc("Pengaturan E-Office").jabatan_sekretaris
