"""Texts as papers write them."""

from html import unescape


def write_text(text: str | None) -> str:
	"""Return a text as its writer typed it.

	Frappe keeps "<" and "&" of a text that holds "<" in their HTML spelling; a paper shows what was meant, and its template
	escapes it once more.
	"""
	return unescape(text or "")
