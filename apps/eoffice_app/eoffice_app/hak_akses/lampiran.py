"""What hangs on a letter in Frappe's own tables (files, comments, versions …) is as visible as the letter.

Frappe's hook `permission_query_conditions` names one function for each DocType, and not every version tells it which
DocType it is asked about: hence one small function for each, all made by `_make_condition`.
"""

from collections.abc import Callable

import frappe
from frappe.model.document import Document

from eoffice_app.hak_akses.berkas import is_temporary
from eoffice_app.hak_akses.jenis import JENIS_SURAT, LAMPIRAN, TABEL_ANAK
from eoffice_app.hak_akses.surat import can_see_document, exists_access, quote_subjek


def compose_condition(jenis: str, nama: str, user: str) -> str:
	"""Return the SQL condition that a row which hangs on a document is visible, as far as letters are concerned.

	:param jenis: column with the DocType of the document
	:param nama: column with its name
	"""
	ours = ", ".join(frappe.db.escape(doctype) for doctype in JENIS_SURAT)
	subjek = quote_subjek(user)
	visible = [
		f"({jenis} = {frappe.db.escape(doctype)} and {_exists_visible(doctype, nama, subjek)})"
		for doctype in JENIS_SURAT
	]
	return f"(ifnull({jenis}, '') not in ({ours}) or {' or '.join(visible)})"


def has_lampiran_permission(doc: Document, ptype: str = "read", user: str | None = None) -> bool:
	"""Whether a user may do `ptype` to what hangs on a document: Frappe's hook `has_permission`.

	True where it hangs on no letter; Frappe's own rules decide besides.
	"""
	user = user or frappe.session.user
	jenis, nama = (doc.get(column) for column in LAMPIRAN[doc.doctype])
	if user == "Administrator" or jenis not in JENIS_SURAT or is_temporary(nama):
		return True
	if ptype == "create":
		# Refused in the words for a letter that is not there: see `BerkasSurat` and `tautan.py`.
		return True
	return can_see_document(jenis, nama, user)


def _exists_visible(doctype: str, nama: str, subjek: str) -> str:
	column = JENIS_SURAT[doctype]
	if column == "name":
		return exists_access(nama, subjek)
	return f"""exists (
		select 1 from `tab{doctype}` turunan
		where turunan.name = {nama} and {exists_access(f"turunan.{column}", subjek)}
	)"""


def _make_condition(doctype: str) -> Callable:
	jenis, nama = (f"`tab{doctype}`.`{column}`" for column in LAMPIRAN[doctype])

	def get_conditions(user: str | None = None) -> str:
		user = user or frappe.session.user
		return "" if user == "Administrator" else compose_condition(jenis, nama, user)

	return get_conditions


def _make_child_condition(doctype: str) -> Callable:
	def get_conditions(user: str | None = None) -> str:
		user = user or frappe.session.user
		if user == "Administrator":
			return ""
		return f"({_exists_visible(TABEL_ANAK[doctype], f'`tab{doctype}`.`parent`', quote_subjek(user))})"

	return get_conditions


get_access_log_conditions = _make_condition("Access Log")
get_activity_log_conditions = _make_condition("Activity Log")
get_comment_conditions = _make_condition("Comment")
get_communication_conditions = _make_condition("Communication")
get_docshare_conditions = _make_condition("DocShare")
get_document_follow_conditions = _make_condition("Document Follow")
get_document_share_key_conditions = _make_condition("Document Share Key")
get_email_queue_conditions = _make_condition("Email Queue")
get_file_conditions = _make_condition("File")
get_notification_log_conditions = _make_condition("Notification Log")
get_tag_link_conditions = _make_condition("Tag Link")
get_todo_conditions = _make_condition("ToDo")
get_version_conditions = _make_condition("Version")
get_view_log_conditions = _make_condition("View Log")
get_workflow_action_conditions = _make_condition("Workflow Action")

get_scan_surat_conditions = _make_child_condition("Scan Surat")
get_hasil_verifikasi_conditions = _make_child_condition("Hasil Verifikasi")
get_pilihan_instruksi_conditions = _make_child_condition("Pilihan Instruksi")
get_lampiran_umpan_balik_conditions = _make_child_condition("Lampiran Umpan Balik")
get_berkas_pengajuan_conditions = _make_child_condition("Berkas Pengajuan")
get_penerima_surat_keluar_conditions = _make_child_condition("Penerima Surat Keluar")
get_koordinasi_surat_keluar_conditions = _make_child_condition("Koordinasi Surat Keluar")
get_paraf_surat_keluar_conditions = _make_child_condition("Paraf Surat Keluar")
get_versi_naskah_conditions = _make_child_condition("Versi Naskah")
get_lampiran_surat_keluar_conditions = _make_child_condition("Lampiran Surat Keluar")
