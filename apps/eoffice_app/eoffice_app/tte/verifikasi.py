"""What a PDF's signatures are worth: whole or changed, by whom, and issued by an authority the office trusts or not."""

import logging
import struct
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO

import pikepdf
from asn1crypto import pem
from asn1crypto.cms import ContentInfo
from asn1crypto.x509 import Certificate
from pyhanko.pdf_utils.misc import PdfError
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.diff_analysis import ModificationLevel
from pyhanko.sign.validation import validate_pdf_signature
from pyhanko.sign.validation.errors import SignatureValidationError
from pyhanko.sign.validation.pdf_embedded import EmbeddedPdfSignature
from pyhanko.sign.validation.status import PdfSignatureStatus, SignatureCoverageLevel
from pyhanko_certvalidator import ValidationContext

from eoffice_app.tte.sertifikat import find_pencabutan, get_penerbit

SAH = "Sah"
BERUBAH = "Berubah"
DICABUT = "Sertifikat Dicabut"
KEDALUWARSA = "Sah, Sertifikat Kini Kedaluwarsa"
OTORITAS_TIDAK_DIKENAL = "Otoritas Tidak Dikenal"
TIDAK_BERTANDA_TANGAN = "Tidak Bertanda Tangan"
BUKAN_PDF = "Bukan PDF yang Utuh"
# Of several signatures the worst counts; the first of these is the worst.
URUTAN_TERBURUK = (BERUBAH, DICABUT, OTORITAS_TIDAK_DIKENAL, KEDALUWARSA, SAH)
# What a file from outside can make the parser stumble over, none of which a signed letter has.
GALAT_BACA = (
	PdfError,
	SignatureValidationError,
	ArithmeticError,
	AssertionError,
	AttributeError,
	LookupError,
	RecursionError,
	TypeError,
	ValueError,
	struct.error,
	zlib.error,
)
# Anybody may have a file checked: what is wrong with it is the answer, and no trace in the office's logs.
for _name in ("pyhanko", "pyhanko_certvalidator"):
	logging.getLogger(_name).setLevel(logging.ERROR)


@dataclass(frozen=True)
class TandaTanganTerbaca:
	"""One signature of a PDF. Who and when are the signature's own words, to be believed only if `keadaan` is SAH."""

	keadaan: str
	penanda_tangan: str = ""
	penerbit: str = ""
	ditandatangani_pada: datetime | None = None


@dataclass(frozen=True)
class HasilVerifikasi:
	"""What a PDF's signatures are worth together, and each of them."""

	keadaan: str
	tanda_tangan: tuple[TandaTanganTerbaca, ...] = ()


def verify_pdf(isi: bytes, otoritas: Sequence[bytes], daftar_cabut: Sequence[bytes] = ()) -> HasilVerifikasi:
	"""Check the signatures of a PDF. Asks no network and changes nothing.

	:param otoritas: certificates (PEM or DER) of the authorities the office trusts
	:param daftar_cabut: revocation lists (CRL, DER) that the office has
	"""
	if not _is_whole_pdf(isi):
		return HasilVerifikasi(BUKAN_PDF)
	try:
		embedded = PdfFileReader(BytesIO(isi), strict=False).embedded_regular_signatures
	except GALAT_BACA:
		return HasilVerifikasi(BERUBAH)
	if not embedded:
		return HasilVerifikasi(TIDAK_BERTANDA_TANGAN)
	roots = [load_sertifikat(each) for each in otoritas]
	last = len(embedded) - 1
	read = tuple(_read(each, roots, daftar_cabut, number == last) for number, each in enumerate(embedded))
	return HasilVerifikasi(min((each.keadaan for each in read), key=URUTAN_TERBURUK.index), read)


def load_sertifikat(isi: bytes) -> Certificate:
	"""Return a certificate written as PEM or DER.

	:raises ValueError: neither
	"""
	return Certificate.load(pem.unarmor(isi)[2] if pem.detect(isi) else isi, strict=True)


def _is_whole_pdf(isi: bytes) -> bool:
	try:
		with pikepdf.open(BytesIO(isi)) as pdf:
			return len(pdf.pages) > 0
	except (pikepdf.PdfError, pikepdf.PasswordError):
		return False


def _read(
	embedded: EmbeddedPdfSignature, roots: list[Certificate], daftar_cabut: Sequence[bytes], is_last: bool
) -> TandaTanganTerbaca:
	try:
		status = _validate(embedded, roots)
		certificate = status.signing_cert
		return TandaTanganTerbaca(
			_judge(embedded, status, roots, daftar_cabut)
			if _is_unchanged(embedded, status, is_last)
			else BERUBAH,
			certificate.subject.native.get("common_name", ""),
			get_penerbit(certificate),
			status.signer_reported_dt,
		)
	except GALAT_BACA:
		return TandaTanganTerbaca(BERUBAH)


def _validate(
	embedded: EmbeddedPdfSignature, roots: list[Certificate], moment: datetime | None = None
) -> PdfSignatureStatus:
	context = ValidationContext(trust_roots=roots, allow_fetching=False, moment=moment)
	return validate_pdf_signature(embedded, context)


def _judge(
	embedded: EmbeddedPdfSignature,
	status: PdfSignatureStatus,
	roots: list[Certificate],
	daftar_cabut: Sequence[bytes],
) -> str:
	then = status.signer_reported_dt
	if status.trusted:
		keadaan = SAH
	elif _has_expired(status) and then and _validate(embedded, roots, then).trusted:
		# As of the day that the signature claims, for which nobody but the signer vouches.
		keadaan = KEDALUWARSA
	else:
		return OTORITAS_TIDAK_DIKENAL
	issuers = [*roots, *embedded.other_embedded_certs]
	return DICABUT if find_pencabutan(status.signing_cert, issuers, daftar_cabut) else keadaan


def _is_unchanged(embedded: EmbeddedPdfSignature, status: PdfSignatureStatus, is_last: bool) -> bool:
	return status.intact and status.valid and _covers(status, is_last) and _fills_its_room(embedded)


def _fills_its_room(embedded: EmbeddedPdfSignature) -> bool:
	"""Whether the room kept for the signature holds it and zeros, and nothing else: no signature covers that room."""
	content = embedded.pkcs7_content
	_start, before, after, _length = embedded.byte_range
	embedded.reader.stream.seek(before)
	written = embedded.reader.stream.read(after - before)
	is_plain = written.lower() == b"<" + content.hex().encode() + b">"
	return is_plain and not content[len(ContentInfo.load(content).dump()) :].strip(b"\0")


def _has_expired(status: PdfSignatureStatus) -> bool:
	return status.validation_time > status.signing_cert.not_valid_after


def _covers(status: PdfSignatureStatus, is_last: bool) -> bool:
	"""Whether nothing was added after the signature but what may be: time stamps, and other signatures before the last."""
	if status.coverage == SignatureCoverageLevel.ENTIRE_FILE:
		return True
	allowed = [ModificationLevel.NONE, ModificationLevel.LTA_UPDATES]
	if not is_last:
		allowed.append(ModificationLevel.FORM_FILLING)
	return (
		status.coverage == SignatureCoverageLevel.ENTIRE_REVISION
		and bool(status.docmdp_ok)
		and status.modification_level in allowed
	)
