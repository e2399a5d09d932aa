"""The parts of a mail: its words, and the files that came with it, also those of a mail forwarded inside it."""

import mimetypes
import os
from collections.abc import Iterator
from dataclasses import dataclass
from email.message import Message

from eoffice_app.surel_masuk.teks import clean_text, read_header, read_text

SURAT_TERUSAN = "message/rfc822"
# Deeper than any mail that people forwarded to each other; the mail itself is kept whole.
TERDALAM = 20
LAMPIRAN_TERBANYAK = 100
PANJANG_NAMA = 100


@dataclass(frozen=True)
class LampiranSurel:
	"""A file that came with a mail, by the name that its sender gave it."""

	nama: str
	isi: bytes


def read_isi(pesan: Message) -> str:
	"""Return the words of a mail and of those forwarded in it: of two wordings of the same the plain one."""
	return clean_text("\n\n".join(_list_texts(pesan, TERDALAM)))


def list_lampiran(pesan: Message) -> Iterator[LampiranSurel]:
	"""Yield the files of a mail and of those forwarded in it, in their order; empty ones are none."""
	files = (part for part in _walk(pesan, TERDALAM) if _is_file(part))
	for number, part in enumerate(files, start=1):
		content = part.get_payload(decode=True)
		if content and number <= LAMPIRAN_TERBANYAK:
			yield LampiranSurel(_read_nama(part, number), content)


def _list_texts(part: Message, depth: int) -> list[str]:
	if depth == 0:
		return []
	if part.get_content_type() == SURAT_TERUSAN and part.is_multipart():
		return [_describe_terusan(part.get_payload(0)), *_list_texts(part.get_payload(0), depth - 1)]
	if part.get_content_maintype() == "multipart" and part.is_multipart():
		return _list_texts_of_parts(part, depth)
	if part.get_content_maintype() != "text" or part.is_multipart() or _is_file(part):
		return []
	text = read_text(part)
	return [text] if text else []


def _list_texts_of_parts(part: Message, depth: int) -> list[str]:
	kinds = [(child.get_content_type(), _list_texts(child, depth - 1)) for child in part.get_payload()]
	if part.get_content_subtype() != "alternative":
		return [text for _kind, texts in kinds for text in texts]
	plain = next((texts for kind, texts in kinds if kind == "text/plain" and texts), None)
	return plain or next((texts for _kind, texts in reversed(kinds) if texts), [])


def _describe_terusan(pesan: Message) -> str:
	lines = [f"{name}: {read_header(pesan, name)}" for name in ("From", "Date", "To", "Subject")]
	return "\n".join(["-" * 20, *(line for line in lines if not line.endswith(": "))])


def _walk(part: Message, depth: int) -> Iterator[Message]:
	if not part.is_multipart():
		yield part
	elif depth and part.get_content_type() != "message/delivery-status":
		for child in part.get_payload():
			yield from _walk(child, depth - 1)


def _is_file(part: Message) -> bool:
	if part.get_content_maintype() == "multipart":
		return False
	is_named = bool(part.get_filename()) or part.get_content_disposition() == "attachment"
	return is_named or part.get_content_maintype() not in ("text", "message")


def _read_nama(part: Message, number: int) -> str:
	"""The last part of the name alone, whatever way through folders the sender wrote before it."""
	given = read_header(_wrap(part.get_filename() or ""), "Nama").replace("\\", "/").rpartition("/")[2]
	stem, ending = os.path.splitext(given.strip(". "))
	if not stem:
		ending = mimetypes.guess_extension(part.get_content_type()) or ".bin"
	return f"{stem or f'lampiran-{number}'}"[:PANJANG_NAMA] + ending[:12]


def _wrap(nama: str) -> Message:
	# Programs write names both in the way meant for them and in the one meant for the lines of a head.
	wrapped = Message()
	wrapped["Nama"] = " ".join(nama.split())
	return wrapped
