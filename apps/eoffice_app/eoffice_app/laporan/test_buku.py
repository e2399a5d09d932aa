from unittest.mock import patch

import frappe
from frappe.utils import nowdate

from eoffice_app.laporan import buku
from eoffice_app.laporan.report.buku_agenda.buku_agenda import execute
from eoffice_app.laporan.report.buku_ekspedisi.buku_ekspedisi import execute as execute_ekspedisi
from eoffice_app.persuratan.cetak.buku_agenda_keluar import get_buku_agenda_keluar
from eoffice_app.persuratan.cetak.buku_agenda_masuk import TERSEMBUNYI, download_buku, get_buku_agenda_masuk
from eoffice_app.persuratan.disposisi.langkah import write_disposisi
from eoffice_app.persuratan.doctype.surat_masuk.surat_masuk import close_with_reason
from eoffice_app.persuratan.surat_keluar.agenda import enter_agenda_keluar
from eoffice_app.setup.naskah_cetak import create_naskah_cetak
from eoffice_app.tests.dasar import KasusUji, acting_as, make_pegawai, make_surat_masuk, make_surat_menunggu
from eoffice_app.tests.ekspedisi import CARAKA, make_run_under_way
from eoffice_app.tests.surat_bernomor import make_surat_bernomor

HARI_INI = {"dari": nowdate(), "sampai": nowdate()}
PERIHAL = "Undangan \"rapat\" <b>dinas</b> & 'kerja'"


class TestBukuAgendaMasuk(KasusUji):
	@classmethod
	def setUpClass(cls):
		super().setUpClass()
		create_naskah_cetak()
		frappe.db.commit()

	@classmethod
	def prepare_class(cls) -> dict:
		"""A letter passed on to a Bidang, one that was returned and a Terbatas one."""
		surat = make_surat_menunggu(perihal=PERIHAL, lampiran="1 berkas", klasifikasi="UJI.1")
		with acting_as("UJI-KADIS"):
			write_disposisi(surat.name, ["UJI-KABID-A", "UJI-KABID-B"], ["Tindak lanjuti"])
		returned = make_surat_masuk()
		with acting_as("UJI-VERIFIKATOR"):
			close_with_reason(returned.name, "Kembalikan", "Tanpa stempel")
		return {"surat": surat, "returned": returned, "terbatas": make_surat_masuk(sifat="Terbatas")}

	def read_paper(self, kode: str, kode_buku: str = "SM") -> dict[int, dict]:
		with self.sebagai(kode):
			book = get_buku_agenda_masuk(frappe._dict(buku=kode_buku, **HARI_INI))
		return {row["nomor_urut"]: row for page in book["halaman"] for row in page}

	def read_screen(self, kode: str, kode_buku: str = "SM") -> dict[int, dict]:
		with self.sebagai(kode):
			_columns, rows, *_message = execute({"buku": kode_buku, **HARI_INI})
		return {row["nomor_urut"]: row for row in rows}

	def find_number(self, surat) -> int:
		return frappe.db.get_value("Agenda", {"surat_masuk": surat.name}, "nomor_urut")

	def test_the_paper_has_the_columns_of_the_book(self):
		row = self.read_paper("UJI-OPERATOR")[self.find_number(self.surat)]
		self.assertEqual(row["isi"], PERIHAL)
		self.assertEqual(row["diteruskan_ke"], "Jabatan UJI-KABID-A\nJabatan UJI-KABID-B")
		self.assertEqual((row["lampiran"], row["klasifikasi"], row["sifat"]), ("1 berkas", "UJI.1", "Biasa"))
		self.assertEqual(row["pengirim"], "Instansi Uji")
		returned = self.read_paper("UJI-OPERATOR")[self.find_number(self.returned)]
		self.assertEqual(returned["keterangan"], "Dikembalikan\nTanpa stempel")
		self.assertEqual(returned["diteruskan_ke"], "Jabatan UJI-KADIS")

	def test_of_a_hidden_letter_the_paper_has_the_number_and_the_screen_nothing(self):
		number = self.find_number(self.terbatas)
		self.assertIn("perihal tidak dicantumkan", self.read_paper("UJI-OPERATOR")[number]["isi"])
		frappe.db.delete("Akses Surat", {"surat": self.terbatas.name})
		row = self.read_paper("UJI-OPERATOR")[number]
		self.assertEqual(
			{key: value for key, value in row.items() if value}, {"nomor_urut": number, "isi": TERSEMBUNYI}
		)
		self.assertNotIn(number, self.read_screen("UJI-OPERATOR"))
		self.assertIn(self.find_number(self.surat), self.read_screen("UJI-OPERATOR"))

	def test_a_secret_book_does_not_even_count_what_is_hidden(self):
		number = self.find_number(make_surat_masuk(sifat="Rahasia"))
		for read in (self.read_paper, self.read_screen):
			self.assertIn(number, read("UJI-SANDI", "SMR"))
			self.assertNotIn(number, read("UJI-OPERATOR", "SMR"))

	def test_whoever_may_not_print_finds_no_book(self):
		for kode in ("UJI-STAF-B", "UJI-KABID-A", "UJI-KADIS", "UJI-PENGELOLA", "Guest"):
			self.assertRaises(frappe.DoesNotExistError, self.read_paper, kode)
		self.assertRaises(frappe.DoesNotExistError, self.read_paper, "UJI-OPERATOR", "TIDAK-ADA")
		self.assertRaises(frappe.DoesNotExistError, self.read_screen, "UJI-OPERATOR", "TIDAK-ADA")

	def test_on_the_screen_a_text_stands_on_one_line_as_it_was_typed_and_leads_to_its_letter(self):
		row = self.read_screen("UJI-KADIS")[self.find_number(self.surat)]
		self.assertEqual(row["isi"], PERIHAL)
		self.assertEqual(row["surat_masuk"], self.surat.name)
		self.assertEqual(row["diteruskan_ke"], "Jabatan UJI-KABID-A; Jabatan UJI-KABID-B")

	def test_more_lines_than_a_screen_holds_are_said_to_be_cut(self):
		with patch.object(buku, "BARIS_TERBANYAK", 1):
			with patch("eoffice_app.laporan.report.buku_agenda.buku_agenda.BARIS_TERBANYAK", 1):
				_columns, rows, message = execute({"buku": "SM", **HARI_INI})
		self.assertEqual(len(rows), 2)
		self.assertEqual(rows[1]["isi"], message)

	def test_the_paper_is_a_pdf(self):
		with self.sebagai("UJI-OPERATOR"):
			download_buku("SM", nowdate(), nowdate())
		self.assertTrue(frappe.local.response.filecontent.startswith(b"%PDF"))
		self.assertEqual(frappe.local.response.filename, f"buku-agenda-masuk-{nowdate()}-{nowdate()}.pdf")


class TestBukuKeluarDanEkspedisi(KasusUji):
	@classmethod
	def setUpClass(cls):
		super().setUpClass()
		make_pegawai(CARAKA, "Caraka")
		frappe.db.commit()

	def test_the_outgoing_book_on_the_screen_is_the_paper_without_what_is_hidden(self):
		frappe.db.delete("Agenda Keluar")
		hidden = make_surat_bernomor(sifat="Terbatas")
		for surat in (make_surat_bernomor(), hidden):
			enter_agenda_keluar(surat)
		with self.sebagai("UJI-OPERATOR"):
			paper = get_buku_agenda_keluar(frappe._dict(buku="SK", **HARI_INI))["halaman"][0]
			_columns, before = execute({"buku": "SK", **HARI_INI})
			frappe.db.delete("Akses Surat", {"surat": hidden.name})
			_columns, after = execute({"buku": "SK", **HARI_INI})
		self.assertEqual(before, paper)
		self.assertEqual(after, paper[:1])

	def test_the_book_of_deliveries_shows_what_its_reader_sees(self):
		_run, (line,) = make_run_under_way(perihal="Undangan rapat")
		surat = frappe.db.get_value("Baris Ekspedisi", line, "surat_keluar")
		nomor = frappe.db.get_value("Surat Keluar", surat, "nomor")
		for kode, seen in (("UJI-OPERATOR", True), ("UJI-STAF-B", False), ("Guest", False)):
			with self.sebagai(kode):
				_columns, rows = execute_ekspedisi(HARI_INI)
			self.assertEqual(nomor in {row["nomor_surat"] for row in rows}, seen, kode)
		self.assertEqual(execute_ekspedisi({"dari": "1990-01-01", "sampai": "1999-12-31"})[1], [])
