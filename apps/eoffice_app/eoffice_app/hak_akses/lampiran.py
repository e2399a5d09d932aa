"""What hangs on a letter in Frappe's own tables (files, comments, versions) is as visible as the letter."""

import frappe

from eoffice_app.hak_akses.surat import select_visible

JENIS_SURAT = ("Surat Masuk", "Agenda", "Disposisi")


def get_file_conditions(user: str | None = None) -> str:
	"""Condition on lists of File."""
	return _condition("`tabFile`.attached_to_doctype", "`tabFile`.attached_to_name", user)


def get_comment_conditions(user: str | None = None) -> str:
	"""Condition on lists of Comment."""
	return _condition("`tabComment`.reference_doctype", "`tabComment`.reference_name", user)


def get_version_conditions(user: str | None = None) -> str:
	"""Condition on lists of Version."""
	return _condition("`tabVersion`.ref_doctype", "`tabVersion`.docname", user)


def get_workflow_action_conditions(user: str | None = None) -> str:
	"""Condition on lists of Workflow Action."""
	return _condition("`tabWorkflow Action`.reference_doctype", "`tabWorkflow Action`.reference_name", user)


def get_tag_link_conditions(user: str | None = None) -> str:
	"""Condition on lists of Tag Link."""
	return _condition("`tabTag Link`.document_type", "`tabTag Link`.document_name", user)


def _condition(jenis: str, nama: str, user: str | None) -> str:
	user = user or frappe.session.user
	if user == "Administrator":
		return ""
	visible = select_visible(user)
	ours = ", ".join(frappe.db.escape(doctype) for doctype in JENIS_SURAT)
	return f"""(
		ifnull({jenis}, '') not in ({ours})
		or ({jenis} = 'Surat Masuk' and {nama} in ({visible}))
		or ({jenis} = 'Agenda' and {nama} in (select name from `tabAgenda` where surat_masuk in ({visible})))
		or ({jenis} = 'Disposisi' and {nama} in (select name from `tabDisposisi` where surat_masuk in ({visible})))
	)"""
