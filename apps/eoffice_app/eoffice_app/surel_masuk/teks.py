"""The words of a mail as plain text, whatever charset, encoding or HTML the sender's program made of them."""

import re
from email.errors import HeaderParseError
from email.header import decode_header
from email.message import Message

from eoffice_app.surel_masuk.html_polos import convert_html

# More than a letter, and little enough for a form to show and a database to search.
PANJANG_TERBESAR = 100_000
TANDA_KENDALI = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")


def read_header(pesan: Message, nama: str) -> str:
	"""Return a header's text in one line; "" where there is none."""
	raw = next((str(value) for key, value in pesan.raw_items() if key.lower() == nama.lower()), "")
	line = " ".join(_decode_raw(raw).split())
	try:
		text = "".join(_decode(part, charset) for part, charset in decode_header(line))
	except (HeaderParseError, ValueError):
		text = line
	return " ".join(clean_text(text).split())


def read_text(bagian: Message) -> str:
	"""Return the text of a part of a mail, of type text/plain or text/html."""
	text = _decode(bagian.get_payload(decode=True) or b"", bagian.get_content_charset())
	return clean_text(convert_html(text) if bagian.get_content_type() == "text/html" else text)


def clean_text(text: str) -> str:
	"""Return a text without the characters that a form or the database cannot hold, of bearable length."""
	without = TANDA_KENDALI.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
	return without.strip()[:PANJANG_TERBESAR]


def _decode_raw(value: str) -> str:
	"""What was not ASCII although it should have been."""
	content = value.encode("utf-8", "surrogateescape")
	return _decode(content, "utf-8")


def _decode(part: bytes | str, charset: str | None) -> str:
	if isinstance(part, str):
		return part
	for name in (charset, "utf-8"):
		try:
			return part.decode(name or "utf-8")
		except (LookupError, UnicodeError):
			continue
	# Each byte means something there: words with a few wrong letters rather than none.
	return part.decode("cp1252", "replace")
