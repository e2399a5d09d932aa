"""Mail that comes back: what a mail server writes when it could not deliver what another had taken (RFC 3464).

The office reads the mailbox that it sends from as an Email Account of Frappe's. A report names the mail it is about by
that mail's Message-ID, which Frappe keeps with its queue; so it is found without a word of the subject.
"""

from email import message_from_bytes
from email.message import Message

import frappe
from frappe import _
from frappe.model.document import Document

from eoffice_app.persuratan.pemberitahuan.pengirim import ring_bell
from eoffice_app.saluran.pengiriman import DOCTYPE, lock_pengiriman, record_undelivered
from eoffice_app.saluran.petugas import list_senders

GAGAL = "failed"
# An original of which only the head comes back has the second of these.
SALINAN_ASLI = ("message/rfc822", "text/rfc822-headers")


def note_returned(pesan: Message) -> list[str]:
	"""Note of the deliveries that a returned mail is about that they did not arrive, and tell who sends them.

	:param pesan: any mail; one that is no report of a failure changes nothing
	:return: names of the deliveries that it changed
	"""
	failure = find_failure(pesan)
	if not failure:
		return []
	message_id, alasan = failure
	queued = frappe.get_all("Email Queue", filters={"message_id": message_id}, pluck="name")
	# One by one: Frappe reads a list of none as one of empty fields.
	names = [frappe.db.get_value(DOCTYPE, {"antrean_surel": str(name)}) for name in queued]
	return [name for name in names if name and _note(name, alasan)]


def find_failure(pesan: Message) -> tuple[str, str] | None:
	"""Return which mail a report says could not be delivered, and why; None for any other mail.

	:return: the Message-ID without its brackets, and the words of the server
	"""
	fields = next((part for part in pesan.walk() if _is_failure(part)), None)
	message_id = next((found for part in pesan.walk() if (found := _read_message_id(part))), None)
	if fields is None or not message_id:
		return None
	said = str(fields.get("Diagnostic-Code") or fields.get("Status") or "").partition(";")
	return message_id, " ".join((said[2] or said[0]).split())


def _is_failure(part: Message) -> bool:
	return str(part.get("Action") or "").strip().lower() == GAGAL


def _read_message_id(part: Message) -> str | None:
	if part.get_content_type() not in SALINAN_ASLI:
		return None
	head = part.get_payload(0) if part.is_multipart() else _parse_head(part)
	return str(head.get("Message-ID") or "").strip().strip("<>") or None


def _parse_head(part: Message) -> Message:
	# A part of text: its lines are the head of the original.
	return message_from_bytes(part.get_payload(decode=True) or b"")


def _note(name: str, alasan: str) -> bool:
	doc = lock_pengiriman(name)
	words = _("Surel kembali: {0}").format(alasan or _("tidak dapat disampaikan"))
	# Somebody may have noted meanwhile that it was received after all, or sent it anew by another way.
	if doc.diterima_pada or not record_undelivered(name, words):
		return False
	for user in list_senders(doc):
		ring_bell(user, _describe(doc), "Administrator", name, doctype=DOCTYPE)
	return True


def _describe(doc: Document) -> str:
	if doc.sifat != "Biasa":
		return _("Surel surat nomor {0} kembali").format(doc.nomor_surat or "-")
	return _("Surel surat nomor {0} kepada {1} kembali").format(doc.nomor_surat or "-", doc.nama_penerima)
