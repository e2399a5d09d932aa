"""Notices of disposisi by bell and e-mail.

A notice is asked for in the transaction that earns it (`pemberitahuan` = Menunggu) and sent by a worker, which
locks the row, writes bell and e-mail and marks it Terkirim in one transaction. A worker that dies in between leaves
it waiting, and `send_waiting_notices` finds it again: it arrives, and arrives once.
"""

import frappe
from frappe import _
from frappe.email.doctype.email_account.email_account import EmailAccount
from frappe.model.document import Document
from frappe.utils import escape_html, get_url_to_form

from eoffice_app.hak_akses.surat import get_visible_surat
from eoffice_app.organisasi.pemangku import holder_on
from eoffice_app.persuratan.keadaan import DISPOSISI_DITARIK

MENUNGGU, TERKIRIM = "Menunggu", "Terkirim"
TUGAS = "eoffice_app.persuratan.pemberitahuan.send_notices"
BANYAK_SEKALI_JALAN = 200


@frappe.whitelist(methods=["POST"])
def queue_disposisi_notice(disposisi: str) -> None:
	"""Ask for the recipient of a disposisi to be told; called by the Server Script "Beri Tahu Penerima Disposisi".

	:raises frappe.DoesNotExistError: not there, or not for this user
	"""
	surat, status = frappe.db.get_value("Disposisi", disposisi, ["surat_masuk", "pemberitahuan"]) or (
		"",
		None,
	)
	get_visible_surat(surat)
	if not status:
		_queue(disposisi, "pemberitahuan")


def queue_umpan_balik_notice(disposisi: Document) -> None:
	"""Ask for the post that wrote a disposisi to be told that it has been reported back."""
	_queue(disposisi.name, "pemberitahuan_umpan_balik")


def send_notices(disposisi: str) -> None:
	"""Send what one disposisi still owes: to its recipient, and after the report to the post above."""
	doc = frappe.get_doc("Disposisi", disposisi, for_update=True)
	if doc.pemberitahuan == MENUNGGU:
		if doc.status != DISPOSISI_DITARIK:
			_tell(doc.kepada, doc, _("Disposisi baru dari {0}").format(doc.sebagai))
		doc.db_set("pemberitahuan", TERKIRIM, update_modified=False)
	if doc.pemberitahuan_umpan_balik == MENUNGGU:
		_tell(doc.dari, doc, _("Umpan balik dari {0}").format(doc.nama_pelapor))
		doc.db_set("pemberitahuan_umpan_balik", TERKIRIM, update_modified=False)


def send_waiting_notices() -> None:
	"""Send every notice that still waits: run each minute, for those a killed worker left behind."""
	for name in frappe.get_all(
		"Disposisi",
		or_filters={"pemberitahuan": MENUNGGU, "pemberitahuan_umpan_balik": MENUNGGU},
		pluck="name",
		order_by="creation asc",
		limit=BANYAK_SEKALI_JALAN,
	):
		send_notices(name)
		# Each notice stands for itself: a failure with a later one must not take back those already written.
		frappe.db.commit()


def describe_surat(surat: Document) -> str:
	"""Return what a notice may say about a letter: the perihal only of an ordinary one.

	Source: SOP 000, "Operator wajib menjaga kerahasiaan surat".
	"""
	if surat.sifat != "Biasa":
		return _("Surat Rahasia, agenda {0}").format(surat.nomor_agenda)
	return f"{surat.perihal} ({_('agenda')} {surat.nomor_agenda})"


def _queue(disposisi: str, field: str) -> None:
	frappe.db.set_value("Disposisi", disposisi, field, MENUNGGU, update_modified=False)
	frappe.enqueue(TUGAS, queue="short", enqueue_after_commit=True, disposisi=disposisi)


def _tell(jabatan: str, doc: Document, judul: str) -> None:
	holder = holder_on(jabatan)
	if not holder or not holder.user:
		return
	surat = frappe.get_doc("Surat Masuk", doc.surat_masuk)
	isi = describe_surat(surat)
	_ring_bell(holder.user, surat, f"{judul}: {isi}")
	if has_outgoing_mail():
		_send_email(holder, surat, judul, isi)


def has_outgoing_mail() -> bool:
	"""Whether the office has set up an account to send e-mail from; without one the bell is all there is."""
	return bool(EmailAccount.find_default_outgoing())


def _ring_bell(user: str, surat: Document, judul: str) -> None:
	frappe.get_doc(
		{
			"doctype": "Notification Log",
			"for_user": user,
			"from_user": frappe.session.user,
			"type": "Alert",
			"document_type": "Surat Masuk",
			"document_name": surat.name,
			"subject": escape_html(judul),
		}
	).insert(ignore_permissions=True)


def _send_email(holder: frappe._dict, surat: Document, judul: str, isi: str) -> None:
	frappe.sendmail(
		recipients=[holder.user],
		subject=f"{judul}: {isi}",
		template="pemberitahuan_surat",
		args={
			"nama": holder.nama_lengkap,
			"judul": judul,
			"isi": isi,
			"tautan": get_url_to_form("Surat Masuk", surat.name),
		},
		reference_doctype="Surat Masuk",
		reference_name=surat.name,
		with_container=True,
	)
