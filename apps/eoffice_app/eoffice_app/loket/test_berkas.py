import os
import socket
import struct
import tempfile
import threading
import time
from io import BytesIO

import frappe
import pikepdf
from PIL import Image

from eoffice_app.exceptions import BerkasTidakSahError
from eoffice_app.loket.antivirus import PemeriksaVirusMatiError
from eoffice_app.loket.berkas import JENIS_DOCX, check_isi, fit_nama
from eoffice_app.loket.pembaca_berkas import BAIK, BOM, JENIS_PDF, read_apart
from eoffice_app.tests.berkas_jahat import list_hostile, make_pdf_bomb, make_png, save
from eoffice_app.tests.dasar import KasusUji, make_pdf
from eoffice_app.tests.naskah_docx import make_docx
from eoffice_app.tte.test_proses_verifikasi import make_swelling

MEGA = 1024**2
# As long as a virus scanner needs to know it, and known to each.
VIRUS_UJI = rb"X5O!P%@AP[4\PZX54(P^)7CC)7}$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"


class TestBerkas(KasusUji):
	def tearDown(self):
		frappe.db.set_single_value("Pengaturan E-Office", "soket_antivirus", None)
		super().tearDown()

	def test_a_file_is_what_its_content_is(self):
		for nama, isi, jenis in (
			("surat.exe", make_pdf(), JENIS_PDF),
			("foto.pdf", make_png(), "image/png"),
			("foto.jpg", make_jpeg(), "image/jpeg"),
			("surat.zip", make_docx("Isi"), JENIS_DOCX),
		):
			with self.subTest(nama):
				self.assertEqual(check_isi(nama, isi), jenis)

	def test_a_pdf_that_only_forbids_printing_is_taken(self):
		with pikepdf.open(BytesIO(make_pdf())) as pdf:
			content = save(pdf, encryption=pikepdf.Encryption(owner="rahasia", user=""))
		self.assertEqual(check_isi("surat.pdf", content), JENIS_PDF)

	def test_a_scan_of_many_large_pages_is_taken(self):
		pdf = pikepdf.new()
		for _page in range(300):
			pdf.add_blank_page()
		self.assertEqual(check_isi("surat.pdf", save(pdf)), JENIS_PDF)

	def test_hostile_files_are_refused_and_what_is_accepted_is_said(self):
		for nama, isi in list_hostile().items():
			with self.subTest(nama):
				with self.assertRaisesRegex(BerkasTidakSahError, "Yang diterima: PDF, JPG|\\.docx"):
					check_isi(nama, isi)

	def test_too_large_a_file_is_refused(self):
		limit = frappe.db.get_single_value("Pengaturan E-Office", "ukuran_berkas_maksimum")
		with self.assertRaisesRegex(BerkasTidakSahError, f"{limit} MB"):
			check_isi("besar.pdf", make_pdf() + bytes(limit * MEGA))

	def test_what_a_bomb_would_cost_is_never_paid(self):
		begun = time.monotonic()
		self.assertEqual(read_apart(make_pdf_bomb(), JENIS_PDF), BOM)
		self.assertNotEqual(read_apart(make_swelling(1200), JENIS_PDF), BAIK)
		self.assertLess(time.monotonic() - begun, 30)
		self.assertEqual(read_apart(make_pdf_bomb(1), JENIS_PDF), BAIK)

	def test_names_are_cleaned_and_end_as_the_content_is(self):
		for given, kept in (
			("../../etc/passwd", "passwd.pdf"),
			(r"C:\Users\a\Surat Undangan.PDF", "Surat Undangan.pdf"),
			("surat.pdf.exe", "surat.pdf.pdf"),
			("<script>\u202e.html", "script.pdf"),
			("", "berkas.pdf"),
			("x" * 300, "x" * 100 + ".pdf"),
		):
			with self.subTest(given):
				self.assertEqual(fit_nama(given, JENIS_PDF), kept)

	def test_a_virus_is_refused(self):
		with scanner() as path:
			frappe.db.set_single_value("Pengaturan E-Office", "soket_antivirus", path)
			self.assertEqual(check_isi("surat.pdf", make_pdf()), JENIS_PDF)
			with self.assertRaisesRegex(BerkasTidakSahError, "virus"):
				check_isi("surat.pdf", make_pdf() + VIRUS_UJI)

	def test_a_scanner_that_is_away_is_said_to_be(self):
		frappe.db.set_single_value("Pengaturan E-Office", "soket_antivirus", "/tidak/ada.ctl")
		with self.assertRaisesRegex(PemeriksaVirusMatiError, "tidak menjawab"):
			check_isi("surat.pdf", make_pdf())

	def test_an_answer_that_is_none_is_not_taken_for_a_clean_file(self):
		with scanner(answer=b"INSTREAM size limit exceeded. ERROR\0") as path:
			frappe.db.set_single_value("Pengaturan E-Office", "soket_antivirus", path)
			with self.assertRaises(PemeriksaVirusMatiError):
				check_isi("surat.pdf", make_pdf())


class scanner:
	"""A stand-in for ClamAV's daemon that speaks as it does on its socket: INSTREAM of the manual clamd(8)."""

	def __init__(self, answer: bytes | None = None):
		self.answer = answer
		self.path = os.path.join(tempfile.mkdtemp(), "clamd.ctl")
		self.socket = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)

	def __enter__(self) -> str:
		self.socket.bind(self.path)
		self.socket.listen()
		threading.Thread(target=self.serve, daemon=True).start()
		return self.path

	def __exit__(self, *_error):
		self.socket.close()

	def serve(self):
		while True:
			try:
				connection, _address = self.socket.accept()
			except OSError:
				return
			with connection, connection.makefile("rb") as stream:
				assert stream.read(len(b"zINSTREAM\0")) == b"zINSTREAM\0"
				content = b""
				while length := struct.unpack("!I", stream.read(4))[0]:
					content += stream.read(length)
				found = b"stream: Eicar-Test-Signature FOUND\0" if VIRUS_UJI in content else b"stream: OK\0"
				connection.sendall(self.answer or found)


def make_jpeg() -> bytes:
	stream = BytesIO()
	Image.effect_noise((60, 80), 50).save(stream, "JPEG")
	return stream.getvalue()
