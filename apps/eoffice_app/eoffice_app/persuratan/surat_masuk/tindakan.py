"""What the letter's form offers its user besides writing disposisi, asked in one call."""

import frappe
from frappe.model.document import Document

from eoffice_app.hak_akses.surat import get_visible_surat
from eoffice_app.pencarian.jawaban import describe_place_of
from eoffice_app.persuratan.disposisi.agenda_pimpinan import list_acara
from eoffice_app.persuratan.disposisi.kirim_langsung import get_pilihan_langsung
from eoffice_app.persuratan.disposisi.penyelesaian import may_note_no_disposisi
from eoffice_app.persuratan.keadaan import DIVERIFIKASI
from eoffice_app.persuratan.surat_masuk.aturan_paraf import awaits_paraf
from eoffice_app.persuratan.surat_masuk.paraf import may_give_paraf


@frappe.whitelist()
def get_tindakan(surat_masuk: str) -> dict:
	"""Return what the user may do on a letter now.

	:return: dict of `paraf`, `tanpa_disposisi` (bool), `kirim_langsung` (posts to send to, None where it may not be)
	        `acara` (see `list_acara`), the letter's `status` now, `di_mana` it is (a sentence) and whether it is `menunggu_paraf`
	:raises frappe.DoesNotExistError: no such letter, or not for this user
	"""
	return describe_tindakan(get_visible_surat(surat_masuk))


def describe_tindakan(surat: Document) -> dict:
	"""Return what the session's user may do on a letter that he sees: see `get_tindakan`."""
	return {
		"paraf": may_give_paraf(surat),
		"tanpa_disposisi": may_note_no_disposisi(surat),
		"kirim_langsung": get_pilihan_langsung(surat),
		"acara": list_acara(surat.name),
		"status": surat.workflow_state,
		"di_mana": describe_place_of(surat),
		"menunggu_paraf": surat.workflow_state == DIVERIFIKASI and awaits_paraf(surat),
	}
