import os
import signal
import subprocess
import threading
import time
from pathlib import Path
from shutil import rmtree

import frappe
import pikepdf
from frappe.utils import get_files_path

from eoffice_app.naskah.test_libreoffice import is_below_this
from eoffice_app.persuratan.berkas.gabung_scan import finish_merging, take_lease
from eoffice_app.persuratan.berkas.test_gabung_scan import path_of
from eoffice_app.persuratan.berkas.test_satu_pdf import make_pages
from eoffice_app.pindai import giliran_baca
from eoffice_app.pindai.giliran_baca import (
	HALAMAN_SEKALI,
	PERCOBAAN_TERBANYAK,
	count_try,
	find_waiting,
	store_result,
	try_to_read,
)
from eoffice_app.pindai.pembacaan import (
	TidakGagalDibacaError,
	get_folder,
	get_pembacaan,
	queue_unread,
	read_again,
)
from eoffice_app.pindai.teks import read_teks
from eoffice_app.tests.dasar import KasusUji, make_berkas, make_surat_masuk
from eoffice_app.tests.surat_scan import SuratScan, draw_surat, make_pdf_scan

# Small, so that a page takes no longer than it must; still well readable.
RESOLUSI = 150


class TestGiliranBaca(KasusUji):
	@classmethod
	def setUpClass(cls):
		super().setUpClass()
		cls.halaman = draw_surat(SuratScan(), RESOLUSI)
		cls.pdf = make_pdf_scan(cls.halaman, resolusi=RESOLUSI)

	def setUp(self):
		super().setUp()
		# Whatever else the site holds waits for another day.
		frappe.db.delete("Pembacaan Scan")
		# Frappe remembers settings beyond the end of a test.
		self.addCleanup(frappe.clear_document_cache, "Pengaturan E-Office", "Pengaturan E-Office")
		self.addCleanup(frappe.db.value_cache.clear)

	def tearDown(self):
		super().tearDown()
		rmtree(get_folder(""), ignore_errors=True)
		for path in Path(get_files_path(is_private=1)).glob("terbaca-*.pdf"):
			if not frappe.db.exists("File", {"file_url": f"/private/files/{path.name}"}):
				path.unlink()

	def test_a_scan_becomes_searchable_and_the_original_stays(self):
		surat = self.register(self.pdf)
		original = path_of(surat.scan[0].berkas).read_bytes()
		self.assertEqual(self.ask(surat).keadaan, "Menunggu")
		self.read()
		said = self.ask(surat)
		self.assertEqual((said.keadaan, said.jumlah_halaman, said.halaman_terbaca), ("Siap", 1, 1))
		(page,) = read_teks(surat.name)
		self.assertEqual(page.nomor, 1)
		self.assertIn("005/123/DISKOMINFO/2026", page.teks)
		self.assertEqual(path_of(surat.scan[0].berkas).read_bytes(), original)
		with pikepdf.open(path_of(said.berkas_terbaca)) as pdf:
			self.assertTrue(pdf.open_metadata().pdfa_status)
		self.assertTrue(frappe.db.exists("Antrean Pencarian", {"surat": surat.name}))
		self.assert_seen_by_those_of_the_letter(surat, said.berkas_terbaca)
		self.become_secret(surat, said.berkas_terbaca)

	def assert_seen_by_those_of_the_letter(self, surat, address: str):
		berkas = frappe.get_doc("File", {"file_url": address})
		for kode, sees in (("UJI-KADIS", True), ("UJI-STAF-B", False)):
			with self.sebagai(kode):
				self.assertEqual(berkas.is_downloadable(), sees, kode)
				with self.assertRaises(frappe.PermissionError):
					frappe.get_list("Teks Scan")

	def become_secret(self, surat, address: str):
		surat.reload()
		surat.update({"sifat": "Rahasia"})
		surat.save()
		self.assertEqual(self.ask(surat).keadaan, "Tidak Dibaca")
		self.assertEqual(read_teks(surat.name), [])
		self.assertFalse(frappe.db.exists("File", {"file_url": address}))
		self.assertIsNone(find_waiting())

	def test_a_secret_letter_is_never_read(self):
		with self.sebagai("UJI-SANDI"):
			surat = make_surat_masuk(sifat="Rahasia", scan=[{"berkas": make_berkas(self.pdf).file_url}])
		self.assertEqual(self.ask(surat).keadaan, "Tidak Dibaca")
		self.assertIsNone(find_waiting())

	def test_one_that_becomes_secret_while_it_is_read_leaves_no_text(self):
		surat = self.register(self.pdf)
		waiting = self.take()
		result = try_to_read(waiting)
		surat.reload()
		surat.update({"sifat": "Sangat Rahasia"})
		surat.save()
		store_result(waiting, result)
		self.assertEqual(self.ask(surat).keadaan, "Tidak Dibaca")
		self.assertEqual(read_teks(surat.name), [])
		self.assertFalse(get_folder(waiting.name).exists())

	def test_pages_with_words_are_not_read_again_and_need_no_second_file(self):
		surat = self.register(self.make_with_words("Surat dari komputer"))
		self.read()
		said = self.ask(surat)
		self.assertEqual((said.keadaan, said.berkas_terbaca), ("Siap", None))
		self.assertEqual([page.teks for page in read_teks(surat.name)], ["Surat dari komputer"])

	def test_many_pages_are_read_part_by_part_up_to_the_office_s_limit(self):
		frappe.db.set_single_value("Pengaturan E-Office", "halaman_dibaca", 6)
		pages = make_pages(*[300] * 300)
		surat = self.register(pages)
		self.read()
		said = self.ask(surat)
		self.assertEqual(
			(said.keadaan, said.halaman_terbaca, said.jumlah_halaman), ("Menunggu", HALAMAN_SEKALI, 300)
		)
		self.read()
		said = self.ask(surat)
		self.assertEqual((said.keadaan, said.halaman_terbaca), ("Siap", 6))
		with pikepdf.open(path_of(said.berkas_terbaca)) as pdf:
			self.assertEqual(len(pdf.pages), 300)

	def test_several_scans_are_read_once_they_are_one(self):
		surat = self.register(self.make_with_words("satu"), self.make_with_words("dua"))
		self.assertIsNone(find_waiting())
		take_lease(surat.name)
		finish_merging(surat.name)
		self.read()
		self.assertEqual([tuple(page) for page in read_teks(surat.name)], [(1, "satu"), (2, "dua")])

	def test_replaced_scans_are_read_anew(self):
		surat = self.register(self.make_with_words("lama"))
		self.read()
		surat.reload()
		with self.sebagai("UJI-OPERATOR"):
			surat.set("scan", [{"berkas": make_berkas(self.make_with_words("baru")).file_url}])
			surat.save()
		self.assertEqual((self.ask(surat).keadaan, read_teks(surat.name)), ("Menunggu", []))
		self.read()
		self.assertEqual([page.teks for page in read_teks(surat.name)], ["baru"])

	def test_reading_killed_half_way_is_tried_again_and_at_last_given_up(self):
		surat = self.register(self.pdf)
		killer = threading.Thread(target=kill_tesseract)
		killer.start()
		self.read()
		killer.join()
		said = self.ask(surat)
		self.assertEqual((said.keadaan, said.halaman_terbaca), ("Menunggu", 0))
		frappe.db.set_value("Pembacaan Scan", {"surat_masuk": surat.name}, "percobaan", PERCOBAAN_TERBANYAK)
		self.read()
		said = self.ask(surat)
		self.assertEqual(said.keadaan, "Gagal")
		self.assertIn(str(PERCOBAAN_TERBANYAK), said.galat)
		read_again(surat.name)
		self.assertEqual(find_waiting().percobaan, 0)
		with self.assertRaises(TidakGagalDibacaError):
			read_again(surat.name)

	def test_a_broken_file_says_so_and_does_not_stop_the_letter(self):
		surat = self.register(self.make_with_words("rusak"))
		path_of(surat.scan[0].berkas).write_bytes(b"%PDF-1.4 rusak")
		self.read()
		self.assertEqual(self.ask(surat).keadaan, "Gagal")
		surat.reload()
		surat.perihal = "Perihal yang lain"
		surat.save()

	def test_an_office_that_wants_nothing_read(self):
		frappe.db.set_single_value("Pengaturan E-Office", "tanpa_baca_scan", 1)
		surat = self.register(self.pdf)
		self.assertIsNone(find_waiting())
		self.assertIsNone(self.ask(surat))

	def test_letters_from_before_are_let_wait_by_hand(self):
		surat = self.register(self.pdf)
		frappe.db.delete("Pembacaan Scan")
		self.assertGreater(queue_unread(), 0)
		self.assertEqual(self.ask(surat).keadaan, "Menunggu")
		self.assertEqual(queue_unread(), 0)

	def test_strangers_learn_nothing(self):
		surat = self.register(self.make_with_words("rahasia kantor"))
		self.read()
		for kode in ("UJI-STAF-B", "Guest"):
			with self.sebagai(kode):
				for door in (get_pembacaan, read_again):
					with self.assertRaises(frappe.DoesNotExistError):
						door(surat.name)
		with self.sebagai("UJI-KADIS"), self.assertRaises(frappe.PermissionError):
			read_again(surat.name)

	def test_the_newest_letter_comes_first_and_what_failed_last(self):
		older, newer = (self.register(self.make_with_words(words)) for words in ("dahulu", "kini"))
		self.assertEqual(find_waiting().surat_masuk, newer.name)
		frappe.db.set_value("Pembacaan Scan", {"surat_masuk": newer.name}, "percobaan", 1)
		self.assertEqual(find_waiting().surat_masuk, older.name)

	def test_only_the_latest_chain_of_jobs_goes_on(self):
		self.register(self.make_with_words("menunggu"))
		self.addCleanup(frappe.cache.delete_value, giliran_baca.RANTAI)
		frappe.cache.set_value(giliran_baca.RANTAI, "kini", expires_in_sec=60)
		giliran_baca.read_next("dahulu")
		self.assertEqual(find_waiting().percobaan, 0)

	def test_the_sweep_begins_only_where_nothing_reads(self):
		self.register(self.make_with_words("menunggu"))
		self.addCleanup(frappe.cache.delete_value, giliran_baca.RANTAI)
		frappe.cache.delete_value(giliran_baca.RANTAI)
		held, ended = threading.Event(), threading.Event()
		other = threading.Thread(target=hold_work, args=(frappe.local.site, held, ended))
		other.start()
		self.assertTrue(held.wait(30))
		giliran_baca.read_waiting()
		self.assertIsNone(frappe.cache.get_value(giliran_baca.RANTAI, expires=True))
		# The other's connection ends, as that of a killed worker does, and the server lets go of its lock a moment later.
		ended.set()
		other.join()
		wait_for_lock()
		giliran_baca.read_waiting()
		self.assertTrue(frappe.cache.get_value(giliran_baca.RANTAI, expires=True))

	def register(self, *contents: bytes):
		with self.sebagai("UJI-OPERATOR"):
			scans = [
				{"berkas": make_berkas(content, f"{index}.pdf").file_url}
				for index, content in enumerate(contents)
			]
		return make_surat_masuk(scan=scans)

	def take(self):
		waiting = find_waiting()
		count_try(waiting)
		return waiting

	def read(self):
		"""Do as the job does once, without its commits."""
		waiting = self.take()
		store_result(waiting, try_to_read(waiting))

	def ask(self, surat):
		return get_pembacaan(surat.name)

	def make_with_words(self, words: str) -> bytes:
		with pikepdf.new() as pdf:
			font = pikepdf.Dictionary(
				Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica
			)
			page = pdf.add_blank_page(page_size=(595, 842))
			page.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F1=font))
			page.Contents = pdf.make_stream(f"BT /F1 14 Tf 72 700 Td ({words}) Tj ET".encode())
			path = Path(get_files_path(f"{frappe.generate_hash(length=8)}.pdf", is_private=1))
			pdf.save(path)
		content = path.read_bytes()
		path.unlink()
		return content


def hold_work(site: str, held: threading.Event, ended: threading.Event) -> None:
	"""Be at the work over a connection of its own until told to end, and leave without a word."""
	frappe.init(site=site)
	frappe.connect()
	frappe.db.sql("select get_lock(%s, 0)", name_lock())
	held.set()
	ended.wait(60)
	frappe.destroy()


def wait_for_lock() -> None:
	"""Return once nobody is at the work, half a minute later at the latest."""
	frappe.db.sql("select get_lock(%s, 30)", name_lock())
	frappe.db.sql("select release_lock(%s)", name_lock())


def name_lock() -> str:
	return f"{frappe.conf.db_name}.{giliran_baca.PEKERJAAN}"


def kill_tesseract() -> None:
	"""Kill the Tesseract of this process that reads a page, as soon as it runs."""
	until = time.monotonic() + 60
	while time.monotonic() < until:
		found = subprocess.run(
			["pgrep", "-f", "tesseract .*textonly_pdf"], capture_output=True, text=True
		).stdout.split()
		for number in filter(is_below_this, map(int, found)):
			os.kill(number, signal.SIGKILL)
			return
		time.sleep(0.02)
