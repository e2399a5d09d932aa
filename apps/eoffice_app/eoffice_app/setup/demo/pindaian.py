"""Draw the scan of a paper letter: grey, a little crooked, a little noisy, one JPEG a page in one PDF."""

import io
import math
import random
import subprocess
from dataclasses import dataclass
from functools import lru_cache

from PIL import Image, ImageDraw, ImageFont

DPI = 150
PAGE_WIDTH, PAGE_HEIGHT = 1240, 1754
LEFT, RIGHT = 150, 1110
LINE_HEIGHT = 36
INK = 45
JPEG_QUALITY = 32
FONT_FAMILIES = ("Liberation Serif", "DejaVu Serif")


@dataclass(frozen=True)
class Naskah:
	"""The words of one paper letter."""

	kop: tuple[str, str, str]
	tempat_tanggal: str
	nomor: str
	sifat: str
	perihal: str
	kepada: str
	isi: tuple[str, ...]
	acara: tuple[tuple[str, str], ...]
	lampiran: tuple[str, ...]
	jabatan_penanda_tangan: str
	penanda_tangan: str


class FontMissingError(Exception):
	"""No fitting font is installed to draw a letter with."""


def create_scan(naskah: Naskah, seed: str) -> bytes:
	"""Return the PDF of the letter and its enclosures; the same seed gives the same crookedness.

	Raises FontMissingError if neither Liberation Serif nor DejaVu Serif is installed.
	"""
	chance = random.Random(seed)
	pages = [_draw_letter(naskah)]
	pages += [
		_draw_enclosure(naskah, number, title, chance)
		for number, title in enumerate(naskah.lampiran, start=1)
	]
	scanned = [_age(page, chance) for page in pages]
	output = io.BytesIO()
	scanned[0].save(
		output,
		"PDF",
		save_all=True,
		append_images=scanned[1:],
		resolution=DPI,
		quality=JPEG_QUALITY,
	)
	return output.getvalue()


@lru_cache(maxsize=64)
def get_font(size: int, bold: bool = False) -> ImageFont.FreeTypeFont:
	"""Return a serif font of the size in pixels, or raise FontMissingError."""
	style = "Bold" if bold else "Book"
	for family in FONT_FAMILIES:
		path, found = _match_font(f"{family}:style={style}" if bold else family)
		if family in found:
			return ImageFont.truetype(path, size)
	raise FontMissingError(
		"Huruf untuk menggambar surat contoh tidak ditemukan. Pasang paket fonts-liberation atau "
		"fonts-dejavu-core, lalu ulangi."
	)


def _match_font(pattern: str) -> tuple[str, str]:
	try:
		answer = subprocess.run(
			["fc-match", "--format", "%{file}\t%{family}", pattern],
			capture_output=True,
			text=True,
			check=True,
		)
	except FileNotFoundError as error:
		raise FontMissingError(
			"Perintah fc-match tidak ada. Pasang paket fontconfig, lalu ulangi."
		) from error
	path, _, family = answer.stdout.partition("\t")
	return path, family


class _Page:
	"""A sheet of paper with a pen that moves down line by line."""

	def __init__(self):
		self.image = Image.new("L", (PAGE_WIDTH, PAGE_HEIGHT), 250)
		self.draw = ImageDraw.Draw(self.image)
		self.y = 90

	def write(self, text: str, x: int = LEFT, size: int = 27, bold: bool = False) -> None:
		self.draw.text((x, self.y), text, font=get_font(size, bold), fill=INK)

	def write_centred(self, text: str, size: int, bold: bool = False, left: int = LEFT) -> None:
		"""Write one line in the middle between `left` and the margin, smaller if it would not fit."""
		while size > 16 and get_font(size, bold).getlength(text) > RIGHT - left:
			size -= 1
		width = get_font(size, bold).getlength(text)
		self.write(text, round((left + RIGHT - width) / 2), size, bold)
		self.y += round(size * 1.3)

	def write_wrapped(self, text: str, x: int = LEFT, right: int = RIGHT, first_indent: int = 0) -> None:
		for number, line in enumerate(wrap_text(text, get_font(27), right - x, first_indent)):
			self.write(line, x + (first_indent if number == 0 else 0))
			self.y += LINE_HEIGHT

	def write_pair(
		self, label: str, value: str, x: int = LEFT, label_width: int = 130, right: int = 690
	) -> None:
		self.write(label, x)
		self.write(":", x + label_width)
		self.write_wrapped(value, x + label_width + 22, right)


def wrap_text(text: str, font: ImageFont.FreeTypeFont, width: int, first_indent: int = 0) -> list[str]:
	"""Break the text into lines that are at most `width` pixels long, the first shorter by its indent."""
	lines: list[str] = []
	current = ""
	for word in text.split():
		candidate = f"{current} {word}".strip()
		available = width - (0 if lines else first_indent)
		if current and font.getlength(candidate) > available:
			lines.append(current)
			current = word
		else:
			current = candidate
	return [*lines, current]


def _draw_letter(naskah: Naskah) -> Image.Image:
	page = _Page()
	_draw_kop(page, naskah.kop)
	_draw_head(page, naskah)
	_draw_body(page, naskah)
	_draw_signature(page, naskah)
	return page.image


def _draw_kop(page: _Page, kop: tuple[str, str, str]) -> None:
	page.draw.ellipse((LEFT, 92, LEFT + 110, 202), outline=INK, width=4)
	page.draw.polygon([(LEFT + 55, 110), (LEFT + 88, 178), (LEFT + 22, 178)], outline=INK, width=3)
	beside_emblem = LEFT + 130
	page.write_centred(kop[0], 31, left=beside_emblem)
	page.write_centred(kop[1], 37, bold=True, left=beside_emblem)
	page.write_centred(kop[2], 21, left=beside_emblem)
	page.y = 222
	page.draw.line((LEFT, page.y, RIGHT, page.y), fill=INK, width=5)
	page.draw.line((LEFT, page.y + 8, RIGHT, page.y + 8), fill=INK, width=2)
	page.y += 40


def _draw_head(page: _Page, naskah: Naskah) -> None:
	date_width = round(get_font(27).getlength(naskah.tempat_tanggal))
	page.write(naskah.tempat_tanggal, RIGHT - date_width)
	page.y += LINE_HEIGHT + 14
	page.write_pair("Nomor", naskah.nomor)
	page.write_pair("Sifat", naskah.sifat)
	page.write_pair("Lampiran", f"{len(naskah.lampiran)} berkas" if naskah.lampiran else "-")
	page.write_pair("Hal", naskah.perihal)
	page.y += LINE_HEIGHT
	for line in ("Yth.", naskah.kepada, "di -", "    Sukacontoh"):
		page.write(line)
		page.y += LINE_HEIGHT
	page.y += LINE_HEIGHT // 2


def _draw_body(page: _Page, naskah: Naskah) -> None:
	opening, *rest = naskah.isi
	page.write_wrapped(opening, first_indent=90)
	page.y += 14
	for label, value in naskah.acara:
		page.write_pair(label.lower(), value, LEFT + 90, right=RIGHT)
	for paragraph in rest:
		page.y += 14
		page.write_wrapped(paragraph, first_indent=90)
	page.y += LINE_HEIGHT


def _draw_signature(page: _Page, naskah: Naskah) -> None:
	left = 680
	page.write_wrapped(f"{naskah.jabatan_penanda_tangan},", left)
	top = page.y
	_draw_stamp(page, left - 30, top - 20, naskah.kop[1])
	_draw_scrawl(page.draw, left + 20, top + 60, random.Random(naskah.penanda_tangan))
	page.y = top + 150
	page.write(naskah.penanda_tangan, left, bold=True)


def _draw_stamp(page: _Page, x: int, y: int, owner: str) -> None:
	grey = 150
	for inset in (0, 8, 40):
		page.draw.ellipse((x + inset, y + inset, x + 190 - inset, y + 190 - inset), outline=grey, width=3)
	label = "".join(word[0] for word in owner.split() if word[0].isupper())[:6]
	width = get_font(30, True).getlength(label)
	page.draw.text((x + 95 - width / 2, y + 78), label, font=get_font(30, True), fill=grey)


def _draw_scrawl(draw: ImageDraw.ImageDraw, x: int, y: int, chance: random.Random) -> None:
	"""Draw a signature: loops that shrink to the right and one stroke under them."""
	height, speed, lean = chance.uniform(26, 62), chance.uniform(0.16, 0.5), chance.uniform(-1.2, 1.2)
	width = chance.uniform(8, 34)
	points = []
	for step in range(120):
		fade = 1 - step / 170
		along = x + step * 1.9 + width * fade * math.cos(step * speed + lean)
		points.append(
			(
				along,
				y - height * fade * math.sin(step * speed) * (0.6 + 0.4 * math.sin(step * speed / 3 + lean)),
			)
		)
	draw.line(points, fill=60, width=4, joint="curve")
	draw.line([(x - 12, y + 34), (x + 270, y + chance.randint(0, 26))], fill=60, width=3)


def _draw_enclosure(naskah: Naskah, number: int, title: str, chance: random.Random) -> Image.Image:
	page = _Page()
	page.write(f"Lampiran {number}")
	page.y += LINE_HEIGHT
	page.write_pair("Nomor", naskah.nomor, right=RIGHT)
	page.y += LINE_HEIGHT
	page.write_centred(title.upper(), 31, bold=True)
	page.y += LINE_HEIGHT
	_draw_table(page, title, chance)
	return page.image


def _draw_table(page: _Page, title: str, chance: random.Random) -> None:
	columns = (LEFT, LEFT + 80, LEFT + 560, LEFT + 760, RIGHT)
	rows = chance.randint(9, 16)
	top = page.y
	_write_row(page, columns, ("No.", "Uraian", "Jumlah", "Keterangan"), bold=True)
	for number in range(1, rows + 1):
		remark = chance.choice(("Lengkap", "Belum lengkap", "-", "Menyusul"))
		_write_row(page, columns, (str(number), f"{title} {number}", str(chance.randint(1, 60)), remark))
	for x in columns:
		page.draw.line((x, top, x, page.y), fill=INK, width=2)
	page.draw.line((LEFT, page.y, RIGHT, page.y), fill=INK, width=2)


def _write_row(page: _Page, columns: tuple[int, ...], values: tuple[str, ...], bold: bool = False) -> None:
	page.draw.line((LEFT, page.y, RIGHT, page.y), fill=INK, width=2)
	page.y += 10
	for x, right, value in zip(columns, columns[1:], values, strict=False):
		font = get_font(25, bold)
		page.draw.text((x + 12, page.y), wrap_text(value, font, right - x - 20)[0], font=font, fill=INK)
	page.y += 42


def _age(page: Image.Image, chance: random.Random) -> Image.Image:
	"""Make a clean page look scanned: turned a little, grained, not quite white."""
	turned = page.rotate(chance.uniform(-0.8, 0.8), Image.Resampling.BILINEAR, fillcolor=244)
	# The grain is drawn at half size: as coarse as a scanner's, and it keeps the JPEG small.
	grain = Image.effect_noise((PAGE_WIDTH // 2, PAGE_HEIGHT // 2), 14).resize(page.size)
	return Image.blend(turned, grain, 0.05).point(lambda value: min(255, value + 6))
