import time
from datetime import datetime, timedelta, timezone
from io import BytesIO
from random import Random

import pikepdf
from cryptography.hazmat.primitives.serialization import Encoding

from eoffice_app.tests.dasar import KasusUji, make_pdf
from eoffice_app.tests.naskah_tte import (
	PASSPHRASE,
	ask_poppler,
	get_otoritas,
	get_pkcs12,
	make_permintaan,
)
from eoffice_app.tte.lokal import Lokal
from eoffice_app.tte.otoritas_uji import make_otoritas_uji
from eoffice_app.tte.permintaan import Letak, Passphrase
from eoffice_app.tte.sertifikat import BerkasPkcs12
from eoffice_app.tte.verifikasi import (
	BERUBAH,
	BUKAN_PDF,
	DICABUT,
	KEDALUWARSA,
	OTORITAS_TIDAK_DIKENAL,
	SAH,
	TIDAK_BERTANDA_TANGAN,
	verify_pdf,
)


class TestVerifikasi(KasusUji):
	@classmethod
	def setUpClass(cls):
		super().setUpClass()
		cls.surat = Lokal(BerkasPkcs12(get_pkcs12())).sign(make_permintaan()).isi
		cls.otoritas = [get_otoritas().export()]

	def judge(self, isi: bytes, **values) -> str:
		return verify_pdf(isi, self.otoritas, **values).keadaan

	def test_a_signed_letter_is_valid_and_says_who_signed(self):
		found = verify_pdf(self.surat, self.otoritas)
		self.assertEqual(found.keadaan, SAH)
		(signature,) = found.tanda_tangan
		self.assertEqual(signature.penanda_tangan, "UJI - Penanda Tangan")
		self.assertIn("OTORITAS UJI", signature.penerbit)
		self.assertLess(abs(datetime.now(timezone.utc) - signature.ditandatangani_pada), timedelta(minutes=5))

	def test_the_authority_may_be_given_as_der(self):
		der = get_otoritas().sertifikat.public_bytes(Encoding.DER)
		self.assertEqual(verify_pdf(self.surat, [der]).keadaan, SAH)

	def test_one_changed_byte_anywhere_is_seen_here_and_by_a_stranger(self):
		begin, end = find_signature(self.surat)
		places = [*range(10, begin, 997), begin - 300, end + 5, *range(end + 40, len(self.surat) - 60, 131)]
		self.assertGreater(len(places), 10)
		for place in places:
			changed = flip(self.surat, place)
			self.assertNotIn(self.judge(changed), (SAH, KEDALUWARSA, OTORITAS_TIDAK_DIKENAL), place)
		said = ask_poppler("pdfsig", flip(self.surat, find_text(self.surat)))
		self.assertNotIn("Signature is Valid", said)
		self.assertIn("Digest Mismatch", said)

	def test_a_changed_byte_within_the_signature_is_seen(self):
		begin, end = find_signature(self.surat)
		for place in (*range(begin, end, 131), end - 1):
			self.assertNotEqual(self.judge(flip(self.surat, place)), SAH, place)

	def test_nothing_hides_in_the_room_kept_for_the_signature(self):
		_begin, end = find_signature(self.surat)
		for other in (b"1", b" ", b"\n", b"\0"):
			self.assertEqual(
				self.judge(self.surat[: end - 9] + other + self.surat[end - 8 :]), BERUBAH, other
			)

	def test_a_file_broken_at_random_is_never_valid_and_never_a_fault(self):
		random = Random(7)
		begin, end = find_signature(self.surat)
		for _time in range(120):
			place = random.choice((random.randrange(begin), random.randrange(end, len(self.surat))))
			many = random.choice((1, 3, 60))
			noise = random.randbytes(many)
			broken = self.surat[:place] + noise + self.surat[place + random.choice((0, many)) :]
			if broken != self.surat:
				self.assertIn(self.judge(broken), (BERUBAH, BUKAN_PDF, TIDAK_BERTANDA_TANGAN), (place, noise))

	def test_a_page_added_after_signing_is_seen(self):
		stream = BytesIO()
		with pikepdf.open(BytesIO(self.surat)) as pdf:
			pdf.add_blank_page()
			pdf.save(stream)
		self.assertEqual(self.judge(stream.getvalue()), BERUBAH)

	def test_something_hung_on_behind_is_seen(self):
		self.assertEqual(self.judge(self.surat + b"\n% tambahan\n" * 200), BERUBAH)

	def test_an_unknown_authority_is_said_to_be_unknown(self):
		stranger = make_otoritas_uji("Dinas Uji").issue("Orang Asing", PASSPHRASE)
		isi = Lokal(BerkasPkcs12(stranger)).sign(make_permintaan()).isi
		self.assertEqual(self.judge(isi), OTORITAS_TIDAK_DIKENAL)
		self.assertEqual(verify_pdf(self.surat, []).keadaan, OTORITAS_TIDAK_DIKENAL)

	def test_of_two_signatures_the_worse_counts(self):
		stranger = make_otoritas_uji("Dinas Lain").issue("Orang Asing", PASSPHRASE)
		permintaan = make_permintaan(isi=self.surat, letak=Letak(x=40))
		both = Lokal(BerkasPkcs12(get_pkcs12())).sign(permintaan).isi
		mixed = Lokal(BerkasPkcs12(stranger)).sign(permintaan).isi
		self.assertEqual(self.judge(both), SAH)
		self.assertEqual(
			[each.keadaan for each in verify_pdf(mixed, self.otoritas).tanda_tangan],
			[SAH, OTORITAS_TIDAK_DIKENAL],
		)
		self.assertEqual(self.judge(mixed), OTORITAS_TIDAK_DIKENAL)

	def test_not_signed(self):
		self.assertEqual(self.judge(make_pdf()), TIDAK_BERTANDA_TANGAN)

	def test_no_pdf(self):
		for content in (b"", b"bukan pdf", self.surat[:1000], b"%PDF-1.7\n%%EOF"):
			self.assertEqual(self.judge(content), BUKAN_PDF)

	def test_revoked_certificate(self):
		with BerkasPkcs12(get_pkcs12()).open(Passphrase(PASSPHRASE)) as signer:
			crl = get_otoritas().revoke(signer.signing_cert.serial_number)
		self.assertEqual(self.judge(self.surat, daftar_cabut=[crl]), DICABUT)

	def test_a_certificate_that_expired_since_says_so(self):
		isi = sign_short_lived()
		self.assertEqual(self.judge(isi), KEDALUWARSA)
		self.assertEqual(verify_pdf(isi, []).keadaan, OTORITAS_TIDAK_DIKENAL)


def sign_short_lived() -> bytes:
	"""Return a letter signed with a certificate whose last moment has passed a second later."""
	now = datetime.now(timezone.utc)
	p12 = get_otoritas().issue("Sebentar", PASSPHRASE, now - timedelta(minutes=4), now + timedelta(seconds=3))
	isi = Lokal(BerkasPkcs12(p12)).sign(make_permintaan()).isi
	time.sleep(max(0, (now + timedelta(seconds=4.1) - datetime.now(timezone.utc)).total_seconds()))
	return isi


def find_signature(isi: bytes) -> tuple[int, int]:
	"""Return where the signature's digits begin and end: the one part that it cannot sign."""
	begin = isi.rindex(b"/Contents <") + len(b"/Contents <")
	return begin, isi.index(b">", begin)


def find_text(isi: bytes) -> int:
	"""Return a place within the first page's picture."""
	return isi.index(b"stream\n") + 40


def flip(isi: bytes, place: int) -> bytes:
	return isi[:place] + bytes([isi[place] ^ 1]) + isi[place + 1 :]
