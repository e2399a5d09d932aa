"""What a stranger's file is when it is opened, found out in a process of its own: see `proses_terpisah`.

What it says of its sizes is looked at before anything is unpacked, so that a small file that becomes a huge one is
known without having become it.
"""

import sys
import zlib
from collections.abc import Iterator
from io import BytesIO

from eoffice_app.proses_terpisah import PemeriksaanTerhentiError, ask_apart, limit_self

JENIS_PDF = "application/pdf"
# What a process that stands by loads beforehand.
PUSTAKA = ("pikepdf", "PIL.Image", "PIL.JpegImagePlugin", "PIL.PngImagePlugin")
BAIK, RUSAK, TERKUNCI, KOSONG, BOM = "baik", "rusak", "terkunci", "kosong", "bom"
DETIK_PROSESOR = 8
BITA_INGATAN = 1024**3
# An A3 page in 600 dots an inch has 70 million.
TITIK_TERBANYAK = 100_000_000
HALAMAN_TERBANYAK = 3000
# What all but the pictures of a PDF may unpack to.
URAIAN_TERBESAR = 200 * 1024**2
POTONGAN = 1024**2


def read_apart(isi: bytes, jenis: str) -> str:
	"""Return what a file is: BAIK, RUSAK, TERKUNCI (by a password), KOSONG (no page) or BOM (too large when opened).

	:param jenis: JENIS_PDF, or the MIME type of a picture
	"""
	try:
		return ask_apart(__name__, jenis.encode() + b"\n" + isi)
	except PemeriksaanTerhentiError:
		return BOM


def main() -> None:
	"""Answer one question of `read_apart`."""
	limit_self(DETIK_PROSESOR, BITA_INGATAN)
	jenis = sys.stdin.buffer.readline().decode().strip()
	read = read_pdf if jenis == JENIS_PDF else read_gambar
	try:
		sys.stdout.write(read(sys.stdin.buffer.read()))
	except MemoryError:
		sys.stdout.write(BOM)


def read_pdf(isi: bytes) -> str:
	"""Return what a PDF is; see `read_apart`."""
	# Here and below: the web process has no use for them.
	import pikepdf

	try:
		with pikepdf.open(BytesIO(isi)) as pdf:
			pages = len(pdf.pages)
			if not pages:
				return KOSONG
			return BOM if pages > HALAMAN_TERBANYAK or _swells(pdf) else BAIK
	except pikepdf.PasswordError:
		return TERKUNCI
	except pikepdf.PdfError:
		return RUSAK


def read_gambar(isi: bytes) -> str:
	"""Return what a picture is; see `read_apart`."""
	from PIL import Image, UnidentifiedImageError

	Image.MAX_IMAGE_PIXELS = None
	try:
		with Image.open(BytesIO(isi)) as image:
			if image.width * image.height > TITIK_TERBANYAK:
				return BOM
			image.load()
		return BAIK
	except (UnidentifiedImageError, OSError, SyntaxError, ValueError):
		return RUSAK


def _swells(pdf) -> bool:
	total = 0
	for stream in _list_streams(pdf):
		if stream.get("/Subtype") == "/Image":
			if int(stream.get("/Width", 0)) * int(stream.get("/Height", 0)) > TITIK_TERBANYAK:
				return True
		else:
			total += _measure(stream, URAIAN_TERBESAR - total)
		if total > URAIAN_TERBESAR:
			return True
	return False


def _list_streams(pdf) -> Iterator:
	import pikepdf

	return (each for each in pdf.objects if isinstance(each, pikepdf.Stream))


def _measure(stream, room: int) -> int:
	"""Return how many bytes a stream unpacks to, counting no further than just beyond `room`."""
	import pikepdf

	raw = stream.read_raw_bytes()
	filters = stream.get("/Filter")
	if filters is None:
		return len(raw)
	if filters != "/FlateDecode":
		try:
			return len(stream.read_bytes())
		except pikepdf.PdfError:
			# In a form that has nothing to unpack, or that nobody can.
			return len(raw)
	return _measure_flate(raw, room)


def _measure_flate(raw: bytes, room: int) -> int:
	unpacker, size = zlib.decompressobj(), 0
	try:
		while raw and size <= room:
			size += len(unpacker.decompress(raw, POTONGAN))
			raw = unpacker.unconsumed_tail
	except zlib.error:
		# Readers show what came before the fault.
		return size
	return size


if __name__ == "__main__":
	main()
