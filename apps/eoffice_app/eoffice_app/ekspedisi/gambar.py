"""The pictures that come from a caraka's phone: signatures and photos, made anew before anything is kept.

A picture drawn anew holds nothing but its pixels: no place where it was taken, and no second file hidden behind it.
"""

import binascii
from base64 import b64decode
from io import BytesIO

import frappe
from frappe import _
from PIL import Image, ImageOps, UnidentifiedImageError

from eoffice_app.ekspedisi.galat import TandaTerimaTidakSahError

# Of what travels, in bytes: a phone sends some 10 KB for a signature and 200 for a photo.
TERBESAR = {"tanda tangan": 300_000, "foto": 4_000_000}
PIKSEL_TERBANYAK = 25_000_000
JENIS = ("PNG", "JPEG", "WEBP")
SISI_FOTO = 1600
UKURAN_TANDA_TANGAN = (600, 300)
# A signature is 24 mm wide there: 200 dots an inch.
UKURAN_DI_BUKU = (190, 95)
# Below this a point on white paper is ink.
BATAS_TINTA = 128
TINTA_TERSEDIKIT = 40


def read_tanda_tangan(alamat_data: str) -> bytes:
	"""Return a signature as PNG in ink on white.

	:param alamat_data: data address, as the canvas of the phone gives it
	:raises TandaTerimaTidakSahError: no picture, too large, broken, or empty
	"""
	paper = _flatten(_open(alamat_data, "tanda tangan"))
	paper.thumbnail(UKURAN_TANDA_TANGAN)
	ink = paper.convert("L")
	if sum(ink.histogram()[:BATAS_TINTA]) < TINTA_TERSEDIKIT:
		_refuse(_("Tanda tangan masih kosong. Minta penerima menandatangani, lalu simpan kembali."))
	return _write(ink, "PNG", optimize=True)


def shrink_tanda_tangan(gambar: bytes) -> bytes:
	"""Return a signature as small as a line of a book shows it, so that a book of thousands stays a file that is kept.

	:param gambar: as `read_tanda_tangan` made it
	"""
	ink = Image.open(BytesIO(gambar))
	ink.thumbnail(UKURAN_DI_BUKU)
	return _write(ink, "PNG", optimize=True)


def read_foto(alamat_data: str) -> bytes:
	"""Return a photo as JPEG, upright and not larger than needed.

	:raises TandaTerimaTidakSahError: no picture, too large or broken
	"""
	photo = _flatten(_open(alamat_data, "foto"))
	photo.thumbnail((SISI_FOTO, SISI_FOTO))
	return _write(photo, "JPEG", quality=80)


def _open(alamat_data: str, nama: str) -> Image.Image:
	head, _comma, text = alamat_data.partition(",")
	if not head.startswith("data:image/") or not head.endswith(";base64"):
		_refuse_picture(nama)
	if len(text) > TERBESAR[nama] * 4 / 3:
		_refuse(_("Gambar {0} terlalu besar. Ambil kembali dari halaman Caraka.").format(_(nama)))
	try:
		return _load(b64decode(text, validate=True))
	except (binascii.Error, UnidentifiedImageError, OSError, SyntaxError, Image.DecompressionBombError):
		_refuse_picture(nama)


def _load(content: bytes) -> Image.Image:
	image = Image.open(BytesIO(content), formats=JENIS)
	# The size stands at the beginning of the file: it is read before the pixels take memory.
	if image.width * image.height > PIKSEL_TERBANYAK:
		raise Image.DecompressionBombError
	image.load()
	return ImageOps.exif_transpose(image)


def _flatten(image: Image.Image) -> Image.Image:
	seen = image.convert("RGBA")
	paper = Image.new("RGB", image.size, "white")
	paper.paste(seen, mask=seen.getchannel("A"))
	return paper


def _write(image: Image.Image, kind: str, **options) -> bytes:
	stream = BytesIO()
	image.save(stream, kind, **options)
	return stream.getvalue()


def _refuse_picture(nama: str) -> None:
	_refuse(_("Gambar {0} rusak atau bukan gambar. Ambil kembali dari halaman Caraka.").format(_(nama)))


def _refuse(message: str) -> None:
	frappe.throw(message, TandaTerimaTidakSahError, title=_("Tanda terima belum sah"))
