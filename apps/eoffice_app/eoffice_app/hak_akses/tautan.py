"""Hidden letters named in other documents: a link, a share, a mention or a report must not tell of them."""

import re

import frappe
from frappe import _
from frappe.desk.notifications import extract_mentions
from frappe.model.document import Document

from eoffice_app.hak_akses.jenis import JENIS_SURAT, TERLINDUNG
from eoffice_app.hak_akses.surat import can_see_document


class SuratTidakDibagikanError(frappe.ValidationError):
	"""A letter opened to somebody past the rule of sight."""


class LaporanTerlarangError(frappe.ValidationError):
	"""A report that would read letters past the rule of sight."""


def refuse_hidden_links(doc: Document, method: str | None = None) -> None:
	"""Refuse a newly set link to a letter that the user may not see, in Frappe's words for one that is not there.

	Hook `validate` of every DocType.

	:raises frappe.LinkValidationError: as for a name that never was
	"""
	# What follows a letter is made by our own functions, which have asked.
	follows = JENIS_SURAT.get(doc.doctype, "name") != "name"
	if frappe.session.user == "Administrator" or doc.flags.ignore_permissions or follows:
		return
	before = doc.get_doc_before_save()
	known = set(_list_links(before)) if before else set()
	for doctype, name, label in _list_links(doc):
		if (doctype, name, label) not in known and not can_see_document(doctype, name, frappe.session.user):
			frappe.throw(_("Could not find {0}").format(f"{_(label)}: {name}"), frappe.LinkValidationError)


def refuse_share(doc: Document, method: str | None = None) -> None:
	"""Refuse to share a letter, also by a key for guests: hook `before_insert` of DocShare and Document Share Key.

	Frappe lets a share overrule every other rule.

	:raises SuratTidakDibagikanError: the shared document is a letter
	"""
	if (doc.get("share_doctype") or doc.get("reference_doctype")) in JENIS_SURAT:
		frappe.throw(
			_("Surat tidak dapat dibagikan. Disposisikan surat kepada jabatan yang perlu membacanya."),
			SuratTidakDibagikanError,
			title=_("Surat tidak dibagikan"),
		)


def refuse_mention_of_stranger(doc: Document, method: str | None = None) -> None:
	"""Refuse a comment on a letter that mentions somebody who may not see it: hook `validate` of Comment.

	Frappe would send him the title of the letter.

	:raises SuratTidakDibagikanError: names him
	"""
	if doc.reference_doctype not in JENIS_SURAT or doc.comment_type != "Comment":
		return
	for user in extract_mentions(doc.content):
		if frappe.db.exists("User", user) and not can_see_document(
			doc.reference_doctype, doc.reference_name, user
		):
			frappe.throw(
				_("{0} tidak dapat melihat surat ini. Hapus sebutannya dari komentar.").format(
					frappe.bold(frappe.utils.get_fullname(user))
				),
				SuratTidakDibagikanError,
				title=_("Tidak dapat disebut"),
			)


def refuse_assignment_to_stranger(doc: Document, method: str | None = None) -> None:
	"""Refuse to assign a letter to somebody who may not see it: hook `validate` of ToDo.

	:raises SuratTidakDibagikanError: names him
	"""
	if doc.reference_type not in JENIS_SURAT or not doc.allocated_to or doc.status != "Open":
		return
	if not can_see_document(doc.reference_type, doc.reference_name, doc.allocated_to):
		frappe.throw(
			_("{0} tidak dapat melihat surat ini. Disposisikan surat kepada jabatannya.").format(
				frappe.bold(frappe.utils.get_fullname(doc.allocated_to))
			),
			SuratTidakDibagikanError,
			title=_("Tidak dapat ditugasi"),
		)


def refuse_raw_report(doc: Document, method: str | None = None) -> None:
	"""Refuse a report written in SQL or Python over letters: hook `validate` of Report.

	Such a report reads the tables past the rule of sight; the Report Builder obeys it.

	:raises LaporanTerlarangError: it reads a table of letters
	"""
	if doc.report_type not in ("Query Report", "Script Report") or doc.is_standard == "Yes":
		return
	written = " ".join(filter(None, (doc.query, doc.report_script)))
	if doc.ref_doctype in TERLINDUNG or any(_names_table(written, doctype) for doctype in TERLINDUNG):
		frappe.throw(
			_(
				"Laporan SQL atau skrip atas surat melewati aturan siapa boleh melihat surat. Buat laporan ini dengan Report Builder."
			),
			LaporanTerlarangError,
			title=_("Laporan tidak diizinkan"),
		)


def refuse_borrowed_sight(doc: Document, method: str | None = None) -> None:
	"""Refuse a mailed report over letters that is made with another person's sight: hook of Auto Email Report.

	:raises LaporanTerlarangError: it runs as somebody else
	"""
	ref_doctype = frappe.db.get_value("Report", doc.report, "ref_doctype")
	if ref_doctype in TERLINDUNG and frappe.session.user not in (doc.user, "Administrator"):
		frappe.throw(
			_("Laporan surat hanya dapat dikirim atas nama Anda sendiri. Isi Pengguna dengan akun Anda."),
			LaporanTerlarangError,
			title=_("Laporan tidak diizinkan"),
		)


def refuse_prepared_report(doc: Document, method: str | None = None) -> None:
	"""Refuse to keep a finished report over letters: hook `before_insert` of Prepared Report.

	Whoever may open the report could read the kept one, made with another person's sight.

	:raises LaporanTerlarangError: with what to do instead
	"""
	if frappe.db.get_value("Report", doc.report_name, "ref_doctype") in TERLINDUNG:
		frappe.throw(
			_(
				"Laporan surat dibuat langsung, tidak disimpan. Buka laporannya dengan periode yang lebih pendek."
			),
			LaporanTerlarangError,
			title=_("Laporan tidak diizinkan"),
		)


def _names_table(written: str, doctype: str) -> bool:
	return bool(re.search(rf"\btab{re.escape(doctype)}\b|[\"']{re.escape(doctype)}[\"']", written))


def _list_links(doc: Document) -> list[tuple[str, str, str]]:
	found = []
	for row in (doc, *doc.get_all_children()):
		for field in (*row.meta.get_link_fields(), *row.meta.get_dynamic_link_fields()):
			doctype = field.options if field.fieldtype == "Link" else row.get(field.options)
			if doctype in JENIS_SURAT and row.get(field.fieldname):
				found.append((doctype, row.get(field.fieldname), field.label))
	return found
