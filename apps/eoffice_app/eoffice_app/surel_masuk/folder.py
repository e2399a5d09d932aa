"""A folder of a mailbox as its server shows it (IMAP, RFC 9051): what waits in it, how large, and its content."""

import imaplib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from frappe.utils import cint

# Of a larger mail only the head is fetched: it would be in memory some times over.
UKURAN_TERBESAR = 50 * 1024**2
SEKALI_TANYA = 500
UKURAN = re.compile(rb"UID (\d+).*RFC822\.SIZE (\d+)|RFC822\.SIZE (\d+).*UID (\d+)")
BULAN = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


@dataclass(frozen=True)
class FolderSurat:
	"""A selected folder of which mails from a day on are taken, None for all; `uidvalidity` changes when the server numbers
	its mails anew."""

	imap: imaplib.IMAP4
	sejak: date | None
	uidvalidity: str

	def search(self, *criteria: str) -> list[int]:
		"""Return the numbers of the mails that match, and are not deleted."""
		since = [f"SINCE {self.sejak.day:02}-{BULAN[self.sejak.month - 1]}-{self.sejak.year}"]
		found = self.ask("SEARCH", "UNDELETED", *(since if self.sejak else []), *criteria)
		return sorted(int(number) for line in found if line for number in line.split())

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
	"""Yield each mail that is still there with its size."""
	for start in range(0, len(uids), SEKALI_TANYA):
		wanted = ",".join(map(str, uids[start : start + SEKALI_TANYA]))
		lines = folder.ask("FETCH", wanted, "(RFC822.SIZE)")
		matches = (UKURAN.search(line) for line in lines if isinstance(line, bytes))
		yield from sorted(_read_match(match) for match in matches if match)


def _read_match(match: re.Match) -> tuple[int, int]:
	uid, size, size_first, uid_last = match.groups()
	return int(uid or uid_last), int(size or size_first)
