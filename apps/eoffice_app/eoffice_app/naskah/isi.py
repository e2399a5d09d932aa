"""The body of a letter as its page shows it: nothing that runs, and nothing that would be fetched while it is printed."""

import re
from collections.abc import Callable

from bs4 import BeautifulSoup, Tag

from eoffice_app.naskah.tempat import is_tempat

# What the editor of the desk makes, and what is pasted into it from a word processor.
TANDA = frozenset(
	"p br div span strong b em i u s sub sup h1 h2 h3 h4 h5 h6 ol ul li blockquote pre code hr img a "
	"table caption colgroup col thead tbody tfoot tr th td".split()
)
SIFAT_TANDA = frozenset(("class", "style", "colspan", "rowspan", "width", "height", "data-list", "start"))
# With all that they hold: what stands in these is no text of the letter.
TANPA_ISI = ("script", "style", "head", "title", "iframe", "object", "svg", "math", "template", "noscript")
GAMBAR_TERTANAM = re.compile(r"data:image/(?:png|jpe?g|gif);base64,[A-Za-z0-9+/=\s]+")
# No url(), expression() or the like: colours are the only functions a letter needs.
GAYA_BAIK = re.compile(r"[\w\s.,#%-]*(?:rgba?\([\d\s.,%]+\))?[\w\s.,#%!-]*")


def clean_isi(isi: str | None, embed: Callable[[str], str]) -> str:
	"""Return a body as HTML that is only text, its look and its pictures.

	Frappe cleans what is saved, but leaves alone what happens to be JSON, and lets pass what a browser never fetches.

	:param embed: returns the picture of an address as a data address; "" for one that may not stand in this letter
	"""
	body = BeautifulSoup(isi or "", "html.parser")
	for element in body.find_all(TANPA_ISI):
		element.decompose()
	for element in body.find_all(True):
		if element.name in TANDA:
			_clean(element, embed)
		else:
			element.unwrap()
	return str(body)


def _clean(element: Tag, embed: Callable[[str], str]) -> None:
	kept = {key: value for key, value in element.attrs.items() if key in SIFAT_TANDA}
	kept["style"] = _clean_style(element.get("style", ""))
	if element.name == "img":
		kept["src"] = _get_picture(element.get("src", ""), embed)
	if element.name == "a":
		kept["href"] = _get_link(element.get("href", ""))
	element.attrs = {key: value for key, value in kept.items() if value}
	if element.name == "img" and not kept["src"]:
		element.decompose()


def _clean_style(style: str) -> str:
	rules = (rule.partition(":") for rule in style.split(";"))
	return "; ".join(
		f"{name.strip()}: {value.strip()}"
		for name, _colon, value in rules
		if re.fullmatch(r"[\s\w-]+", name) and value.strip() and GAYA_BAIK.fullmatch(value)
	)


def _get_picture(address: str, embed: Callable[[str], str]) -> str:
	return address if GAMBAR_TERTANAM.fullmatch(address) else embed(address)


def _get_link(address: str) -> str:
	# A link that looks like a place would move the signature or the number.
	return (
		address if address.startswith(("https://", "http://", "mailto:")) and not is_tempat(address) else ""
	)
