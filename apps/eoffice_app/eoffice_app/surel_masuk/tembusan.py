"""What comes by Sanapati goes on to the addresses of the tembusan at once, from the same mailbox (SOP 002, 2)."""

from collections.abc import Iterator
from contextlib import contextmanager

import frappe
from frappe import _
from frappe.model.document import Document

from eoffice_app.loket.berkas_pengajuan import JENIS_SURAT_ELEKTRONIK
from eoffice_app.surel_masuk.kotak import tell_keepers
from eoffice_app.surel_masuk.otomatis import automatic_mail

PENGAJUAN = "Pengajuan Surat"


def forward_pengajuan(kotak: Document, pengajuan: str) -> None:
	"""Put a copy of a berita for each address of the tembusan into Frappe's queue, within the running transaction.

	:param kotak: the Kotak Surat Masuk that it came into
	:param pengajuan: its Pengajuan Surat
	"""
	addresses = kotak.list_tembusan()
	if not addresses:
		return
	akun = frappe.db.get_value(
		"Email Account", kotak.akun_surel, ["email_id", "enable_outgoing"], as_dict=True
	)
	if not akun.enable_outgoing:
		tell_keepers(kotak, _("tembusan tidak dikirim, karena akun ini tidak dapat mengirim surel"))
		return
	doc = frappe.get_doc(PENGAJUAN, pengajuan)
	with automatic_mail(), _no_other_account():
		_queue(akun.email_id, doc, addresses)


@contextmanager
def _no_other_account() -> Iterator[None]:
	"""Let Frappe look for the account of the sender: otherwise it takes the one of the mail before, whoever sent that."""
	frappe.local.outgoing_email_account = {}
	try:
		yield
	finally:
		frappe.local.outgoing_email_account = {}


def _queue(pengirim: str, doc: Document, addresses: list[str]) -> None:
	frappe.sendmail(
		recipients=addresses,
		sender=pengirim,
		subject=f"Fwd: {doc.perihal}"[:200],
		template="tembusan_berita",
		args={"pengajuan": doc},
		attachments=[{"fid": name} for name in _list_files(doc)],
		reference_doctype=doc.doctype,
		reference_name=doc.name,
		add_unsubscribe_link=0,
		with_container=True,
	)


def _list_files(doc: Document) -> list[str]:
	kept = [row.berkas for row in doc.berkas if row.jenis != JENIS_SURAT_ELEKTRONIK]
	attached = {"attached_to_doctype": doc.doctype, "attached_to_name": doc.name}
	return frappe.get_all("File", filters={"file_url": ["in", kept or [""]], **attached}, pluck="name")
