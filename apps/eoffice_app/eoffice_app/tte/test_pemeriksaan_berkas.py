from datetime import datetime, timedelta, timezone
from hashlib import sha256

import frappe

from eoffice_app.hak_akses.aturan import SIFAT_RAHASIA
from eoffice_app.tests.dasar import KasusUji, make_pdf
from eoffice_app.tests.naskah_tte import PASSPHRASE, get_otoritas, get_pkcs12, make_permintaan
from eoffice_app.tte.lokal import Lokal
from eoffice_app.tte.pemeriksaan_berkas import BAIK, BURUK, RAGU, examine_file
from eoffice_app.tte.sertifikat import BerkasPkcs12
from eoffice_app.tte.test_proses_verifikasi import make_endless


class TestPemeriksaanBerkas(KasusUji):
	@classmethod
	def setUpClass(cls):
		super().setUpClass()
		cls.signed, cls.other = (Lokal(BerkasPkcs12(get_pkcs12())).sign(make_permintaan()).isi for _i in "12")
		cls.otoritas = [get_otoritas().export()]

	def examine(self, isi: bytes, penyedia: str = "Lokal", sifat: str = "Biasa", otoritas=None, asli=None):
		"""Hold a file against the letter whose signed file is `asli`; return tone and title."""
		surat = frappe._dict(penyedia=penyedia, sifat=sifat)
		surat.sha256_bertanda = sha256(asli or self.signed).hexdigest()
		found = examine_file(isi, surat, self.otoritas if otoritas is None else otoritas)
		self.assertTrue(found.penjelasan)
		return found.nada, found.judul

	def test_the_very_file_with_a_valid_signature(self):
		self.assertEqual(self.examine(self.signed), (BAIK, "Berkas asli dan utuh"))

	def test_the_very_file_of_an_authority_that_the_office_has_not_listed(self):
		self.assertEqual(self.examine(self.signed, otoritas=[]), (BAIK, "Berkas asli dan utuh"))

	def test_a_valid_signature_on_another_letter(self):
		self.assertEqual(self.examine(self.other), (RAGU, "Tanda tangannya sah, tetapi ini bukan surat ini"))

	def test_another_letter_by_an_unknown_authority(self):
		self.assertEqual(self.examine(self.other, otoritas=[]), (BURUK, "Bukan surat ini"))

	def test_one_changed_byte(self):
		place = self.signed.index(b"/MediaBox") + 12
		changed = bytearray(self.signed)
		changed[place] ^= 1
		self.assertEqual(self.examine(bytes(changed)), (BURUK, "Berkas telah diubah"))

	def test_something_added_behind_what_is_signed(self):
		self.assertEqual(
			self.examine(self.signed + b"\n% tambahan\n"),
			(RAGU, "Tanda tangannya sah, tetapi ini bukan surat ini"),
		)

	def test_a_file_without_signature(self):
		self.assertEqual(self.examine(make_pdf()), (BURUK, "Tidak bertanda tangan elektronik"))

	def test_what_is_no_pdf(self):
		for isi in (b"<html>", b"\x89PNG\r\n\x1a\n" + b"0" * 99, make_pdf()[:200]):
			self.assertEqual(self.examine(isi), (BURUK, "Bukan PDF yang utuh"))

	def test_a_certificate_that_has_expired_since(self):
		then = datetime.now(timezone.utc)
		expired = get_otoritas().issue(
			"Penanda Tangan", PASSPHRASE, then - timedelta(days=9), then + timedelta(seconds=3)
		)
		signed = Lokal(BerkasPkcs12(expired)).sign(make_permintaan()).isi
		self.assertEqual(self.examine(signed, asli=signed), (BAIK, "Berkas asli dan utuh"))

	def test_the_very_file_is_genuine_also_where_its_signature_could_not_be_read(self):
		letter = make_endless(40)
		surat = frappe._dict(penyedia="BSrE", sifat="Biasa", sha256_bertanda=sha256(letter).hexdigest())
		found = examine_file(letter, surat, self.otoritas)
		self.assertEqual(found.nada, BAIK)
		self.assertIn("tidak sempat diperiksa", found.penjelasan)

	def test_a_letter_in_ink_is_known_by_its_scan_alone(self):
		scan = make_pdf()
		self.assertEqual(self.examine(scan, "Basah", asli=scan), (BAIK, "Berkas asli dan utuh"))
		for other in (make_pdf(), self.signed, b"bukan PDF"):
			self.assertEqual(self.examine(other, "Basah", asli=scan), (RAGU, "Bukan berkas yang sama"))

	def test_of_a_secret_letter_not_even_how_it_was_signed_is_told(self):
		for sifat in SIFAT_RAHASIA:
			for penyedia in ("Basah", "Lokal", "BSrE"):
				self.assertEqual(self.examine(self.signed, penyedia, sifat), (BAIK, "Berkas asli dan utuh"))
				for other in (self.other, make_pdf(), b"bukan PDF"):
					surat = frappe._dict(penyedia=penyedia, sifat=sifat, sha256_bertanda="")
					found = examine_file(other, surat, self.otoritas)
					self.assertEqual(
						found.penjelasan,
						"Berkas ini berbeda dari surat yang disimpan kantor kami. Tanyakan kepada kantor kami.",
					)
