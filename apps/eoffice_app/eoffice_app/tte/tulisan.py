"""Lines of text for a PDF page, in the font every PDF reader has. No database here."""

from pikepdf import Dictionary, Name, Page

BIASA, TEBAL = "Helvetica", "Helvetica-Bold"
# Thousandths of the size that each sign from the space to the tilde is wide, by the font's published metrics.
LEBAR_BIASA = (
	*(278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278),
	*(556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556),
	*(1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778),
	*(667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556),
	*(333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556),
	*(556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584),
)
LEBAR_LAIN = 600
# Bold is nowhere wider than this.
TEBAL_LEBIH_LEBAR = 1.12


def measure(text: str, ukuran: float, fon: str = BIASA) -> float:
	"""Return the width of a line in points; a little too much for bold and for signs beyond ASCII."""
	widths = (LEBAR_BIASA[ord(sign) - 32] if " " <= sign <= "~" else LEBAR_LAIN for sign in text)
	return sum(widths) * ukuran / 1000 * (TEBAL_LEBIH_LEBAR if fon == TEBAL else 1)


def wrap(text: str, lebar: float, ukuran: float, fon: str = BIASA) -> list[str]:
	"""Return a text as lines that fit a width; a word too long for any line stands alone."""
	lines: list[str] = []
	for word in text.split():
		longer = f"{lines[-1]} {word}" if lines else word
		if lines and measure(longer, ukuran, fon) <= lebar:
			lines[-1] = longer
		else:
			lines.append(word)
	return lines


def write_line(text: str, x: float, y: float, ukuran: float, fon: str = BIASA) -> bytes:
	"""Return the drawing of one line of text; the page needs the fonts of `get_fonts`."""
	words = text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)").encode("cp1252", "replace")
	return b"BT /%s %.2f Tf %.2f %.2f Td (%s) Tj ET\n" % (_get_font_name(fon).encode(), ukuran, x, y, words)


def get_fonts() -> Dictionary:
	"""Return the fonts of `write_line`, for the resources of a page."""
	return Dictionary({"/" + _get_font_name(fon): _describe_font(fon) for fon in (BIASA, TEBAL)})


def draw_on_page(page: Page, drawn: bytes) -> None:
	"""Write lines over what a page shows already, and give it their fonts.

	:param drawn: see `write_line`
	"""
	# What the page draws leaves its own scale and colour behind unless it is put in brackets.
	page.contents_add(b"q\n", prepend=True)
	page.contents_add(b"\nQ q 0 g\n" + drawn + b"Q\n")
	own = Dictionary(page.resources)
	own.Font = Dictionary({**dict(own.get("/Font", {}).items()), **dict(get_fonts().items())})
	# Pages may share their resources: this one gets its own.
	page.obj.Resources = own


def _get_font_name(fon: str) -> str:
	return "Tte" + fon.replace("-", "")


def _describe_font(fon: str) -> Dictionary:
	return Dictionary(
		Type=Name.Font, Subtype=Name.Type1, BaseFont=Name("/" + fon), Encoding=Name.WinAnsiEncoding
	)
