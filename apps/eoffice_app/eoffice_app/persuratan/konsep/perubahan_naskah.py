"""What changed between two versions of a text, line by line. Plain values only: no database here."""

import re
from difflib import SequenceMatcher

from frappe.utils import strip_html

TETAP, DITAMBAH, DIHAPUS = "tetap", "ditambah", "dihapus"
AKHIR_BARIS = re.compile(r"</(?:p|div|li|h[1-6]|tr|blockquote)>|<br\s*/?>", re.IGNORECASE)


def split_lines(kepala: str | None, isi: str | None) -> list[str]:
	"""Return a text as lines: those above the body, then the body's without its HTML."""
	body = strip_html(AKHIR_BARIS.sub("\n", isi or ""))
	lines = (line.strip() for line in f"{kepala or ''}\n{body}".split("\n"))
	return [line for line in lines if line]


def compare(lama: list[str], baru: list[str]) -> list[dict]:
	"""Return the lines of two versions in their order.

	:return: dicts of `teks` and `jenis` (TETAP, DITAMBAH, DIHAPUS); of a changed line the old one comes first
	"""
	lines = []
	for tag, start, end, begin, stop in SequenceMatcher(None, lama, baru, autojunk=False).get_opcodes():
		if tag == "equal":
			lines += _mark(lama[start:end], TETAP)
		else:
			lines += _mark(lama[start:end], DIHAPUS) + _mark(baru[begin:stop], DITAMBAH)
	return lines


def _mark(lines: list[str], jenis: str) -> list[dict]:
	return [{"jenis": jenis, "teks": teks} for teks in lines]
