import os
import signal
import subprocess
import tempfile
import threading
import time
from pathlib import Path
from unittest import TestCase

import frappe

from eoffice_app.naskah.libreoffice import (
	AWALAN_FOLDER,
	KonversiGagalError,
	KonversiTerhentiError,
	convert_docx,
)
from eoffice_app.naskah.tanda_docx import fill_tanda
from eoffice_app.naskah.tempat import list_tempat
from eoffice_app.naskah.test_tempat import read_text
from eoffice_app.program_luar import UMUR_SISA_DETIK, remove_left_over
from eoffice_app.tests.dasar import KasusFrappe
from eoffice_app.tests.naskah_docx import make_docx

TEKS = {"penanda_tangan": "Nama Contoh, S.H.", "jabatan": "Kepala Dinas", "pangkat": "", "nip": "1970"}


class TestLibreOffice(KasusFrappe):
	def setUp(self):
		frappe.local.lang = "id"

	def tearDown(self):
		self.assertEqual(list_running(), [])

	def test_a_letter_becomes_a_pdf_with_its_places(self):
		pdf = convert_docx(fill_tanda(make_docx(), TEKS))
		self.assertIn("Kepala Dinas", read_text(pdf))
		places = list_tempat(pdf)
		self.assertEqual({each.nama for each in places}, {"nomor", "tanggal", "tanda_tangan"})
		left, bottom, right, top = next(each.kotak for each in places if each.nama == "tanda_tangan")
		self.assertAlmostEqual(right - left, 235, delta=0.5)
		self.assertAlmostEqual(top - bottom, 84, delta=0.5)

	def test_two_at_once_do_not_disturb_each_other(self):
		made = {}
		threads = [
			threading.Thread(target=lambda text=text: made.update({text: convert_docx(make_docx(text))}))
			for text in ("naskah satu", "naskah dua")
		]
		for thread in threads:
			thread.start()
		for thread in threads:
			thread.join()
		self.assertEqual(
			{text: text in read_text(pdf) for text, pdf in made.items()},
			{"naskah satu": True, "naskah dua": True},
		)

	def test_what_libreoffice_cannot_read_is_said(self):
		with self.assertRaisesRegex(KonversiGagalError, "tidak dapat membaca"):
			convert_docx(b"PK\3\4 bukan zip")

	def test_it_is_given_up_in_time_and_nothing_runs_on(self):
		begun = time.monotonic()
		with self.assertRaisesRegex(KonversiGagalError, "detik"):
			convert_docx(make_docx(), batas_waktu=0.3)
		self.assertLess(time.monotonic() - begun, 5)

	def test_one_that_was_killed_is_to_be_tried_again(self):
		killer = threading.Thread(target=kill_when_running)
		killer.start()
		with self.assertRaises(KonversiTerhentiError):
			convert_docx(make_docx())
		killer.join()

	def test_folders_of_killed_workers_are_removed(self):
		old, new = (Path(tempfile.mkdtemp(prefix=AWALAN_FOLDER)) for _number in range(2))
		self.addCleanup(new.rmdir)
		past = time.time() - UMUR_SISA_DETIK - 1
		os.utime(old, (past, past))
		remove_left_over(AWALAN_FOLDER)
		self.assertEqual((old.exists(), new.exists()), (False, True))


class TestTanpaLibreOffice(TestCase):
	def test_a_server_without_libreoffice_says_so(self):
		path = os.environ["PATH"]
		self.addCleanup(os.environ.__setitem__, "PATH", path)
		os.environ["PATH"] = tempfile.gettempdir()
		with self.assertRaisesRegex(KonversiGagalError, "LibreOffice"):
			convert_docx(make_docx())


def list_running() -> list[int]:
	"""Return the processes of LibreOffice that this process started."""
	listed = subprocess.run(
		["pgrep", "-f", f"soffice.bin.*{tempfile.gettempdir()}/{AWALAN_FOLDER}"],
		capture_output=True,
		text=True,
	).stdout.split()
	return [int(number) for number in listed if is_below_this(int(number))]


def is_below_this(number: int) -> bool:
	try:
		while number > 1 and number != os.getpid():
			number = int(Path(f"/proc/{number}/stat").read_text().rpartition(")")[2].split()[1])
	except FileNotFoundError:
		return False
	return number == os.getpid()


def kill_when_running() -> None:
	until = time.monotonic() + 20
	while time.monotonic() < until:
		for number in list_running():
			os.kill(number, signal.SIGKILL)
			return
		time.sleep(0.02)
