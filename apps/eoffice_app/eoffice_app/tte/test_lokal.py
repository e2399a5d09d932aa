import hashlib
from datetime import datetime, timedelta, timezone
from io import BytesIO

import frappe
import pikepdf
import segno
from PIL import Image

from eoffice_app.tests.dasar import KasusUji, make_pdf
from eoffice_app.tests.naskah_tte import (
	PASSPHRASE,
	TAUTAN,
	ask_poppler,
	get_otoritas,
	get_pkcs12,
	make_permintaan,
)
from eoffice_app.tests.tiruan_bsre import find_closed_port
from eoffice_app.tte.cap import draw_cap, make_cap
from eoffice_app.tte.galat import (
	LayananTidakTerjangkauError,
	PassphraseSalahError,
	PdfTidakDapatDitandatanganiError,
	PerangkatSertifikatError,
	SertifikatBelumBerlakuError,
	SertifikatDicabutError,
	SertifikatKedaluwarsaError,
	SertifikatTidakTerbacaError,
)
from eoffice_app.tte.lokal import Lokal
from eoffice_app.tte.otoritas_uji import NAMA_OTORITAS, make_otoritas_uji
from eoffice_app.tte.permintaan import Letak, Passphrase, PenandaTangan
from eoffice_app.tte.sertifikat import BerkasPkcs12, PerangkatPkcs11

SEKARANG = datetime.now(timezone.utc)


class TestLokal(KasusUji):
	def sign(self, p12: bytes | None = None, **values):
		return Lokal(BerkasPkcs12(p12 or get_pkcs12())).sign(make_permintaan(**values))

	def test_a_stranger_finds_the_signature_valid(self):
		said = ask_poppler("pdfsig", self.sign().isi)
		self.assertIn("Signature is Valid", said)
		self.assertIn("Total document signed", said)
		self.assertIn("ETSI.CAdES.detached", said)

	def test_the_result_has_both_hashes_and_the_issuer(self):
		isi = make_pdf()
		hasil = self.sign(isi=isi)
		self.assertEqual(hasil.sha256_asli, hashlib.sha256(isi).hexdigest())
		self.assertEqual(hasil.sha256_bertanda, hashlib.sha256(hasil.isi).hexdigest())
		self.assertTrue(hasil.penerbit.startswith(NAMA_OTORITAS))
		self.assertLess(abs(datetime.now(timezone.utc) - hasil.ditandatangani_pada), timedelta(minutes=1))

	def test_the_page_says_who_signed_and_by_which_law(self):
		said = " ".join(ask_poppler("pdftotext", self.sign().isi, "-layout").split())
		for words in (
			"Ditandatangani secara elektronik oleh",
			"Drs. BUDI SANTOSO, M.Si.",
			"Pembina Utama Muda (IV/c)",
			"NIP 19700101 199503 1 001",
			"UU ITE Nomor 11 Tahun 2008 Pasal 5 ayat 1",
			f"diterbitkan oleh {NAMA_OTORITAS}",
		):
			self.assertIn(words, said)

	def test_each_page_has_the_footer_once_and_the_stamp_stands_on_the_wanted_page(self):
		with pikepdf.new() as pdf:
			for _page in range(3):
				pdf.add_blank_page()
			stream = BytesIO()
			pdf.save(stream)
		isi = self.sign(isi=stream.getvalue(), letak=Letak(halaman=1)).isi
		for page, stamped in ((1, 0), (2, 1), (3, 0)):
			said = ask_poppler("pdftotext", isi, "-f", str(page), "-l", str(page))
			self.assertEqual((said.count("UU ITE"), said.count("Ditandatangani secara")), (1, stamped))

	def test_a_second_person_signs_without_breaking_the_first_signature(self):
		first = self.sign().isi
		second = self.sign(isi=first, letak=Letak(x=40)).isi
		self.assertEqual(ask_poppler("pdfsig", second).count("Signature is Valid"), 2)
		self.assertTrue(second.startswith(first), "what was signed first must stay as it was, byte for byte")

	def test_wrong_passphrase(self):
		with self.assertRaisesRegex(PassphraseSalahError, "Passphrase salah"):
			self.sign(passphrase="bukan ini")

	def test_the_wrong_passphrase_is_in_no_trace_with_variables(self):
		permintaan = make_permintaan(passphrase="Bukan-Yang-Ini-99")
		lokal = Lokal(BerkasPkcs12(get_pkcs12()))
		try:
			lokal.sign(permintaan)
		except PassphraseSalahError:
			trace = frappe.get_traceback(with_context=True)
		self.assertIn("permintaan", trace, "the trace shows no variables, so it proves nothing")
		self.assertNotIn("Bukan-Yang-Ini-99", trace)

	def test_expired_certificate(self):
		p12 = get_otoritas().issue(
			"Lama", PASSPHRASE, SEKARANG - timedelta(days=30), SEKARANG - timedelta(days=1)
		)
		with self.assertRaisesRegex(SertifikatKedaluwarsaError, "berakhir pada"):
			self.sign(p12)

	def test_certificate_not_yet_valid(self):
		p12 = get_otoritas().issue("Baru", PASSPHRASE, SEKARANG + timedelta(days=2))
		with self.assertRaisesRegex(SertifikatBelumBerlakuError, "baru berlaku mulai"):
			self.sign(p12)

	def test_revoked_certificate(self):
		crl = get_otoritas().revoke(self.get_serial())
		with self.assertRaisesRegex(SertifikatDicabutError, "dicabut pada"):
			Lokal(BerkasPkcs12(get_pkcs12()), daftar_cabut=[crl]).sign(make_permintaan())

	def test_a_revocation_list_of_a_stranger_is_not_believed(self):
		forged = make_otoritas_uji("Dinas Uji").revoke(self.get_serial())
		other = get_otoritas().revoke(12345)
		hasil = Lokal(BerkasPkcs12(get_pkcs12()), daftar_cabut=[forged, other]).sign(make_permintaan())
		self.assertIn("Signature is Valid", ask_poppler("pdfsig", hasil.isi))

	def get_serial(self) -> int:
		with BerkasPkcs12(get_pkcs12()).open(Passphrase(PASSPHRASE)) as signer:
			return signer.signing_cert.serial_number

	def test_a_file_that_is_no_certificate(self):
		for content in (b"", b"bukan sertifikat", make_pdf(), get_pkcs12()[:200]):
			with self.assertRaisesRegex(SertifikatTidakTerbacaError, "PKCS#12"):
				Lokal(BerkasPkcs12(content)).sign(make_permintaan())

	def test_what_cannot_be_signed(self):
		locked = BytesIO()
		with pikepdf.open(BytesIO(make_pdf())) as pdf:
			pdf.save(locked, encryption=pikepdf.Encryption(owner="kunci", user="kunci"))
		read_only = BytesIO()
		with pikepdf.open(BytesIO(make_pdf())) as pdf:
			pdf.save(read_only, encryption=pikepdf.Encryption(owner="kunci", user=""))
		for content in (b"bukan pdf", make_pdf()[:100], locked.getvalue(), read_only.getvalue()):
			with self.assertRaises(PdfTidakDapatDitandatanganiError):
				self.sign(isi=content)

	def test_a_time_stamp_service_that_is_down(self):
		lokal = Lokal(BerkasPkcs12(get_pkcs12()), alamat_waktu=f"http://127.0.0.1:{find_closed_port()}")
		with self.assertRaisesRegex(LayananTidakTerjangkauError, "stempel waktu"):
			lokal.sign(make_permintaan())

	def test_a_token_that_is_not_there(self):
		token = PerangkatPkcs11("/tidak/ada.so", "TOKEN", "Kepala Dinas")
		with self.assertRaisesRegex(PerangkatSertifikatError, "Kepala Dinas"):
			Lokal(token).sign(make_permintaan())


class TestCap(KasusUji):
	def test_the_picture_shows_the_qr_of_the_address(self):
		letak = Letak()
		picture = Image.open(BytesIO(draw_cap(make_permintaan(letak=letak)))).convert("L")
		self.assertAlmostEqual(picture.width / picture.height, letak.lebar / letak.tinggi, places=1)
		matrix = segno.make(TAUTAN, error="m", micro=False).matrix
		size = picture.height / (len(matrix) + 2)
		read = [
			[
				picture.getpixel((int((column + 1.5) * size), int((row + 1.5) * size))) < 128
				for column in range(len(matrix))
			]
			for row in range(len(matrix))
		]
		self.assertEqual(read, [[bool(module) for module in row] for row in matrix])

	def test_a_long_title_is_made_smaller_and_stays_in_the_box(self):
		siapa = PenandaTangan(
			"Prof. Dr. H. NAMA YANG SANGAT PANJANG SEKALI, S.Sos., S.H., M.Si., M.H., Ph.D.",
			"Pelaksana Tugas Kepala Dinas Komunikasi, Informatika, Statistik dan Persandian Kabupaten Contoh",
			"Pembina Utama Madya (IV/d)",
			"19700101 199503 1 001",
		)
		permintaan = make_permintaan()
		cap = make_cap(permintaan.__class__(permintaan.isi, siapa, TAUTAN))
		said = ask_poppler("pdftotext", cap, "-bbox")
		corners = [
			float(part.split('"')[1])
			for part in said.replace("xMax=", "\nxMax=").split("\n")
			if part.startswith("xMax=")
		]
		self.assertGreater(len(corners), 20)
		self.assertLessEqual(max(corners), Letak().lebar + 1)
