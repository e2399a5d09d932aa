from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from unittest import TestCase

import pikepdf
from PIL import Image

from eoffice_app.persuratan.berkas.satu_pdf import BerkasScan, BerkasTidakTerbacaError, merge_scans

ORIENTASI = 0x0112
A4 = [210, 297]


class TestSatuPdf(TestCase):
	def setUp(self):
		folder = TemporaryDirectory()
		self.addCleanup(folder.cleanup)
		self.folder = Path(folder.name)

	def merge(self, **berkas: bytes) -> pikepdf.Pdf:
		daftar = [self.write(nama, content) for nama, content in berkas.items()]
		target = self.folder / "satu.pdf"
		count = merge_scans(daftar, target)
		pdf = pikepdf.open(target)
		self.addCleanup(pdf.close)
		self.assertEqual(len(pdf.pages), count)
		return pdf

	def write(self, nama: str, content: bytes) -> BerkasScan:
		path = self.folder / nama
		path.write_bytes(content)
		return BerkasScan(nama, path)

	def test_pages_follow_the_order_of_the_scans(self):
		widths = [(100, 110), (120,), (130,)]
		pdf = self.merge(**{f"berkas{n}": make_pages(*row) for n, row in enumerate(widths)})
		self.assertEqual([int(page.mediabox[2]) for page in pdf.pages], [100, 110, 120, 130])

	def test_pictures_become_upright_a4_pages(self):
		for size, orientation, expected in (
			((400, 600), 1, A4),
			((600, 400), 6, A4),
			((600, 400), 8, A4),
			((600, 400), 1, A4[::-1]),
			((600, 400), 3, A4[::-1]),
			((400, 600), 6, A4[::-1]),
		):
			pdf = self.merge(foto=make_picture("JPEG", size, orientation))
			self.assertEqual(measure_page(pdf.pages[0]), expected, (size, orientation))

	def test_pictures_of_every_mode_are_taken(self):
		for mode in ("1", "L", "LA", "P", "RGB", "RGBA", "I;16"):
			pdf = self.merge(gambar=make_picture("PNG", (300, 400), mode=mode))
			self.assertEqual(measure_page(pdf.pages[0]), A4, mode)

	def test_a_picture_is_not_reduced(self):
		content = make_picture("JPEG", (1600, 2300))
		page = self.merge(foto=content).pages[0]
		image = next(iter(page.images.values()))
		self.assertEqual((int(image.Width), int(image.Height)), (1600, 2300))

	def test_pages_of_a_pdf_keep_their_size(self):
		self.assertEqual(list(self.merge(folio=make_pages(612)).pages[0].mediabox), [0, 0, 612, 936])

	def test_two_hundred_pages_become_one_file(self):
		pdf = self.merge(**{f"berkas{n}": make_pages(*[595] * 50) for n in range(4)})
		self.assertEqual(len(pdf.pages), 200)

	def test_a_file_locked_by_a_password_is_named(self):
		with self.assertRaises(BerkasTidakTerbacaError) as caught:
			self.merge(baik=make_pages(595), kunci=make_locked("rahasia"))
		self.assertEqual((caught.exception.nama, caught.exception.terkunci), ("kunci", True))

	def test_a_file_that_only_its_owner_may_change_is_taken(self):
		self.assertEqual(len(self.merge(terbuka=make_locked("")).pages), 1)

	def test_a_broken_file_is_named(self):
		picture = make_picture("PNG", (300, 400))
		for content in (make_pages(595)[:60], picture[: len(picture) // 2], b"not a scan at all"):
			with self.assertRaises(BerkasTidakTerbacaError) as caught:
				self.merge(baik=make_pages(595), rusak=content)
			self.assertEqual((caught.exception.nama, caught.exception.terkunci), ("rusak", False))

	def test_a_file_that_is_gone_is_named(self):
		with self.assertRaises(BerkasTidakTerbacaError) as caught:
			merge_scans([BerkasScan("hilang", self.folder / "hilang")], self.folder / "satu.pdf")
		self.assertEqual(caught.exception.nama, "hilang")


def make_pages(*widths: int) -> bytes:
	"""Return a PDF with an empty page of each width."""
	stream = BytesIO()
	with pikepdf.new() as pdf:
		for width in widths:
			pdf.add_blank_page(page_size=(width, 936))
		pdf.save(stream)
	return stream.getvalue()


def make_locked(password: str) -> bytes:
	"""Return a PDF that opens with this password."""
	stream = BytesIO()
	with pikepdf.open(BytesIO(make_pages(595))) as pdf:
		pdf.save(stream, encryption=pikepdf.Encryption(owner="pemilik", user=password))
	return stream.getvalue()


def make_picture(kind: str, size: tuple[int, int], orientation: int = 1, mode: str = "RGB") -> bytes:
	"""Return a picture, with the orientation a camera notes where it was held on its side."""
	picture, stream = Image.new(mode, size), BytesIO()
	exif = picture.getexif()
	exif[ORIENTASI] = orientation
	picture.save(stream, kind, exif=exif)
	return stream.getvalue()


def measure_page(page: pikepdf.Page) -> list[int]:
	"""Return width and height in mm as a reader sees the page."""
	size = [round(float(length) / 72 * 25.4) for length in list(page.mediabox)[2:]]
	return size[::-1] if int(page.get("/Rotate", 0)) % 180 else size
