import subprocess
import tempfile
from pathlib import Path

import frappe
from frappe.utils import nowdate

from eoffice_app.persuratan.cetak.buku import (
	BARIS_DI_LATAR,
	BARIS_TERBANYAK,
	BukuTerlaluTebalError,
	TataBuku,
	cut_pages,
	lay_out,
	require_printable,
)
from eoffice_app.persuratan.cetak.buku_agenda_keluar import (
	KOSONG,
	TATA,
	TERSEMBUNYI,
	download_buku,
	get_buku_agenda_keluar,
)
from eoffice_app.persuratan.cetak.kertas import printed_on
from eoffice_app.persuratan.surat_keluar.agenda import enter_agenda_keluar
from eoffice_app.setup.naskah_cetak import create_naskah_cetak
from eoffice_app.tests.dasar import KasusUji
from eoffice_app.tests.surat_bernomor import make_surat_bernomor


class TestBukuAgendaKeluar(KasusUji):
	def setUp(self):
		super().setUp()
		create_naskah_cetak()
		frappe.db.delete("Agenda Keluar")

	def enter(self, **values):
		surat = make_surat_bernomor(**values)
		return surat, frappe.get_doc("Agenda Keluar", enter_agenda_keluar(surat))

	def read(self, buku: str = "SK", kode: str = "UJI-OPERATOR") -> list[dict]:
		with self.sebagai(kode):
			book = get_buku_agenda_keluar(frappe._dict(buku=buku, dari=nowdate(), sampai=nowdate()))
		return [row for page in book["halaman"] for row in page]

	def test_the_book_has_a_line_for_each_letter_in_order(self):
		first, _line = self.enter(perihal="Undangan rapat")
		second, line = self.enter()
		line.db_set("keadaan", "Batal")
		rows = self.read()
		self.assertEqual([row["nomor_surat"] for row in rows], [first.nomor, second.nomor])
		self.assertEqual([row["isi"] for row in rows], ["Undangan rapat", "BATAL. Laporan kegiatan"])
		self.assertEqual(rows[1]["nomor_urut"], rows[0]["nomor_urut"] + 1)

	def test_of_a_letter_that_is_hidden_only_the_number_stands_in_an_open_book(self):
		surat, line = self.enter(sifat="Terbatas")
		frappe.db.delete("Akses Surat", {"surat": surat.name})
		(row,) = self.read()
		self.assertEqual(
			{name: value for name, value in row.items() if value},
			{"nomor_urut": line.nomor_urut, "isi": TERSEMBUNYI},
		)

	def test_a_letter_that_is_not_biasa_is_printed_without_its_perihal(self):
		self.enter(sifat="Terbatas", perihal="Perihal tertutup")
		(row,) = self.read()
		self.assertEqual(row["isi"], "Surat Terbatas (perihal tidak dicantumkan)")

	def test_a_secret_book_does_not_even_count_what_is_hidden(self):
		self.enter(sifat="Rahasia")
		self.assertEqual(self.read("SKR"), [])
		self.assertEqual(len(self.read("SKR", "UJI-SANDI")), 1)

	def test_whoever_may_not_print_finds_no_book(self):
		for kode in ("UJI-STAF-B", "UJI-KABID-A", "UJI-PENGELOLA", "Guest"):
			self.assertRaises(frappe.DoesNotExistError, self.read, kode=kode)
		self.assertRaises(frappe.DoesNotExistError, self.read, "TIDAK-ADA")

	def test_the_paper_is_a_pdf_that_names_the_letters(self):
		surat, _line = self.enter()
		with self.sebagai("UJI-OPERATOR"):
			download_buku("SK", nowdate(), nowdate())
		with tempfile.TemporaryDirectory() as folder:
			path = Path(folder) / "buku.pdf"
			path.write_bytes(frappe.local.response.filecontent)
			text = subprocess.run(["pdftotext", str(path), "-"], capture_output=True, text=True).stdout
		self.assertIn("BUKU AGENDA SURAT KELUAR", text)
		self.assertIn(surat.nomor, text.replace("\n", ""))

	def test_a_page_holds_what_fits_on_it(self):
		# Of A4 that lies, 20 and 30 millimetres are left for rows, and half the width for the text.
		tata = TataBuku({"isi": 50}, terendah=8, kepala_pertama=168, kepala=158)
		with printed_on("A4"):
			pages = lay_out([{"isi": "x"}] * 6, tata)
			self.assertEqual([len(page) for page in pages], [2, 3, 1])
			tall = [row for page in lay_out([{"nomor": 1, "isi": "panjang " * 200}], tata) for row in page]
			self.assertEqual(list(lay_out([], tata)), [[]])
		self.assertEqual([row["nomor"] for row in tall], [1, "", ""])
		self.assertEqual("\n".join(row["isi"] for row in tall).split(), ["panjang"] * 200)

	def test_a_larger_paper_holds_more(self):
		rows = [{**KOSONG, "isi": "Undangan rapat koordinasi penyusunan rencana kerja " * 7}] * 200
		with printed_on("A4"):
			small = list(lay_out(rows, TATA))
		with printed_on("F4"):
			large = list(lay_out(rows, TATA))
		self.assertLess(len(large), len(small))

	def test_each_page_is_a_sheet_of_its_own(self):
		head = '<style>td { margin: 0 }</style><div class="naskah">'
		pages = [f'<div class="halaman-buku"><p>{number}</p></div>' for number in range(3)]
		self.assertEqual(
			cut_pages(f"{head}{''.join(pages)}</div>"), [f"{head}{page}</div>" for page in pages]
		)

	def test_a_period_too_long_for_one_paper_is_refused(self):
		for doc, most in ((frappe._dict(), BARIS_TERBANYAK), (frappe._dict(di_latar=True), BARIS_DI_LATAR)):
			require_printable(most, doc, "Buku Agenda")
			self.assertRaises(BukuTerlaluTebalError, require_printable, most + 1, doc, "Buku Agenda")
