"""Who acts on an outgoing letter from its signature on: who brings scans and gives numbers, who cancels."""

import frappe
from frappe import _
from frappe.model.document import Document

from eoffice_app.organisasi.operator import may_send
from eoffice_app.organisasi.pemangku import acts_for, list_posts_of_user
from eoffice_app.persuratan.keadaan_keluar import BERNOMOR, DITANDATANGANI

PENGELOLA = "Pengelola E-Office"


class BukanPetugasSuratError(frappe.PermissionError):
	"""Something for the signer, the drafting unit or its operator, wanted by somebody else."""


def is_clerk(surat: Document, user: str) -> bool:
	"""Whether a user brings the scans of a letter and gives its number: its signer, the drafting unit, its operator."""
	units = {row.unit_kerja for row in list_posts_of_user(user)}
	return surat.unit_penyusun in units or acts_for(user, surat.penanda_tangan) or may_send(surat, user)


def may_cancel(surat: Document, user: str) -> bool:
	"""Whether a user may cancel a letter that is signed or numbered."""
	if surat.workflow_state not in (DITANDATANGANI, BERNOMOR):
		return False
	return acts_for(user, surat.penanda_tangan) or PENGELOLA in frappe.get_roles(user)


def require_clerk(surat: Document) -> None:
	"""See `is_clerk`.

	:raises BukanPetugasSuratError: the session's user is none
	"""
	if not is_clerk(surat, frappe.session.user):
		_refuse(
			_(
				"Langkah ini untuk penanda tangan, unit penyusun, atau operator suratnya. Minta salah satunya melakukannya."
			)
		)


def require_canceller(surat: Document) -> None:
	"""See `may_cancel`.

	:raises BukanPetugasSuratError: the session's user may not
	"""
	if not may_cancel(surat, frappe.session.user):
		_refuse(
			_("Surat yang sudah ditandatangani hanya dibatalkan penanda tangannya atau Pengelola E-Office.")
		)


def save_step(surat: Document) -> None:
	"""Save a letter whose state, number or files the server itself has changed."""
	surat.flags.langkah = surat.flags.di_luar_alur = True
	# Who signs or numbers a letter needs no right to write its text.
	surat.save(ignore_permissions=True)


def _refuse(message: str) -> None:
	frappe.throw(message, BukanPetugasSuratError, title=_("Tidak berwenang"))
