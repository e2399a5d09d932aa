"""Whose turn it is on which drafts: told when it comes, and asked for by the desk."""

import frappe
from frappe import _
from frappe.model.document import Document

from eoffice_app.organisasi.pemangku import list_posts_acted_for
from eoffice_app.persuratan.keadaan_keluar import DIKEMBALIKAN, MENUNGGU_PARAF, MENUNGGU_TANDA_TANGAN
from eoffice_app.persuratan.konsep.giliran import list_menunggu
from eoffice_app.persuratan.konsep.rantai_paraf import KOORDINASI, MENUNGGU
from eoffice_app.persuratan.pemberitahuan import notify_post

JUDUL = {
	MENUNGGU_PARAF: "Konsep menunggu paraf Anda",
	MENUNGGU_TANDA_TANGAN: "Konsep menunggu tanda tangan Anda",
	DIKEMBALIKAN: "Konsep dikembalikan kepada Anda",
}

TERBANYAK = 500


@frappe.whitelist()
def list_waiting() -> list[str]:
	"""Return the names of the drafts that wait for the session's user: to be checked, signed or corrected.

	Of those he may see; those waiting for paraf koordinasi are waiting for several posts at once.
	"""
	posts = list_posts_acted_for(frappe.session.user)
	if not posts:
		return []
	asked = frappe.get_all(
		"Paraf Surat Keluar",
		filters={"jabatan": ["in", posts], "jenis": KOORDINASI, "keadaan": MENUNGGU},
		pluck="parent",
	)
	waiting = {"workflow_state": ["in", list(JUDUL)], "menunggu_jabatan": ["in", posts]}
	beside = {"workflow_state": MENUNGGU_PARAF, "name": ["in", asked]}
	found = (
		frappe.get_list("Surat Keluar", filters=filters, pluck="name", limit=TERBANYAK)
		for filters in (waiting, beside)
	)
	return list(dict.fromkeys(name for names in found for name in names))


def tell_giliran(surat: Document) -> None:
	"""Have whoever acts for a post told that a Surat Keluar waits for it since this save.

	:param surat: a Surat Keluar being saved
	"""
	if surat.workflow_state not in JUDUL:
		return
	before = surat.get_doc_before_save()
	told = list_menunggu(before) if before and before.workflow_state == surat.workflow_state else []
	for number, jabatan in enumerate(list_menunggu(surat)):
		if jabatan not in told:
			# A letter may come back to a post any number of times: each save is a turn of its own.
			kunci = f"giliran/{surat.name}/{surat.modified}/{number}"
			notify_post(kunci, jabatan, surat.name, _(JUDUL[surat.workflow_state]), doctype=surat.doctype)
