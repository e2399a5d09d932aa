"""A mail as it came, read into plain values: who, what, when, which files, and which mail it answers (RFC 5322, 2045).

Nothing in a mail is believed: each part that cannot be read is passed by, and the mail itself is kept as it came.
"""

import re
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timezone
from email import message_from_bytes
from email.message import Message
from email.parser import BytesHeaderParser
from email.utils import getaddresses, parsedate_to_datetime
from hashlib import sha256

from eoffice_app.surel_masuk.bagian import LampiranSurel, list_lampiran, read_isi
from eoffice_app.surel_masuk.otomatis import is_automatic
from eoffice_app.surel_masuk.teks import read_header

NOMOR_PESAN = re.compile(r"<([^<>\s]{1,250})>")
# What makes a mail that mail: these lines and its body. The lines that each server on its way adds are not among them.
BARIS_PENGENAL = ("Message-ID", "From", "Date", "Subject")
UTAS_TERBANYAK = 20


@dataclass(frozen=True)
class PesanSurel:
	"""A mail: `sidik` is the same for the same mail however often it comes, `utas` are the mails it answers, the nearest
	first (each without its brackets), `tanggal` is when it was written (UTC, without zone), `terbaca` whether its parts could be read."""

	sidik: str
	message_id: str
	utas: tuple[str, ...]
	nama_pengirim: str
	surel: str
	perihal: str
	tanggal: datetime | None
	isi: str
	lampiran: tuple[LampiranSurel, ...]
	otomatis: bool
	terbaca: bool = True


def read_pesan(isi: bytes, alamat_kantor: Collection[str] = ()) -> PesanSurel:
	"""Read a mail; of one whose parts cannot be told apart, its head alone.

	:param isi: the mail as the server keeps it
	:param alamat_kantor: the office's own addresses, in small letters
	"""
	try:
		pesan = message_from_bytes(isi)
		parts = read_isi(pesan), tuple(list_lampiran(pesan))
	except RecursionError:
		# Parts within parts, thousands of them: no person writes such a mail.
		return read_kepala(isi, alamat_kantor)
	return _compose(pesan, isi, alamat_kantor, *parts)


def read_kepala(isi: bytes, alamat_kantor: Collection[str] = ()) -> PesanSurel:
	"""Read the head of a mail and nothing else."""
	return _compose(BytesHeaderParser().parsebytes(isi), isi, alamat_kantor, "", (), terbaca=False)


def _compose(
	pesan: Message,
	content: bytes,
	alamat_kantor: Collection[str],
	isi: str,
	lampiran: tuple[LampiranSurel, ...],
	terbaca: bool = True,
) -> PesanSurel:
	nama, surel = _read_pengirim(pesan)
	return PesanSurel(
		sidik=_make_sidik(pesan, content),
		message_id=next(iter(_list_ids(pesan, "Message-ID")), ""),
		utas=_list_utas(pesan),
		nama_pengirim=nama[:140],
		surel=surel,
		perihal=read_header(pesan, "Subject"),
		tanggal=_read_tanggal(pesan),
		isi=isi,
		lampiran=lampiran,
		otomatis=is_automatic(pesan, surel, alamat_kantor),
		terbaca=terbaca,
	)


def _make_sidik(pesan: Message, content: bytes) -> str:
	head = "\n".join(read_header(pesan, name) for name in BARIS_PENGENAL).encode()
	body = re.split(rb"\r?\n\r?\n", content, maxsplit=1)[1:]
	return sha256(head + b"\n\n" + b"".join(body)).hexdigest()


def _read_pengirim(pesan: Message) -> tuple[str, str]:
	addresses = getaddresses([read_header(pesan, name) for name in ("From", "Sender", "Reply-To")])
	nama, surel = next(((nama, surel) for nama, surel in addresses if "@" in surel), ("", ""))
	return nama or surel, surel.lower()[:140]


def _list_utas(pesan: Message) -> tuple[str, ...]:
	# The last of the references is the mail that is answered, the one before what that one answered.
	ids = [*_list_ids(pesan, "In-Reply-To"), *reversed(_list_ids(pesan, "References"))]
	return tuple(dict.fromkeys(ids))[:UTAS_TERBANYAK]


def _list_ids(pesan: Message, nama: str) -> list[str]:
	return NOMOR_PESAN.findall(read_header(pesan, nama))


def _read_tanggal(pesan: Message) -> datetime | None:
	try:
		moment = parsedate_to_datetime(read_header(pesan, "Date"))
		return moment.astimezone(timezone.utc).replace(tzinfo=None) if moment.tzinfo else moment
	except (ValueError, TypeError, OverflowError, IndexError):
		return None
