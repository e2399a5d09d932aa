"""By e-mail: the signed PDF goes into Frappe's queue; what the mail server makes of it is read there.

The delivery is under way until the server has taken the mail; one that it refuses, after Frappe's own repetitions, comes
back with the reason; one that comes back later is the matter of `surel_kembali` (SOP 001, 4).
"""

import re

import frappe
from frappe import _
from frappe.model.document import Document
from frappe.utils import get_datetime

from eoffice_app.persuratan.pemberitahuan.pengirim import has_outgoing_mail
from eoffice_app.saluran.berkas import find_berkas
from eoffice_app.saluran.keadaan import DALAM_PENGIRIMAN, SUREL
from eoffice_app.saluran.pengiriman import (
	JejakKirim,
	lock_pengiriman,
	record_sent,
	record_undelivered,
	record_under_way,
)
from eoffice_app.surel_masuk.utas import find_answered

DITERIMA_SERVER = "Sent"
DITOLAK_SERVER = ("Error", "Partially Errored", "Expired")
SEKALI_JALAN = 500
# Such as (550, b'5.1.1 no such user').
ALASAN_SERVER = re.compile(r"\((\d{3}), b?(['\"])(.+?)\2\)")


class SurelKeluarBelumAdaError(frappe.ValidationError):
	"""The office has no account to send e-mail from."""


class SurelTidakDiantreError(frappe.ValidationError):
	"""Frappe did not take the mail into its queue."""


def send_surel(pengiriman: Document, operator: str | None) -> str:
	"""Put the mail of a delivery into the queue, and note that it is under way; return its state.

	:param pengiriman: a locked Pengiriman Surat that waits
	:param operator: account that sends; None where nobody was asked
	:raises SurelKeluarBelumAdaError: the office has no outgoing account
	:raises BerkasBertandaTidakAdaError: see `find_berkas`
	"""
	if not has_outgoing_mail():
		frappe.throw(
			_(
				"Kantor belum mempunyai akun surel keluar. Minta pengelola sistem mengisinya pada Email Account, atau kirim dengan cara lain."
			),
			SurelKeluarBelumAdaError,
			title=_("Surel keluar belum ada"),
		)
	antrean = _queue_mail(pengiriman)
	# Kept beside the queue, which Frappe clears while an answer may still be on its way.
	message_id = frappe.db.get_value("Email Queue", antrean, "message_id")
	trace = JejakKirim(operator=operator, antrean_surel=antrean, message_id=message_id)
	return record_under_way(pengiriman.name, trace)


def follow_queue() -> None:
	"""Note what became of the mails under way, each in its own transaction: run each minute."""
	rows = frappe.db.sql(
		"""
		select pengiriman.name from `tabPengiriman Surat` pengiriman
		join `tabEmail Queue` antrean on antrean.name = pengiriman.antrean_surel
		where pengiriman.cara = %s and pengiriman.keadaan = %s and antrean.status in %s
		limit %s
		""",
		(SUREL, DALAM_PENGIRIMAN, (DITERIMA_SERVER, *DITOLAK_SERVER), SEKALI_JALAN),
	)
	for (name,) in rows:
		frappe.db.rollback()
		follow_mail(name)
		frappe.db.commit()


def follow_mail(pengiriman: str) -> None:
	"""Note what became of the mail of one delivery, where its server has answered."""
	doc = lock_pengiriman(pengiriman)
	antrean = frappe.db.get_value(
		"Email Queue", doc.antrean_surel or "", ["status", "error", "modified"], as_dict=True
	)
	if not antrean or doc.keadaan != DALAM_PENGIRIMAN:
		return
	if antrean.status == DITERIMA_SERVER:
		record_sent(doc.name, JejakKirim(dikirim_pada=get_datetime(antrean.modified)))
	elif antrean.status in DITOLAK_SERVER:
		record_undelivered(doc.name, explain_refusal(antrean.error))


def explain_refusal(error: str | None) -> str:
	"""Return why a mail was not sent, with the server's own words where they are known."""
	found = ALASAN_SERVER.search(error or "")
	if not found:
		return _("Server surel tidak menerima kiriman ini. Periksa alamat surel penerima, lalu kirim ulang.")
	return _("Server surel menolak kiriman ini: {0} {1}").format(found[1], found[3])


def _queue_mail(pengiriman: Document) -> str:
	before = _list_queued(pengiriman)
	kantor = frappe.get_cached_doc("Pengaturan E-Office").nama_instansi or ""
	frappe.sendmail(
		recipients=[pengiriman.surel],
		subject=compose_subject(pengiriman),
		template="pengiriman_surat",
		args={"pengiriman": pengiriman, "kantor": kantor, "judul": compose_subject(pengiriman)},
		attachments=[{"fid": find_berkas(pengiriman.surat_keluar).name}],
		reference_doctype=pengiriman.doctype,
		reference_name=pengiriman.name,
		in_reply_to=find_answered(pengiriman),
		add_unsubscribe_link=0,
		with_container=True,
	)
	return _require_queued(pengiriman, before)


def _list_queued(pengiriman: Document) -> set[str]:
	reference = {"reference_doctype": pengiriman.doctype, "reference_name": pengiriman.name}
	# A number on some versions of Frappe, a text on others.
	return {str(name) for name in frappe.get_all("Email Queue", filters=reference, pluck="name")}


def _require_queued(pengiriman: Document, before: set[str]) -> str:
	# Not every version of Frappe says what it has queued; who once left its mailing lists gets nothing at all.
	new = _list_queued(pengiriman) - before
	if not new:
		frappe.throw(
			_(
				"Surel kepada {0} tidak masuk antrean. Periksa alamatnya; mungkin alamat itu pernah berhenti berlangganan surel kantor ini."
			).format(frappe.bold(pengiriman.surel)),
			SurelTidakDiantreError,
			title=_("Surel tidak terkirim"),
		)
	return new.pop()


def compose_subject(pengiriman: Document) -> str:
	"""Return the subject of the mail: of a letter that is not Biasa nothing but its number."""
	nomor = _("Surat nomor {0}").format(pengiriman.nomor_surat or "-")
	return f"{nomor}: {pengiriman.perihal}"[:140] if pengiriman.sifat == "Biasa" else nomor
