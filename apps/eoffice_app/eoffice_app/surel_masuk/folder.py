"""A folder of a mailbox as its server shows it (IMAP, RFC 9051): what waits in it, how large, and its content."""

import imaplib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta, timezone
from email.utils import parsedate_to_datetime

from frappe.utils import cint, convert_utc_to_system_timezone

# Of a larger mail only the head is fetched: it would be in memory some times over.
UKURAN_TERBESAR = 50 * 1024**2
SEKALI_TANYA = 500
NOMOR = re.compile(rb"\bUID (\d+)")
UKURAN = re.compile(rb"\bRFC822\.SIZE (\d+)")
DITERIMA = re.compile(rb'\bINTERNALDATE "([^"]+)"')
BULAN = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


@dataclass(frozen=True)
class FolderSurat:
	"""A selected folder of which mails from a day on (the office's) are taken, None for all; `uidvalidity` changes when the
	server numbers its mails anew."""

	imap: imaplib.IMAP4
	sejak: date | None
	uidvalidity: str

	def search(self, *criteria: str) -> list[int]:
		"""Return the numbers of the mails that match, and are not deleted; with those of the day before they are taken."""
		found = self.ask("SEARCH", "UNDELETED", *self._since(), *criteria)
		return sorted(int(number) for line in found if line for number in line.split())

	def _since(self) -> list[str]:
		if not self.sejak:
			return []
		# A server compares days of its own time zone (RFC 9051, 6.4.4); the office's may begin up to a day earlier.
		day = self.sejak - timedelta(days=1)
		return [f"SINCE {day.day:02}-{BULAN[day.month - 1]}-{day.year}"]

	def takes(self, diterima: str) -> bool:
		"""Whether a mail is taken that the server received at a moment, as IMAP writes it."""
		moment = parsedate_to_datetime(diterima).astimezone(timezone.utc).replace(tzinfo=None)
		return not self.sejak or convert_utc_to_system_timezone(moment).date() >= self.sejak

	def fetch(self, uid: int, ukuran: int) -> tuple[bytes | None, bool]:
		"""Return a mail, and whether it is the whole of it; None where it is gone."""
		is_whole = ukuran <= UKURAN_TERBESAR
		answer = self.ask("FETCH", str(uid), "(BODY.PEEK[])" if is_whole else "(BODY.PEEK[HEADER])")
		return next((part[1] for part in answer if isinstance(part, tuple)), None), is_whole

	def mark_seen(self, uid: int) -> None:
		"""Note on the server that a mail is safely kept."""
		self.ask("STORE", str(uid), "+FLAGS.SILENT", "(\\Seen)")

	def ask(self, *command: str) -> list:
		"""Return what the server answers to a command about its numbered mails.

		:raises imaplib.IMAP4.abort: it refuses
		"""
		status, answer = self.imap.uid(*command)
		if status != "OK":
			raise imaplib.IMAP4.abort(b" ".join(part for part in answer if isinstance(part, bytes)))
		return answer


def read_selected(imap: imaplib.IMAP4, sejak: date | None) -> FolderSurat:
	"""Return the folder that has just been selected."""
	return FolderSurat(imap, sejak, (imap.response("UIDVALIDITY")[1][0] or b"").decode())


def list_waiting(folder: FolderSurat, uidvalidity: str | None, uidnext: str | int | None) -> list[int]:
	"""Return the mails to fetch, the oldest first: those nobody has read, and those that came after the last one fetched.

	:param uidvalidity: as remembered; where it has changed the numbers mean nothing any more
	:param uidnext: the first number not yet fetched, as remembered
	"""
	unread = folder.search("UNSEEN")
	first = cint(uidnext)
	if not first or uidvalidity != folder.uidvalidity:
		return unread
	# The server always names its last mail here, also where it has been fetched.
	later = [uid for uid in folder.search(f"UID {first}:*") if uid >= first]
	return sorted({*unread, *later})


def read_sizes(folder: FolderSurat, uids: list[int]) -> Iterator[tuple[int, int]]:
	"""Yield each mail that is still there, and not older than what is taken, with its size."""
	for start in range(0, len(uids), SEKALI_TANYA):
		wanted = ",".join(map(str, uids[start : start + SEKALI_TANYA]))
		lines = folder.ask("FETCH", wanted, "(RFC822.SIZE INTERNALDATE)")
		# A server may name what it was not asked for: marks that somebody has just changed.
		answers = [line for line in lines if isinstance(line, bytes) and DITERIMA.search(line)]
		yield from sorted(
			(_read_number(NOMOR, line), _read_number(UKURAN, line))
			for line in answers
			if folder.takes(DITERIMA.search(line)[1].decode())
		)


def _read_number(pattern: re.Pattern, line: bytes) -> int:
	return int(pattern.search(line)[1])
