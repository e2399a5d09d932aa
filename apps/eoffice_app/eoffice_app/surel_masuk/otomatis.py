"""Mail that nobody wrote: automatic answers, reports of mail servers, and the office's own mail that came back.

None of it is answered, so that two machines never write to each other for ever (RFC 3834).
"""

from collections.abc import Collection, Iterator
from contextlib import contextmanager
from email.message import Message

import frappe

from eoffice_app.surel_masuk.teks import read_header

MASSAL = ("bulk", "junk", "list", "auto_reply")
TANDA = ("X-Auto-Response-Suppress", "X-Autoreply", "X-Autorespond", "X-Auto-Reply-From", "X-Loop")
SERVER_SUREL = ("mailer-daemon", "postmaster")


def is_automatic(pesan: Message, pengirim: str, alamat_kantor: Collection[str]) -> bool:
	"""Whether nobody wrote a mail as a person writes one.

	:param pengirim: address of the sender, in small letters
	:param alamat_kantor: the office's own addresses, in small letters
	"""
	return (
		read_header(pesan, "Auto-Submitted").lower() not in ("", "no")
		or read_header(pesan, "Precedence").lower() in MASSAL
		or any(pesan.get(name) is not None for name in TANDA)
		or read_header(pesan, "Return-Path") == "<>"
		or pesan.get_content_type() == "multipart/report"
		or pengirim.partition("@")[0] in SERVER_SUREL
		or pengirim in alamat_kantor
	)


@contextmanager
def automatic_mail() -> Iterator[None]:
	"""Mark the mails queued inside as written by a machine, so that no other machine answers them."""
	frappe.flags.surel_otomatis = True
	try:
		yield
	finally:
		frappe.flags.surel_otomatis = False


def mark_automatic(surel) -> None:
	"""Write the mark into a mail: Frappe's hook `make_email_body_message`.

	:param surel: the EMail that Frappe composes
	"""
	if frappe.flags.surel_otomatis:
		surel.set_header("Auto-Submitted", "auto-generated")
		surel.set_header("X-Auto-Response-Suppress", "All")
