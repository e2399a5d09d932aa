"""The words of a page of HTML. The parser bounds how deep a page may nest and takes hostile ones in no time."""

import re
from collections.abc import Iterator

from lxml import etree

TERBESAR = 1_000_000
TIDAK_TAMPAK = ("script", "style", "head", "title", "template", "noscript", "object", "iframe", "svg")
BARIS_BARU = {
	*("address", "blockquote", "br", "div", "dd", "dl", "dt", "fieldset", "figure", "footer", "form", "h1"),
	*("h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "ol", "p", "pre", "section", "table", "tr", "ul"),
}
SEL = ("td", "th")


def convert_html(html: str) -> str:
	"""Return the words of a page without anything that runs, loads or is hidden; a link shows where it leads."""
	parser = etree.HTMLParser(remove_comments=True, remove_pis=True, no_network=True, encoding="utf-8")
	content = html[:TERBESAR].encode("utf-8", "replace")
	root = etree.fromstring(content, parser) if content.strip() else None
	words = "" if root is None else "".join(_read_words(root))
	lines = (" ".join(line.split()) for line in words.split("\n"))
	return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()


def _read_words(root) -> Iterator[str]:
	walk = etree.iterwalk(root, events=("start", "end"))
	for event, node in walk:
		if event == "end":
			yield _break_line(node) if node.tag not in ("br", *SEL) else ""
			yield _join(node.tail)
		elif node.tag in TIDAK_TAMPAK:
			walk.skip_subtree()
		else:
			yield _break_line(node) + _show_address(node) + _join(node.text)


def _break_line(node) -> str:
	return "\n" if node.tag in BARIS_BARU else " " if node.tag in SEL else ""


def _show_address(node) -> str:
	# Before its words: what they promise and where they lead are two things.
	address = node.get("href") or ""
	is_shown = node.tag == "a" and address.startswith(("http://", "https://"))
	return f"[{address}] " if is_shown else ""


def _join(text: str | None) -> str:
	return re.sub(r"\s+", " ", text or "")
