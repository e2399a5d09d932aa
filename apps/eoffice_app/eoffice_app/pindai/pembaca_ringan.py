"""A plugin of OCRmyPDF, loaded by its own process: which way up a page stands is seen on a small copy of it.

On the full page Tesseract takes for direction and skew half as long again as for reading it.
"""

import tempfile
from pathlib import Path

from ocrmypdf import hookimpl
from ocrmypdf.builtin_plugins.tesseract_ocr import TesseractOcrEngine
from PIL import Image

# Letters must stay whole to tell up from down; lines alone say how skewed they are.
TINGGI_ARAH, TINGGI_MIRING = 2000, 1200


class PembacaRingan(TesseractOcrEngine):
	"""Tesseract as OCRmyPDF calls it, but for direction and skew."""

	@staticmethod
	def get_orientation(input_file, options):
		"""Return by how much the page is turned, and how sure that is."""
		return _ask(TesseractOcrEngine.get_orientation, input_file, options, TINGGI_ARAH)

	@staticmethod
	def get_deskew(input_file, options):
		"""Return by how many degrees the page is skewed."""
		return _ask(TesseractOcrEngine.get_deskew, input_file, options, TINGGI_MIRING)


@hookimpl
def get_ocr_engine():
	"""Let OCRmyPDF use this one: its hook."""
	return PembacaRingan()


def _ask(question, input_file: Path, options, tinggi: int):
	with Image.open(input_file) as page, tempfile.NamedTemporaryFile(suffix=".png") as small:
		dpi = page.info.get("dpi", (300, 300))[0]
		grey = page.convert("L")
		grey.thumbnail((tinggi, tinggi), Image.BILINEAR)
		dots = max(70, round(dpi * max(grey.size) / max(page.size)))
		grey.save(small.name, dpi=(dots, dots), compress_level=1)
		return question(Path(small.name), options)
