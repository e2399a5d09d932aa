from io import BytesIO
from unittest.mock import patch

import frappe
from frappe.utils import nowdate
from pypdf import PdfReader

from eoffice_app.ekspedisi.caraka import record_hasil
from eoffice_app.persuratan.cetak import buku
from eoffice_app.persuratan.cetak.buku import BukuTerlaluTebalError, lay_out
from eoffice_app.persuratan.cetak.buku_ekspedisi import TATA, download_buku, get_buku_ekspedisi
from eoffice_app.setup.naskah_cetak import create_naskah_cetak
from eoffice_app.tests.dasar import KasusUji, make_pegawai
from eoffice_app.tests.ekspedisi import CARAKA, compose_catatan, make_run_under_way

HARI_INI = {"dari": nowdate(), "sampai": nowdate()}


def compose_row(**values) -> dict:
	columns = ("tanggal", "surat", "isi", "kepada", "penerima", "waktu", "keterangan")
	return {**dict.fromkeys(columns, ""), **values}


class TestBukuEkspedisi(KasusUji):
	@classmethod
	def setUpClass(cls):
		super().setUpClass()
		make_pegawai(CARAKA, "Caraka")
		create_naskah_cetak()
		frappe.db.commit()

	def read(self, doc, kode: str = "UJI-OPERATOR") -> list[dict]:
		with self.sebagai(kode):
			return [row for page in get_buku_ekspedisi(doc)["halaman"] for row in page]

	def test_a_line_says_what_came_of_its_letter(self):
		run, (first, second) = make_run_under_way(
			perihal="Undangan rapat", tembusan=[{"jenis_penerima": "Instansi", "penerima": "Instansi Uji"}]
		)
		with self.sebagai(CARAKA):
			record_hasil(**compose_catatan(first))
			record_hasil(**compose_catatan(second, hasil="Tidak Terkirim", alasan="Kantor tutup"))
		received, back = self.read(run)
		self.assertEqual((received["isi"], received["kepada"]), ("Undangan rapat", "Instansi Uji"))
		self.assertEqual(received["penerima"], "Penerima Contoh\nResepsionis")
		self.assertTrue(received["paraf"].startswith("data:image/png;base64,"))
		self.assertIn("Tidak terkirim: Kantor tutup", back["keterangan"])
		self.assertEqual((back["paraf"], back["penerima"]), ("", ""))

	def test_the_book_says_no_perihal_of_what_is_not_biasa(self):
		run, _lines = make_run_under_way(perihal="Perihal terbatas", sifat="Terbatas")
		(row,) = self.read(run)
		self.assertEqual(row["isi"], "Surat Terbatas (perihal tidak dicantumkan)")

	def test_of_a_letter_one_may_not_see_only_the_number_is_left(self):
		run, (line,) = make_run_under_way(perihal="Perihal terbatas", sifat="Terbatas")
		surat = frappe.db.get_value("Baris Ekspedisi", line, "surat_keluar")
		nomor = frappe.db.get_value("Surat Keluar", surat, "nomor")
		frappe.db.delete("Akses Surat", {"surat": surat})
		(row,) = self.read(run)
		self.assertTrue(row["nomor_urut"])
		self.assertNotIn(nomor, str(row))
		self.assertNotIn("Instansi Uji", str(row))

	def test_a_period_holds_the_runs_of_its_days(self):
		run, _lines = make_run_under_way()
		(row,) = self.read(run)
		found = self.read(frappe._dict(HARI_INI))
		self.assertIn(row["nomor_urut"], [one["nomor_urut"] for one in found])
		self.assertEqual(self.read(frappe._dict(dari="2001-01-01", sampai="2001-12-31")), [])

	def test_a_period_too_long_for_one_paper_is_refused(self):
		make_run_under_way()
		with patch.object(buku, "BARIS_TERBANYAK", 0), self.assertRaises(BukuTerlaluTebalError):
			self.read(frappe._dict(HARI_INI))

	def test_rows_go_on_pages_that_hold_them_and_each_has_its_head(self):
		rows = [compose_row(surat=str(number), isi="kata " * 30) for number in range(60)]
		pages = list(lay_out(rows, TATA))
		self.assertEqual([row for page in pages for row in page], rows)
		self.assertLess(len(pages[0]), len(pages[1]))
		self.assertGreater(len(pages), 3)
		self.assertEqual(list(lay_out([], TATA)), [[]])

	def test_as_pdf_every_page_has_the_head(self):
		run, (line,) = make_run_under_way()
		with self.sebagai("UJI-OPERATOR"):
			download_buku(**HARI_INI)
		reader = PdfReader(BytesIO(frappe.local.response.filecontent))
		nomor = frappe.db.get_value("Baris Ekspedisi", line, "nomor_urut")
		texts = [" ".join(page.extract_text().split()) for page in reader.pages]
		self.assertIn(str(nomor), texts[-1])
		for at, text in enumerate(texts, start=1):
			self.assertIn("Nama penerima", text)
			self.assertIn(f"Halaman {at} dari {len(texts)}", text)
		self.assertIn(str(run.nomor), frappe.get_print("Ekspedisi", run.name, "Buku Ekspedisi"))

	def test_strangers_print_no_book(self):
		run, _lines = make_run_under_way()
		for kode in ("Guest", "UJI-STAF-B", CARAKA):
			for doc in (run, frappe._dict(HARI_INI)):
				with self.assertRaises(frappe.DoesNotExistError, msg=kode):
					self.read(doc, kode)
			with self.sebagai(kode), self.assertRaises(frappe.DoesNotExistError, msg=kode):
				download_buku(**HARI_INI)
