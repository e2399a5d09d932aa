"""How a letter comes to its end: by itself when all who answer for it are done, or without any disposisi."""

import frappe
from frappe import _
from frappe.model.document import Document

from eoffice_app.exceptions import TransisiTidakSahError
from eoffice_app.organisasi.pemangku import acts_for, require_acting
from eoffice_app.persuratan.alur_kerja import enter_when_offered
from eoffice_app.persuratan.disposisi.pohon import is_all_done, read_branches
from eoffice_app.persuratan.giliran import take_surat
from eoffice_app.persuratan.keadaan import DIDISPOSISIKAN, MENUNGGU_DISPOSISI, SELESAI


@frappe.whitelist(methods=["POST"])
def note_no_disposisi(surat_masuk: str, catatan: str = "") -> None:
	"""Note as addressee that a letter needs no disposisi: it is finished thereby.

	:raises frappe.DoesNotExistError: no such letter, or not for this user
	:raises BukanPemangkuError: the user does not act for the addressee's post
	:raises TransisiTidakSahError: the letter does not wait, has a disposisi, or the office's workflow lacks the step
	"""
	surat = take_surat(surat_masuk)
	require_acting(surat.tujuan)
	if surat.workflow_state != MENUNGGU_DISPOSISI:
		_refuse(_("Surat ini sudah {0}, tidak lagi menunggu disposisi.").format(_(surat.workflow_state)))
	if read_branches(surat.name)[0]:
		_refuse(
			_("Surat ini sudah mempunyai disposisi. Tunggu umpan baliknya, atau tarik yang belum dibaca.")
		)
	# The workflow looks at the letter as it was before the step, so the note has to be in the database before it.
	frappe.db.set_value(
		"Surat Masuk",
		surat.name,
		{"tanpa_disposisi": 1, "catatan_tanpa_disposisi": (catatan or "").strip()},
	)
	if not enter_when_offered(surat.name, SELESAI):
		_refuse(
			_(
				"Alur kerja kantor ini tidak mempunyai langkah dari {0} ke {1} untuk peran Anda. Minta Pengelola E-Office menambahkannya."
			).format(_(MENUNGGU_DISPOSISI), _(SELESAI))
		)


def may_note_no_disposisi(surat: Document) -> bool:
	"""Whether the session's user may now note that a letter needs no disposisi.

	:param surat: a Surat Masuk
	"""
	return (
		surat.workflow_state == MENUNGGU_DISPOSISI
		and not surat.jumlah_disposisi
		and acts_for(frappe.session.user, surat.tujuan)
	)


def finish_when_done(surat: str) -> None:
	"""Finish a letter when all on whom its end depends are done, as far as the office's workflow lets this user.

	Where it does not, the letter stays as it is and the operator finishes it with the workflow's own step.

	:param surat: name of a letter on which it is this user's turn
	"""
	if not is_all_done(*read_branches(surat)):
		return
	state, tujuan = frappe.db.get_value("Surat Masuk", surat, ["workflow_state", "tujuan"])
	# What was sent directly may be done before the addressee wrote anything: his taking the report is his word.
	if state == MENUNGGU_DISPOSISI and acts_for(frappe.session.user, tujuan):
		enter_when_offered(surat, DIDISPOSISIKAN)
	if frappe.db.get_value("Surat Masuk", surat, "workflow_state") == DIDISPOSISIKAN:
		enter_when_offered(surat, SELESAI)


def _refuse(message: str) -> None:
	frappe.throw(message, TransisiTidakSahError, title=_("Tidak dapat dinyatakan tanpa disposisi"))
