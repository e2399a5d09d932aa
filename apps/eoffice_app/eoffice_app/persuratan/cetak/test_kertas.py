import re
from base64 import b64decode
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path
from unittest.mock import patch

import frappe
from frappe.utils import add_to_date, now_datetime, nowdate
from pypdf import PageObject, PdfReader

from eoffice_app.naskah.halaman import make_naskah
from eoffice_app.persuratan.cetak import buku_agenda_keluar, buku_agenda_masuk, buku_ekspedisi
from eoffice_app.persuratan.cetak.buku_agenda_masuk import download_buku
from eoffice_app.persuratan.cetak.kertas import PENGATURAN, UKURAN_KERTAS
from eoffice_app.persuratan.cetak.massal import print_lembar
from eoffice_app.persuratan.cetak.pdf import download_pdf
from eoffice_app.persuratan.disposisi.langkah import write_disposisi
from eoffice_app.setup.naskah_cetak import create_naskah_cetak
from eoffice_app.tests.dasar import (
	KasusUji,
	acting_as,
	make_surat_keluar,
	make_surat_masuk,
	make_surat_menunggu,
)

TEMPAT_NASKAH = (("templates", "cetak"), ("templates", "naskah"), ("persuratan", "print_format"))
SETENGAH_FOLIO, KARTU = (165, 215), (215, 110)
TINGKAT = 30
WARNA = re.compile(r"#[0-9a-f]{3,6}\b", re.IGNORECASE)
PANJANG = "Selesaikan dan laporkan hasilnya sebelum rapat berikutnya. " * 30


def list_sides(pdf: bytes) -> list[float]:
	"""Return width and height of each page in millimetres, one after the other."""
	return [float(side) * 25.4 / 72 for page in PdfReader(BytesIO(pdf)).pages for side in page.mediabox[2:]]


def read_pages(pdf: bytes) -> list[str]:
	"""Return the text of each page; a PDF does not tell a space from a tab."""
	return [" ".join(page.extract_text().split()) for page in PdfReader(BytesIO(pdf)).pages]


def find_lowest(page: PageObject) -> float:
	"""Return how high above the edge of a page its lowest line stands, in points."""
	heights = []

	def note(text: str, cm: list[float], tm: list[float], *_font) -> None:
		if text.strip():
			heights.append(tm[5] * cm[3] + cm[5])

	page.extract_text(visitor_text=note)
	return min(heights)


class TestKertas(KasusUji):
	@classmethod
	def prepare_class(cls) -> dict:
		create_naskah_cetak()
		surat = make_surat_menunggu()
		with acting_as("UJI-KADIS"):
			write_disposisi(surat.name, ["UJI-KABID-A", "UJI-SEKDIN"], ["Tindak lanjuti"], PANJANG)
		with acting_as("UJI-KABID-A"):
			write_disposisi(surat.name, ["UJI-KASI-A1"], ["Tindak lanjuti"], PANJANG)
		return {"surat": surat}

	def print_paper(self, naskah: str, **options) -> bytes:
		with self.sebagai("UJI-OPERATOR"):
			frappe.local.form_dict = frappe._dict(options)
			download_pdf("Surat Masuk", self.surat.name, format=naskah, **options)
		return frappe.local.response.filecontent

	def assert_size(self, pdf: bytes, size: tuple[int, int]) -> None:
		"""The program that makes the PDF cuts to whole points, and takes F4 for its own 215.9 × 330.2."""
		sides = list_sides(pdf)
		for side, wanted in zip(sides, size * (len(sides) // 2), strict=True):
			self.assertAlmostEqual(side, wanted, delta=1)

	def choose(self, **settings) -> None:
		for field, kertas in settings.items():
			frappe.db.set_single_value(PENGATURAN, field, kertas)
		frappe.clear_document_cache(PENGATURAN, PENGATURAN)
		self.addCleanup(frappe.clear_document_cache, PENGATURAN, PENGATURAN)

	def test_sheets_lie_on_the_offices_paper_and_small_ones_keep_their_size(self):
		self.choose(kertas_lembar="F4")
		for naskah, size in (
			("Lembar Disposisi", UKURAN_KERTAS["F4"]),
			("Lembar Disposisi Setengah Folio", SETENGAH_FOLIO),
			("Kartu Kendali", KARTU),
		):
			self.assert_size(self.print_paper(naskah), size)

	def test_who_prints_chooses_another_paper_this_time(self):
		self.choose(kertas_lembar="A4")
		self.assert_size(self.print_paper("Bukti Registrasi"), UKURAN_KERTAS["A4"])
		self.assert_size(self.print_paper("Bukti Registrasi", kertas="F4"), UKURAN_KERTAS["F4"])
		with self.sebagai("UJI-OPERATOR"):
			pdf = print_lembar([self.surat.name], kertas="F4")["pdf"]
		self.assert_size(b64decode(pdf), UKURAN_KERTAS["F4"])

	def test_a_long_sheet_bears_its_head_on_every_page(self):
		pages = PdfReader(BytesIO(self.print_paper("Lembar Disposisi Setengah Folio"))).pages
		self.assertGreater(len(pages), 1)
		for number, page in enumerate(pages, start=1):
			self.assertIn(f"halaman {number} dari {len(pages)}", page.extract_text())

	def test_a_tree_of_thirty_levels_is_told_whole_under_a_head_on_every_page(self):
		self.dispose_down(TINGKAT)
		for naskah in ("Lembar Disposisi", "Lembar Disposisi Setengah Folio"):
			pages = read_pages(self.print_paper(naskah))
			self.assertGreater(len(pages), 3)
			for number, text in enumerate(pages, start=1):
				self.assertIn(f"halaman {number} dari {len(pages)}", text)
			whole = " ".join(pages)
			for level in range(TINGKAT):
				self.assertIn(f"Pejabat Tingkat {level} Pegawai", whole)

	def dispose_down(self, levels: int) -> None:
		"""Let a disposisi go down so many levels: no office of the tests is that deep, so its posts only bear the names."""
		above = None
		for level in range(levels):
			above = frappe.get_doc(
				{
					"doctype": "Disposisi",
					"name": frappe.generate_hash(length=10),
					"surat_masuk": self.surat.name,
					"dari": "UJI-KADIS",
					"kepada": "UJI-KABID-A",
					"disposisi_induk": above,
					"jabatan_penerima": f"Pejabat Tingkat {level + 1}",
					"sebagai": f"Pejabat Tingkat {level}",
					"nama_penulis": "Pegawai",
					"status": "Ditindaklanjuti",
					"ditulis_pada": add_to_date(now_datetime(), minutes=level),
					"catatan": PANJANG[:400] if level % 5 == 0 else "Tindak lanjuti",
				}
			)
			above.db_insert()
			above = above.name

	def test_books_lie_on_the_offices_paper_under_their_head_on_every_page(self):
		for perihal in ("Undangan", *[PANJANG[:400]] * 12):
			make_surat_masuk(perihal=perihal)
		for kertas, (width, height) in UKURAN_KERTAS.items():
			self.choose(kertas_lembar=kertas)
			with self.sebagai("UJI-OPERATOR"):
				download_buku("SM", nowdate(), nowdate())
			self.assert_book((height, width), "Diteruskan ke")

	def assert_book(self, size: tuple[int, int], column: str) -> None:
		"""The book just answered with lies on such paper, and each of its pages bears its number and the column."""
		pdf = frappe.local.response.filecontent
		self.assert_size(pdf, size)
		pages = read_pages(pdf)
		self.assertGreater(len(pages), 1)
		for number, text in enumerate(pages, start=1):
			self.assertIn(f"Halaman {number} dari {len(pages)}", text)
			self.assertIn(column, text)

	def test_the_books_fill_the_pages_of_the_paper_in_use(self):
		row = dict.fromkeys(
			(*buku_agenda_masuk.KOSONG, *buku_agenda_keluar.KOSONG, *buku_ekspedisi.TATA.kolom), ""
		)
		texts = (PANJANG[:90], PANJANG[:40].upper(), "Surat 005/12/SETDA-II/XI/2026-" * 2)
		rows = [{**row, "isi": texts[number % 3], "nomor_urut": number, "paraf": ""} for number in range(90)]
		for kertas in UKURAN_KERTAS:
			self.choose(kertas_lembar=kertas)
			for download, column in self.list_books(rows):
				download()
				self.assert_book(UKURAN_KERTAS[kertas][::-1], column)
				self.assert_filled(column)

	def list_books(self, rows: list[dict]) -> Iterator[tuple[Callable[[], None], str]]:
		"""Yield how to ask for each book of such rows, and the title of one of its columns."""
		today = (nowdate(), nowdate())
		with (
			self.sebagai("UJI-OPERATOR"),
			patch.object(buku_agenda_masuk, "read_rows", return_value=rows),
			patch.object(buku_agenda_keluar, "read_rows", return_value=rows),
			patch.object(buku_ekspedisi, "hide_unseen", return_value=rows),
			patch.object(buku_ekspedisi, "_describe", side_effect=dict),
		):
			yield lambda: download_buku("SM", *today), "Diteruskan ke"
			yield lambda: buku_agenda_keluar.download_buku("SK", *today), "Ditujukan kepada"
			yield lambda: buku_ekspedisi.download_buku(*today), "Nama penerima"

	def assert_filled(self, book: str) -> None:
		"""Below the last line of a page there is the margin, and no room for a row of some lines.

		A row of the Buku Ekspedisi is higher than its text, for the signature. The first page leaves room for a letter head, which the office of the tests has not, and the last ends where the
		book does.
		"""
		_first, *pages, _last = PdfReader(BytesIO(frappe.local.response.filecontent)).pages
		for number, page in enumerate(pages, start=2):
			left = find_lowest(page) * 25.4 / 72
			self.assertLess(left, 45, f"{book}, halaman {number}")
			self.assertGreater(left, 10, f"{book}, halaman {number}")

	def test_no_paper_needs_a_colour(self):
		"""A printer that knows black alone breaks grey letters up into dots."""
		folders = [frappe.get_app_path("eoffice_app", *parts) for parts in TEMPAT_NASKAH]
		papers = [path for folder in folders for path in Path(folder).rglob("*.html")]
		self.assertGreater(len(papers), 15)
		for path in papers:
			self.assertLessEqual(set(WARNA.findall(path.read_text())), {"#000", "#fff"}, path.name)

	def test_letters_lie_on_their_own_paper(self):
		surat = make_surat_keluar()
		for kertas, size in UKURAN_KERTAS.items():
			self.choose(ukuran_kertas=kertas)
			self.assert_size(make_naskah(surat), size)
