import time
import zlib
from io import BytesIO
from unittest import TestCase

import pikepdf

from eoffice_app.proses_terpisah import DETIK_JAM, PemeriksaanTerhentiError
from eoffice_app.tests.dasar import make_pdf
from eoffice_app.tests.naskah_tte import get_otoritas, get_pkcs12, make_permintaan
from eoffice_app.tte.lokal import Lokal
from eoffice_app.tte.proses_verifikasi import verify_apart
from eoffice_app.tte.sertifikat import BerkasPkcs12
from eoffice_app.tte.verifikasi import BUKAN_PDF, OTORITAS_TIDAK_DIKENAL, SAH, TIDAK_BERTANDA_TANGAN

MEGA = 1024**2


class TestProsesVerifikasi(TestCase):
	def test_it_answers_as_the_verification_itself(self):
		signed = Lokal(BerkasPkcs12(get_pkcs12())).sign(make_permintaan()).isi
		self.assertEqual(verify_apart(signed, [get_otoritas().export()]), SAH)
		self.assertEqual(verify_apart(signed, []), OTORITAS_TIDAK_DIKENAL)
		self.assertEqual(verify_apart(make_pdf(), []), TIDAK_BERTANDA_TANGAN)
		for broken in (b"", b"bukan PDF\n", make_pdf()[:300]):
			self.assertEqual(verify_apart(broken, []), BUKAN_PDF, broken[:20])

	def test_a_file_that_swells_finds_no_room(self):
		# The same file with little in it is an ordinary one.
		self.assertEqual(verify_apart(make_swelling(1), []), TIDAK_BERTANDA_TANGAN)
		self.assertIn(self.judge_in_time(make_swelling(1200)), (BUKAN_PDF, None))

	def test_a_file_without_end_is_given_up(self):
		self.assertEqual(verify_apart(make_endless(3), []), TIDAK_BERTANDA_TANGAN)
		self.assertIsNone(self.judge_in_time(make_endless(40)))

	def judge_in_time(self, isi: bytes) -> str | None:
		begun = time.monotonic()
		try:
			return verify_apart(isi, [])
		except PemeriksaanTerhentiError:
			return None
		finally:
			self.assertLess(time.monotonic() - begun, DETIK_JAM + 5)


def make_endless(levels: int) -> bytes:
	"""Return a small PDF whose form has fields each twice below the one before: soon more ways than can be walked."""
	pdf = pikepdf.open(BytesIO(make_pdf()))
	field = pdf.make_indirect(pikepdf.Dictionary(T=pikepdf.String("x")))
	for level in range(levels):
		field = pdf.make_indirect(pikepdf.Dictionary(T=pikepdf.String(str(level)), Kids=[field, field]))
	pdf.Root.AcroForm = pikepdf.Dictionary(Fields=[field])
	stream = BytesIO()
	pdf.save(stream)
	return stream.getvalue()


def make_swelling(megabytes: int) -> bytes:
	"""Return a small PDF whose tree of pages lies among objects that unpack to so much."""
	packer = zlib.compressobj(1)
	spaces = b" " * MEGA
	packed = packer.compress(b"2 0 << /Type /Pages /Kids [5 0 R] /Count 1 >>")
	packed += b"".join(packer.compress(spaces) for _turn in range(megabytes)) + packer.flush()
	objects = {
		1: b"<< /Type /Catalog /Pages 2 0 R >>",
		4: compose_stream(b"/Type /ObjStm /N 1 /First 4", packed),
		5: b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] >>",
	}
	return compose_pdf(objects)


def compose_stream(entries: bytes, packed: bytes) -> bytes:
	"""Return a stream as PDF writes it."""
	return b"<< %s /Filter /FlateDecode /Length %d >>\nstream\n%s\nendstream" % (entries, len(packed), packed)


def compose_pdf(objects: dict[int, bytes]) -> bytes:
	"""Return a PDF of these objects, in which object 2 is the first one within object 4."""
	pdf, places = b"%PDF-1.7\n", {}
	for number, text in objects.items():
		places[number] = len(pdf)
		pdf += b"%d 0 obj\n%s\nendobj\n" % (number, text)
	places[6] = len(pdf)
	rows = [
		b"\0" * 6,
		*(b"\1" + places[n].to_bytes(4, "big") + b"\0" if n in places else None for n in range(1, 7)),
	]
	rows[2], rows[3] = b"\2" + (4).to_bytes(4, "big") + b"\0", b"\0" * 6
	table = compose_stream(b"/Type /XRef /Size 7 /W [1 4 1] /Root 1 0 R", zlib.compress(b"".join(rows)))
	return pdf + b"6 0 obj\n%s\nendobj\nstartxref\n%d\n%%%%EOF\n" % (table, places[6])
