import os
import shutil
from contextlib import ExitStack
from unittest import TestCase

import pikepdf
from PIL import Image

from eoffice_app.pindai.pembaca import (
	PembacaTidakAdaError,
	TidakTerbacaError,
	count_pages,
	join_parts,
	read_pages,
)
from eoffice_app.program_luar import working_folder
from eoffice_app.tests.surat_scan import SuratScan, draw_surat, make_pdf_scan

RESOLUSI = 150
NOMOR = "005/123/DISKOMINFO/2026"
PROGRAM = ("timeout", "nice", "ionice", "prlimit", "env", "pdftotext", "gs", "unpaper", "pdftoppm")


class TestPembaca(TestCase):
	def setUp(self):
		opened = ExitStack()
		self.addCleanup(opened.close)
		self.folder = opened.enter_context(working_folder("eoffice-uji-pembaca-"))
		self.source = self.folder / "scan.pdf"

	def test_pages_upside_down_sideways_and_blank(self):
		page = draw_surat(SuratScan(), RESOLUSI)
		blank = Image.new("L", page.size, 250)
		self.write(page.rotate(180), page.rotate(90, expand=True), blank)
		read = read_pages(self.source, self.folder)
		self.assertEqual([NOMOR in words for words in read.teks], [True, True, False])
		self.assertEqual(read.teks[2], "")
		with pikepdf.open(read.berkas) as pdf:
			self.assertEqual(len(pdf.pages), 3)
			self.assertTrue(pdf.open_metadata().pdfa_status)
		joined = self.folder / "gabungan.pdf"
		join_parts([read.berkas, read.berkas], self.source, joined)
		with pikepdf.open(joined) as pdf:
			self.assertEqual(len(pdf.pages), 6)
			self.assertTrue(pdf.open_metadata().pdfa_status)
			self.assertTrue(pdf.Root.OutputIntents)

	def test_600_dots_an_inch_in_colour(self):
		page = draw_surat(SuratScan(), 600).convert("RGB")
		self.write(page.crop((0, 0, page.width, page.height // 2)), resolusi=600)
		self.assertIn(NOMOR, read_pages(self.source, self.folder).teks[0])

	def test_a_file_that_is_none(self):
		self.source.write_bytes(b"%PDF-1.4 bukan")
		for path in (self.source, self.folder / "tidak-ada.pdf"):
			with self.assertRaises(TidakTerbacaError):
				count_pages(path)

	def test_a_server_without_tesseract_says_so(self):
		commands = self.folder / "perintah"
		commands.mkdir()
		for program in filter(shutil.which, PROGRAM):
			(commands / program).symlink_to(shutil.which(program))
		self.addCleanup(os.environ.__setitem__, "PATH", os.environ["PATH"])
		os.environ["PATH"] = str(commands)
		self.write(Image.new("L", (200, 200), 250))
		with self.assertRaises(PembacaTidakAdaError):
			read_pages(self.source, self.folder)

	def write(self, *pages: Image.Image, resolusi: int = RESOLUSI):
		self.source.write_bytes(make_pdf_scan(*pages, resolusi=resolusi))
