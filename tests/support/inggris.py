"""Finds English on a screen, by the words of Frappe's own texts that no Indonesian text of ours or Frappe's needs."""

import csv
import re
from pathlib import Path

from playwright.sync_api import Page

APP = Path(__file__).parents[2] / "apps" / "eoffice_app" / "eoffice_app"
WORD = re.compile(r"(?<![\w@./-])[A-Za-z]{3,}(?![\w@/-]|\.\w)")
# What a translation leaves as it is: code, places for values, and tags.
NO_TEXT = re.compile(r"<(code|pre)\b.*?</\1>|\{[^}]*\}|<[^>]*>|&\w+;", re.DOTALL)
CALL = re.compile(r"""\b__?\(\s*(?:"((?:[^"\\\n]|\\.)*)"|'((?:[^'\\\n]|\\.)*)')""")
# English words that an Indonesian office uses as they are: names of keys, of things of a computer, and of accounts.
LAZIM = set(
	"administrator api bcc csv ctrl doctype esc excel guest html imap internet json min pdf smtp tab url workflow zip".split()
)

# Texts and names as a person reads or hears them; not what is data of the office, and not what is typed as code.
GATHER = """(without) => {
	const seen = new Set();
	const counts = (each) => each && !each.closest(without) && each.checkVisibility();
	const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
	while (walker.nextNode()) {
		const { parentElement, textContent } = walker.currentNode;
		if (textContent.trim() && counts(parentElement)) seen.add(textContent);
	}
	const names = ["placeholder", "aria-label", "title", "data-original-title", "alt"];
	for (const each of document.querySelectorAll(names.map((name) => `[${name}]`).join())) {
		if (counts(each)) names.forEach((name) => seen.add(each.getAttribute(name) || ""));
	}
	return [...seen].map((text) => text.trim().replace(/\\s+/g, " ")).filter(Boolean);
}"""
DATA = (
	"script",
	"style",
	"noscript",
	"code",
	"pre",
	".dt-scrollable",
	".dt-filter",
	".list-row",
	".ace_editor",
	".ql-editor",
	".like-disabled-input",
	".timeline-content",
	# Names of columns, for who makes forms.
	".tooltip-content",
	".title-text",
	"#navbar-breadcrumbs",
	".avatar",
)


class Inggris:
	"""The English words of a bench's Frappe."""

	def __init__(self, bench: Path):
		frappe = bench / "apps" / "frappe" / "frappe"
		english, indonesian = set(), set(LAZIM)
		for source in (frappe, APP):
			for text, translated, *_context in _read_rows(source / "translations" / "id.csv"):
				if text.strip() != translated.strip():
					english |= _words(text)
		for text, *_rest in _read_rows(APP / "translations" / "en.csv"):
			indonesian |= _words(text)
		for _text, translated, *_context in _read_rows(APP / "translations" / "id.csv"):
			indonesian |= _words(translated)
		for script in (frappe / "public" / "js" / "frappe").rglob("*.js"):
			english |= _words(" ".join(map("".join, CALL.findall(script.read_text()))))
		self._words = english - indonesian

	def find(self, page: Page) -> list[str]:
		"""Return the texts that a person sees on a page, or a screen reader says, and that hold an English word."""
		texts = page.evaluate(GATHER, ", ".join(DATA))
		return sorted(text for text in texts if _words(text) & self._words)


def _words(text: str) -> set[str]:
	return {word.lower() for word in WORD.findall(NO_TEXT.sub(" ", text))}


def _read_rows(path: Path) -> list[list[str]]:
	with path.open(newline="") as file:
		return [row for row in csv.reader(file) if len(row) > 1]
