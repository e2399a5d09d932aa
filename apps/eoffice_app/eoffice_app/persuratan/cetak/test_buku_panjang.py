from io import BytesIO
from unittest.mock import patch

import frappe
from frappe.utils import add_days, now_datetime, nowdate
from frappe.utils.background_jobs import get_job
from pypdf import PdfReader

from eoffice_app.persuratan.cetak import buku, buku_panjang
from eoffice_app.persuratan.cetak.buku import BukuTerlaluTebalError
from eoffice_app.persuratan.cetak.buku_agenda_keluar import download_buku
from eoffice_app.persuratan.cetak.buku_panjang import (
	UMUR_BERKAS_HARI,
	make_ordered_book,
	order_book,
	sweep,
)
from eoffice_app.persuratan.cetak.tanggal import write_date
from eoffice_app.persuratan.surat_keluar.agenda import enter_agenda_keluar
from eoffice_app.setup.naskah_cetak import create_naskah_cetak
from eoffice_app.tests.dasar import KasusUji, make_pegawai, surel
from eoffice_app.tests.ekspedisi import CARAKA, make_run_under_way
from eoffice_app.tests.surat_bernomor import make_surat_bernomor

HARI_INI = {"dari": nowdate(), "sampai": nowdate()}


class TestBukuPanjang(KasusUji):
	def setUp(self):
		super().setUp()
		create_naskah_cetak()
		frappe.db.delete("Agenda Keluar")
		# Tests that commit have left others in the same bells.
		frappe.db.delete("Notification Log")
		self.letters = [make_surat_bernomor() for _number in range(2)]
		for surat in self.letters:
			enter_agenda_keluar(surat)

	def make(self, kode: str = "UJI-OPERATOR", kode_buku: str | None = "SK"):
		with self.sebagai(kode):
			make_ordered_book(buku=kode_buku, **HARI_INI)

	def told(self, kode: str = "UJI-OPERATOR") -> list[tuple[str, str]]:
		return frappe.get_all(
			"Notification Log", {"for_user": surel(kode)}, ["subject", "email_content"], as_list=True
		)

	def list_books(self, naskah: str = "buku-agenda-keluar") -> list:
		filters = {"file_name": ["like", f"{naskah}%"]}
		return frappe.get_all("File", filters, ["name", "owner", "is_private", "file_url"])

	def test_more_than_one_answer_holds_is_made_into_a_private_file_of_the_one_who_asked(self):
		with patch.object(buku, "BARIS_TERBANYAK", 1):
			with self.sebagai("UJI-OPERATOR"):
				with self.assertRaisesRegex(BukuTerlaluTebalError, "tekan Siapkan Buku Tebal"):
					download_buku("SK", **HARI_INI)
			self.make()
		(berkas,) = self.list_books()
		self.assertEqual((berkas.owner, berkas.is_private), (surel("UJI-OPERATOR"), 1))
		doc = frappe.get_doc("File", berkas.name)
		text = "".join(page.extract_text() for page in PdfReader(BytesIO(doc.get_content())).pages)
		for surat in self.letters:
			self.assertIn(surat.nomor, text.replace("\n", ""))
		for kode, may in (("UJI-OPERATOR", True), ("UJI-VERIFIKATOR", False), ("UJI-KADIS", False)):
			with self.sebagai(kode):
				self.assertEqual(frappe.get_doc("File", berkas.name).is_downloadable(), may, kode)
		((subject, content),) = self.told()
		self.assertIn("sudah siap", subject)
		self.assertIn(berkas.file_url, content)

	def test_whoever_may_not_print_orders_nothing_and_is_made_nothing(self):
		with patch.object(frappe, "enqueue") as queued:
			for kode in ("UJI-STAF-B", "UJI-KABID-A", "UJI-PENGELOLA", "Guest"):
				with self.sebagai(kode):
					self.assertRaises(frappe.DoesNotExistError, order_book, buku="SK", **HARI_INI)
			for kode in ("UJI-STAF-B", "UJI-KABID-A", "Guest"):
				with self.sebagai(kode):
					self.assertRaises(frappe.DoesNotExistError, order_book, **HARI_INI)
			with self.sebagai("UJI-OPERATOR"):
				self.assertRaises(frappe.DoesNotExistError, order_book, buku="TIDAK-ADA", **HARI_INI)
				queued.assert_not_called()
				self.assertTrue(order_book(buku="SK", **HARI_INI))
		self.assertEqual(queued.call_args.kwargs["buku"], "SK")
		self.assertEqual(queued.call_args.args, (buku_panjang.TUGAS,))

	def test_the_same_order_is_not_taken_while_it_is_under_way(self):
		kunci = []
		self.addCleanup(lambda: [get_job(one).delete() for one in kunci])
		enqueue = frappe.enqueue

		def note_and_enqueue(*given, **order):
			kunci.append(order["job_id"])
			return enqueue(*given, **order)

		with patch.object(frappe, "enqueue", note_and_enqueue):
			for kode, buku, taken in (
				("UJI-OPERATOR", "SK", True),
				("UJI-OPERATOR", "SK", False),
				("UJI-OPERATOR", "SM", True),
				("UJI-OPERATOR", None, True),
				("UJI-SANDI", "SK", True),
			):
				with self.sebagai(kode):
					self.assertIs(order_book(buku=buku, **HARI_INI), taken, (kode, buku))
		self.assertEqual(len(set(kunci)), 4)

	def test_books_are_kept_as_long_as_the_bell_said_and_other_files_for_ever(self):
		self.make()
		(berkas,) = self.list_books()
		until = add_days(nowdate(), UMUR_BERKAS_HARI)
		self.assertIn(write_date(until), self.told()[0][1])
		values = {"file_name": "buku-agenda-keluar-sendiri.pdf", "is_private": 1, "content": b"milik orang"}
		upload = frappe.get_doc({"doctype": "File", **values}).insert()
		with patch.object(frappe.db, "commit"):
			for days, left in (
				(UMUR_BERKAS_HARI, {berkas.name, upload.name}),
				(UMUR_BERKAS_HARI + 2, {upload.name}),
			):
				frappe.db.set_value(
					"File",
					{"name": ["in", [berkas.name, upload.name]]},
					"creation",
					add_days(now_datetime(), -days),
				)
				sweep()
				self.assertEqual({one.name for one in self.list_books()}, left)

	def test_a_book_of_what_the_caraka_took_is_made_by_the_same_way(self):
		make_pegawai(CARAKA, "Caraka")
		_run, (line,) = make_run_under_way()
		with patch.object(buku, "BARIS_TERBANYAK", 0):
			self.make(kode_buku=None)
		(berkas,) = self.list_books("buku-ekspedisi")
		nomor = frappe.db.get_value("Baris Ekspedisi", line, "nomor_urut")
		content = frappe.get_doc("File", berkas.name).get_content()
		self.assertIn(str(nomor), PdfReader(BytesIO(content)).pages[-1].extract_text())
		# A run rings bells of its own.
		(subject,) = (subject for subject, _content in self.told() if "sudah siap" in subject)
		self.assertIn("Buku Ekspedisi", subject)

	def test_who_may_no_longer_print_when_it_is_made_gets_no_book_and_is_told(self):
		# What is told stays in spite of the failure; here it would stay beyond the test.
		with patch.object(frappe.db, "commit"), patch.object(frappe.db, "rollback"):
			self.assertRaises(frappe.DoesNotExistError, self.make, "UJI-STAF-B")
		self.assertEqual(self.list_books(), [])
		((subject, _content),) = self.told("UJI-STAF-B")
		self.assertIn("tidak dapat disiapkan", subject)

	def test_what_the_asker_may_not_see_stands_there_by_its_number_alone(self):
		hidden = self.letters[0]
		frappe.db.delete("Akses Surat", {"surat": hidden.name})
		self.make()
		(berkas,) = self.list_books()
		content = frappe.get_doc("File", berkas.name).get_content()
		text = "".join(page.extract_text() for page in PdfReader(BytesIO(content)).pages).replace("\n", "")
		self.assertNotIn(hidden.nomor, text)
		self.assertIn(self.letters[1].nomor, text)
