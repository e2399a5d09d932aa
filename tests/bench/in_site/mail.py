"""Fetching mails from a real server into the quarantine: mail.py SITE MAILS. Needs Dovecot, as the unit tests do."""

import sys
import time
from collections.abc import Iterator

import frappe
from eoffice_app.tests.dasar import make_pdf
from eoffice_app.tests.kotak_surat import make_kotak_surat, take_kotak_away
from eoffice_app.tests.server_imap import ServerImap, imap_server
from eoffice_app.tests.surel import make_surel
from figures import Figure, hand_over
from frappe.model.document import Document

from in_site.connection import connected

GOAL = 120
THOUSAND = 1000
# Of ten mails so many bring a scan, as letters to an office do; the others are words alone.
WITH_SCAN = 7


def main(site: str, mails: int) -> None:
	"""Fetch them all, look whether each is there once, and hand over the figures."""
	with connected(site), imap_server() as server:
		kotak = make_kotak_surat(server)
		frappe.db.commit()
		try:
			deliver(server, kotak, mails)
			begun = time.perf_counter()
			fetch_all(server, kotak)
			seconds = time.perf_counter() - begun
			faults = mails - frappe.db.count("Pengajuan Surat", {"kotak_masuk": kotak.akun_surel})
		finally:
			frappe.db.rollback()
			take_kotak_away(kotak)
			frappe.db.commit()
	goal = GOAL * mails / THOUSAND
	hand_over(
		Figure(
			f"{mails:,} mails fetched and quarantined", seconds, "s", goal, f"{WITH_SCAN} of 10 with a scan"
		)
	)
	hand_over(Figure("mails lost or kept twice", abs(faults), "", 0, "counted in SQL"))


def deliver(server: ServerImap, kotak: Document, mails: int) -> None:
	"""Fill the mailbox with mails of which no two are alike."""
	server.deliver(get_address(kotak), make_mails(mails))


def make_mails(mails: int) -> Iterator[bytes]:
	"""Yield mails with and without a scan of one page."""
	for number in range(mails):
		berkas = {"surat.pdf": make_pdf()} if number % 10 < WITH_SCAN else {}
		yield make_surel(f"Dengan hormat,\n\nterlampir surat ke-{number}.\n", berkas)


def fetch_all(server: ServerImap, kotak: Document) -> None:
	"""Fetch as the scheduler does, until nothing waits."""
	while server.count_unread(get_address(kotak)):
		frappe.get_doc("Email Account", kotak.akun_surel).receive()


def get_address(kotak: Document) -> str:
	"""Return the address of a mailbox."""
	return frappe.db.get_value("Email Account", kotak.akun_surel, "email_id")


if __name__ == "__main__":
	main(sys.argv[1], int(sys.argv[2]))
