"""The e-mail the office sends: an account that hands it to the tests' SMTP server, and what arrives there."""

import mailbox
import os
import socket
import time
from collections.abc import Iterator
from contextlib import contextmanager
from email.message import EmailMessage
from email.parser import BytesParser
from email.policy import default
from pathlib import Path

from aiosmtpd.controller import Controller

from support.bench import run_bench
from support.office import Office
from support.rest import Rest

SENDER = "surat@kantor.example"


def let_office_send(administrator: Rest) -> None:
	"""Give the office its outgoing account, as an administrator does in the desk, unless it has one."""
	account = administrator.get("/api/resource/Email Account", filters=[["email_id", "=", SENDER]]).json()
	if not account["data"]:
		administrator.insert(
			"Email Account",
			email_account_name="Surat Kantor",
			email_id=SENDER,
			enable_outgoing=1,
			default_outgoing=1,
			no_smtp_authentication=1,
			smtp_server="127.0.0.1",
			smtp_port=os.environ["EOFFICE_SMTP_PORT"],
		)


def list_mails(address: str) -> list[EmailMessage]:
	"""Every mail that has arrived for an address, the oldest first."""
	box = mailbox.Maildir(Path(os.environ["EOFFICE_MAILDIR"]))
	parser = BytesParser(policy=default)
	mails = [(os.path.getmtime(Path(box._path) / box._lookup(key)), box.get_bytes(key)) for key in box.keys()]
	return [mail for _, content in sorted(mails) if address in (mail := parser.parsebytes(content))["To"]]


def wait_for_mail(office: Office, address: str, word: str, seconds: float = 60) -> EmailMessage:
	"""Return the newest mail to an address that holds `word`, sending the office's queue as its scheduler does.

	Raises TimeoutError when none arrives.
	"""
	deadline = time.monotonic() + seconds
	while time.monotonic() < deadline:
		found = [mail for mail in list_mails(address) if word in read_text(mail)]
		if found:
			return found[-1]
		run_bench(office, "execute", "frappe.email.queue.flush")
		time.sleep(1)
	raise TimeoutError(f"no mail to {address} with {word!r}")


def read_text(mail: EmailMessage) -> str:
	"""Subject and body of a mail in one text."""
	return f"{mail['Subject']}\n{mail.get_body(('html', 'plain')).get_content()}"


class _Refusing:
	"""What a server does that knows none of its mailboxes."""

	async def handle_RCPT(self, server, session, envelope, address, rcpt_options) -> str:
		return "550 5.1.1 No such mailbox"


@contextmanager
def mailboxes_refused(administrator: Rest) -> Iterator[None]:
	"""Let the office's mail go to a server that refuses every mailbox, and to the tests' own again afterwards."""
	server = Controller(_Refusing(), hostname="127.0.0.1", port=_find_free_port())
	server.start()
	try:
		_set_port(administrator, server.port)
		yield
	finally:
		_set_port(administrator, os.environ["EOFFICE_SMTP_PORT"])
		server.stop()


def _find_free_port() -> int:
	with socket.create_server(("127.0.0.1", 0)) as listening:
		return listening.getsockname()[1]


def _set_port(administrator: Rest, port: int | str) -> None:
	account = administrator.get("/api/resource/Email Account", filters=[["email_id", "=", SENDER]]).json()
	administrator.put(f"/api/resource/Email Account/{account['data'][0]['name']}", smtp_port=str(port))
