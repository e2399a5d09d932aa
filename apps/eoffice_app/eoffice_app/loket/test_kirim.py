"""Sending as the page does it: the work, the parts, the form, and what is refused on the way."""

import json
import os
import resource
import shutil
import time
from io import BytesIO
from unittest import TestCase

import frappe
from werkzeug.datastructures import FileStorage

from eoffice_app.exceptions import BerkasTidakSahError
from eoffice_app.loket import ruang_unggah
from eoffice_app.loket.batas import INSTANSI_TERBANYAK, PENGIRIM_TERBANYAK, SEMENIT, TerlaluSeringError
from eoffice_app.loket.bukti_kerja import BuktiKerjaSalahError, is_solved
from eoffice_app.loket.bukti_penerimaan import find_recent, render_bukti
from eoffice_app.loket.kirim import (
	JEBAKAN,
	KirimanTidakWajarError,
	begin,
	begin_berkas,
	get_berkas,
	get_tantangan,
	put_bagian,
	read_isian,
	remove_berkas,
	send,
)
from eoffice_app.loket.masukan import PengajuanTidakLengkapError
from eoffice_app.loket.pengajuan import DOCTYPE
from eoffice_app.loket.ruang_unggah import RuangUnggahPenuhError, SesiUnggahTidakAdaError
from eoffice_app.tests.berkas_jahat import EXE
from eoffice_app.tests.dasar import KasusUji, make_pdf
from eoffice_app.tests.klien import forget_limits

ISIAN = {"nama_pengirim": "Siti Contoh", "surel": "siti@contoh.example", "perihal": "Undangan rapat"}


class TestBuktiKerja(TestCase):
	def test_so_many_zero_bits_are_asked_for(self):
		answer = solve("contoh", 12)
		self.assertTrue(is_solved("contoh", answer, 12))
		self.assertFalse(is_solved("contoh", answer, 40))
		self.assertTrue(is_solved("contoh", "apa saja", 0))


class TestKirim(KasusUji):
	def setUp(self):
		super().setUp()
		forget_limits()
		frappe.db.set_single_value("Pengaturan E-Office", "kesulitan_kirim", 8)
		# An address of its own for each test: the limit counts by address.
		frappe.local.request_ip = frappe.generate_hash(length=12)
		frappe.set_user("Guest")
		self.addCleanup(shutil.rmtree, ruang_unggah.get_root(), True)

	def tearDown(self):
		frappe.set_user("Administrator")
		super().tearDown()

	def begin(self) -> str:
		given = get_tantangan()
		return begin(given["tantangan"], solve(**given))["sesi"]

	def upload(self, sesi: str, isi: bytes, nama: str = "surat.pdf", part: int = 512) -> dict:
		berkas = begin_berkas(sesi, nama, len(isi))
		while not berkas["selesai"]:
			berkas = self.put(sesi, berkas, isi[berkas["diterima"] :][:part])
		return berkas

	def put(self, sesi: str, berkas: dict, isi: bytes) -> dict:
		frappe.local.request = frappe._dict(files={"isi": FileStorage(BytesIO(isi))})
		self.addCleanup(frappe.local.request.clear)
		return put_bagian(sesi, berkas["berkas"], berkas["diterima"])

	def send(self, sesi: str, kunci: str | None = None, layanan: str = "Kirim Surat", **values) -> dict:
		return send(sesi, kunci or frappe.generate_hash(length=32), layanan, json.dumps({**ISIAN, **values}))

	def test_what_is_sent_lands_in_the_quarantine_with_its_very_files(self):
		sesi, isi = self.begin(), make_pdf()
		self.upload(sesi, isi)
		hasil = self.send(sesi, jawaban={"bukan pertanyaan": "x"})
		self.assertEqual(set(hasil), {"nomor_bukti", "kode"})
		pengajuan = frappe.get_doc(DOCTYPE, {"nomor_bukti": hasil["nomor_bukti"]})
		self.assertEqual((pengajuan.asal, pengajuan.keadaan), ("Formulir Web", "Baru"))
		self.assertTrue(pengajuan.berkas[0].berkas.startswith("/private/files/"))
		with open(frappe.get_site_path(pengajuan.berkas[0].berkas.lstrip("/")), "rb") as stream:
			self.assertEqual(stream.read(), isi)
		self.assertEqual(find_recent(hasil["kode"]), pengajuan.name)
		self.assertFalse(
			frappe.db.count("Surat Masuk", {"perihal": ISIAN["perihal"], "saluran": "Formulir Web"})
		)

	def test_a_part_that_came_twice_is_one(self):
		sesi, isi = self.begin(), make_pdf()
		berkas = begin_berkas(sesi, "surat.pdf", len(isi))
		self.put(sesi, berkas, isi[:100])
		self.assertEqual(self.put(sesi, berkas, isi[:100])["diterima"], 100)
		(known,) = get_berkas(sesi)
		self.assertEqual((known["diterima"], known["selesai"]), (100, False))
		self.assertTrue(self.put(sesi, known, isi[100:])["selesai"])

	def test_a_second_click_is_answered_as_the_first(self):
		sesi, kunci = self.begin(), frappe.generate_hash(length=32)
		self.upload(sesi, make_pdf())
		first = self.send(sesi, kunci)
		self.assertEqual(self.send(sesi, kunci), first)
		# The room is cleared with the transaction's end.
		ruang_unggah.close_sesi(sesi)
		self.assertEqual(self.send(sesi, kunci), first)
		self.assertEqual(frappe.db.count(DOCTYPE, {"kunci_kirim": kunci}), 1)

	def test_nobody_begins_without_the_work_or_twice_with_the_same(self):
		given = get_tantangan()
		answer = solve(**given)
		for tantangan, jawaban in (
			(given["tantangan"], "bukan"),
			("9999999999.0.aa.bb", answer),
			(given["tantangan"].replace(".8.", ".0."), answer),
			("", ""),
		):
			with self.assertRaises(BuktiKerjaSalahError):
				begin(tantangan, jawaban)
		begin(given["tantangan"], answer)
		with self.assertRaises(BuktiKerjaSalahError):
			begin(given["tantangan"], answer)

	def test_a_file_that_is_not_accepted_leaves_nothing(self):
		sesi = self.begin()
		with self.assertRaisesRegex(BerkasTidakSahError, "Yang diterima"):
			self.upload(sesi, EXE, "surat.pdf")
		self.assertEqual(get_berkas(sesi), [])
		with self.assertRaises(PengajuanTidakLengkapError):
			self.send(sesi)

	def test_what_takes_a_file_out_too_late_leaves_the_next_one_alone(self):
		sesi, isi = self.begin(), make_pdf()
		wrong = begin_berkas(sesi, "salah.pdf", len(isi))
		remove_berkas(sesi, wrong["berkas"])
		self.upload(sesi, isi, "surat.pdf")
		remove_berkas(sesi, wrong["berkas"])
		self.assertEqual([berkas["nama"] for berkas in get_berkas(sesi)], ["surat.pdf"])

	def test_limits_of_files(self):
		sesi = self.begin()
		for ukuran in (0, -5, 26 * 1024**2):
			with self.assertRaises(BerkasTidakSahError):
				begin_berkas(sesi, "surat.pdf", ukuran)
		for number in range(10):
			last = begin_berkas(sesi, f"{number}.pdf", 100)
		with self.assertRaisesRegex(BerkasTidakSahError, "Paling banyak 10"):
			begin_berkas(sesi, "lagi.pdf", 100)
		with self.assertRaisesRegex(BerkasTidakSahError, "belum selesai"):
			self.send(sesi)
		# More than was announced is not taken.
		self.assertEqual(self.put(sesi, last, bytes(101))["diterima"], 0)
		with self.assertRaises(BerkasTidakSahError):
			self.put(sesi, last, bytes(1024**2 + 1))
		remove_berkas(sesi, last["berkas"])
		self.assertEqual(len(get_berkas(sesi)), 9)

	def test_bad_files_one_after_the_other_are_not_opened_for_ever(self):
		sesi = self.begin()
		most, _together = SEMENIT["periksa"]
		for _turn in range(most):
			with self.assertRaises(BerkasTidakSahError):
				self.upload(sesi, EXE)
		with self.assertRaises(TerlaluSeringError):
			self.upload(sesi, EXE)
		# What has arrived waits: the next attempt brings no more than the question.
		forget_limits()
		(waiting,) = get_berkas(sesi)
		self.assertEqual(waiting["diterima"], waiting["ukuran"])
		with self.assertRaises(BerkasTidakSahError):
			self.put(sesi, waiting, b"")

	def test_no_other_token_opens_a_session(self):
		sesi = self.begin()
		for wrong in ("", "../..", sesi[:-1], sesi.upper() + "0", os.path.basename(ruang_unggah.get_root())):
			with self.assertRaises(SesiUnggahTidakAdaError):
				get_berkas(wrong)

	def test_who_fills_in_what_nobody_sees_is_no_person(self):
		for values in ({JEBAKAN: "http://jahat.example"}, {"jawaban": ["x"]}):
			with self.assertRaises(KirimanTidakWajarError):
				read_isian("a" * 32, "Kirim Surat", json.dumps({**ISIAN, **values}))
		for kunci, isian in (("a" * 31, "{}"), ("%" * 32, "{}"), ("a" * 32, "[]"), ("a" * 32, "{")):
			with self.assertRaises(KirimanTidakWajarError):
				read_isian(kunci, "Kirim Surat", isian)
		with self.assertRaises(PengajuanTidakLengkapError):
			read_isian("a" * 32, "Kirim Surat", json.dumps({"tanggal_surat": "2026-13-45"}))

	def test_limits_by_sender_and_by_agency(self):
		for most, values in (
			(PENGIRIM_TERBANYAK, lambda number: {"surel": "Satu@contoh.example"}),
			(
				INSTANSI_TERBANYAK,
				lambda number: {"surel": f"{number}@b.example", "instansi_pengirim": "Satu  Instansi"},
			),
		):
			forget_limits()
			sesi = self.begin()
			self.upload(sesi, make_pdf())
			for number in range(most):
				# Each from an address of its own.
				frappe.local.request_ip = frappe.generate_hash(length=12)
				self.send(sesi, **values(number))
			with self.assertRaises(TerlaluSeringError):
				self.send(sesi, **values(most))

	def test_a_full_disk_is_said_and_what_had_arrived_stays(self):
		sesi, isi = self.begin(), make_pdf()
		berkas = begin_berkas(sesi, "surat.pdf", len(isi))
		self.put(sesi, berkas, isi[:600])
		with no_more_than(700), self.assertRaisesRegex(RuangUnggahPenuhError, "penuh"):
			self.put(sesi, {**berkas, "diterima": 600}, isi[600:])
		(known,) = get_berkas(sesi)
		self.assertEqual(known["diterima"], 600)
		self.assertTrue(self.put(sesi, known, isi[600:])["selesai"])

	def test_a_disk_full_while_sending_registers_nothing(self):
		sesi, kunci = self.begin(), frappe.generate_hash(length=32)
		self.upload(sesi, make_pdf())
		frappe.db.savepoint("sebelum_kirim")
		before = set(os.listdir(frappe.get_site_path("private", "files")))
		with no_more_than(700), self.assertRaises(RuangUnggahPenuhError):
			self.send(sesi, kunci)
		frappe.db.rollback(save_point="sebelum_kirim")
		self.assertFalse(frappe.db.exists(DOCTYPE, {"kunci_kirim": kunci}))
		left = set(os.listdir(frappe.get_site_path("private", "files"))) - before
		self.assertEqual(left, set())
		self.assertTrue(self.send(sesi, kunci)["nomor_bukti"])

	def test_what_nobody_sent_is_swept_after_a_day(self):
		old, new = self.begin(), self.begin()
		folder = ruang_unggah._folder_of(old)
		yesterday = time.time() - ruang_unggah.UMUR_DETIK - 60
		os.utime(folder, (yesterday, yesterday))
		ruang_unggah.sweep()
		self.assertEqual(get_berkas(new), [])
		with self.assertRaises(SesiUnggahTidakAdaError):
			get_berkas(old)

	def test_the_receipt_is_for_the_hour_and_for_the_code_alone(self):
		sesi = self.begin()
		self.upload(sesi, make_pdf())
		hasil = self.send(sesi, rahasia=True, nama_pengirim="<b>Siti</b>")
		name = find_recent(hasil["kode"].lower())
		pengajuan = frappe.get_doc(DOCTYPE, name)
		html = render_bukti(pengajuan, hasil["kode"].replace("-", ""))
		self.assertIn(hasil["kode"], html)
		self.assertIn("&lt;b&gt;Siti", html)
		self.assertNotIn(ISIAN["perihal"], html)
		self.assertIsNone(find_recent("A" * 26))
		frappe.db.set_value(DOCTYPE, name, "diterima_pada", "2026-01-01 08:00:00")
		self.assertIsNone(find_recent(hasil["kode"]))


class no_more_than:
	"""For a while no file of this process grows beyond so many bytes, as on a disk that is full."""

	def __init__(self, size: int):
		self.size = size

	def __enter__(self):
		self.before = resource.getrlimit(resource.RLIMIT_FSIZE)
		resource.setrlimit(resource.RLIMIT_FSIZE, (self.size, self.before[1]))

	def __exit__(self, *_error):
		resource.setrlimit(resource.RLIMIT_FSIZE, self.before)


def solve(tantangan: str, kesulitan: int) -> str:
	"""Do the work of a challenge."""
	return next(str(number) for number in range(10**7) if is_solved(tantangan, str(number), kesulitan))
