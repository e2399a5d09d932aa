"""Where the office's own certificate lies (a PKCS#12 file or a PKCS#11 token), and whether one may sign with it."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timezone

import frappe
from asn1crypto import pkcs12 as asn1_pkcs12
from asn1crypto.keys import PrivateKeyInfo
from asn1crypto.x509 import Certificate
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat, pkcs12
from frappe import _
from frappe.utils import escape_html, formatdate
from pyhanko.sign import signers
from pyhanko_certvalidator.registry import SimpleCertificateStore

from eoffice_app.tte.galat import (
	PassphraseSalahError,
	PerangkatSertifikatError,
	SertifikatBelumBerlakuError,
	SertifikatDicabutError,
	SertifikatKedaluwarsaError,
	SertifikatTidakTerbacaError,
)
from eoffice_app.tte.permintaan import Passphrase


@dataclass(frozen=True)
class BerkasPkcs12:
	"""A certificate with its key in a file (.p12, .pfx)."""

	isi: bytes = field(repr=False)

	@contextmanager
	def open(self, passphrase: Passphrase) -> Iterator[signers.Signer]:
		"""Give the signer for the block.

		:raises SertifikatTidakTerbacaError: no PKCS#12, or one without key or certificate
		:raises PassphraseSalahError: the passphrase does not open it
		"""
		check_is_pkcs12(self.isi)
		loaded = self._load(passphrase)
		if not loaded:
			refuse_passphrase()
		key, certificate, others = loaded
		if not key or not certificate:
			_refuse_file()
		store = SimpleCertificateStore()
		store.register_multiple([_translate(other) for other in others])
		yield _PenandaTanganBerkunci(_translate(certificate), key, store)

	def _load(self, passphrase: Passphrase) -> tuple | None:
		# The caller raises: what is raised here would carry the library's variables, the passphrase among them.
		try:
			return pkcs12.load_key_and_certificates(self.isi, passphrase.reveal().encode())
		except ValueError:
			return None


class _PenandaTanganBerkunci(signers.SimpleSigner):
	"""A signer that keeps its key open: pyHanko's own proves the key anew for each signature, half of all the time."""

	def __init__(self, certificate: Certificate, key, store: SimpleCertificateStore):
		raw = key.private_bytes(Encoding.DER, PrivateFormat.PKCS8, NoEncryption())
		super().__init__(certificate, PrivateKeyInfo.load(raw), store, embed_roots=False)
		self.__kunci = key

	def sign_raw(self, data: bytes, digest_algorithm: str) -> bytes:
		mechanism = self.get_signature_mechanism_for_digest(digest_algorithm).signature_algo
		if (mechanism, digest_algorithm) != ("rsassa_pkcs1v15", "sha256"):
			return super().sign_raw(data, digest_algorithm)
		return self.__kunci.sign(data, PKCS1v15(), SHA256())


@dataclass(frozen=True)
class PerangkatPkcs11:
	"""A certificate with its key in a token, smart card or HSM, reached by its maker's PKCS#11 library.

	`pustaka` is the library's path, `token` the token's label, `sertifikat` and `kunci` the labels on it.
	"""

	pustaka: str
	token: str
	sertifikat: str
	kunci: str = ""

	@contextmanager
	def open(self, passphrase: Passphrase) -> Iterator[signers.Signer]:
		"""Give the signer for the block; the passphrase is the token's PIN.

		:raises PassphraseSalahError: the PIN is wrong or locked
		:raises PerangkatSertifikatError: python-pkcs11, the library, the token or the certificate is not there
		"""
		session, is_pin_wrong = self._open_session(passphrase)
		if is_pin_wrong:
			refuse_passphrase()
		if not session:
			self._refuse()
		try:
			yield self._find_signer(session)
		finally:
			session.close()

	def _open_session(self, passphrase: Passphrase) -> tuple[object | None, bool]:
		try:
			from pkcs11.exceptions import PinIncorrect, PinLenRange, PinLocked, PKCS11Error
			from pyhanko.sign.pkcs11 import TokenCriteria, open_pkcs11_session
		except ImportError:
			return None, False
		# The caller raises, as with a file.
		try:
			criteria = TokenCriteria(label=self.token)
			return open_pkcs11_session(
				self.pustaka, token_criteria=criteria, user_pin=passphrase.reveal()
			), False
		except (PinIncorrect, PinLenRange, PinLocked):
			return None, True
		except (PKCS11Error, RuntimeError, OSError):
			return None, False

	def _find_signer(self, session) -> signers.Signer:
		from pyhanko.sign.pkcs11 import PKCS11Signer

		signer = PKCS11Signer(
			session,
			cert_label=self.sertifikat,
			key_label=self.kunci or self.sertifikat,
			embed_roots=False,
		)
		try:
			found = signer.signing_cert is not None
		except Exception as error:
			# The driver of each maker says in its own way that nothing bears this label.
			if type(error).__module__.partition(".")[0] not in ("pkcs11", "pyhanko"):
				raise
			found = False
		if not found:
			self._refuse()
		return signer

	def _refuse(self) -> None:
		frappe.throw(
			_(
				"Sertifikat {0} pada perangkat {1} tidak dapat dipakai. Pastikan perangkat terpasang, pustaka {2} dan paket python-pkcs11 tersedia di server, dan nama sertifikat benar, lalu tanda tangani kembali."
			).format(
				*(frappe.bold(escape_html(text)) for text in (self.sertifikat, self.token, self.pustaka))
			),
			PerangkatSertifikatError,
			title=_("Perangkat sertifikat tidak siap"),
		)


def check_berlaku(
	certificate: Certificate, penerbit: Iterable[Certificate], daftar_cabut: Iterable[bytes]
) -> None:
	"""Check that a certificate may sign now.

	:param penerbit: certificates of authorities, by whose key a revocation list must be signed to be believed
	:param daftar_cabut: revocation lists (CRL, DER) that the office has
	:raises SertifikatKedaluwarsaError: its last day is over
	:raises SertifikatBelumBerlakuError: its first day has not come
	:raises SertifikatDicabutError: a list of its issuer names it
	"""
	now = datetime.now(timezone.utc)
	if now > certificate.not_valid_after:
		_refuse_sertifikat(
			_("Sertifikat Anda berakhir pada {0}. Perpanjang sertifikat, lalu tanda tangani kembali."),
			certificate.not_valid_after,
			SertifikatKedaluwarsaError,
			_("Sertifikat kedaluwarsa"),
		)
	if now < certificate.not_valid_before:
		_refuse_sertifikat(
			_("Sertifikat Anda baru berlaku mulai {0}. Tanda tangani sesudah saat itu."),
			certificate.not_valid_before,
			SertifikatBelumBerlakuError,
			_("Sertifikat belum berlaku"),
		)
	revoked = find_pencabutan(certificate, penerbit, daftar_cabut)
	if revoked:
		_refuse_sertifikat(
			_("Sertifikat Anda dicabut pada {0}. Mintalah sertifikat baru, lalu tanda tangani kembali."),
			revoked,
			SertifikatDicabutError,
			_("Sertifikat dicabut"),
		)


def find_pencabutan(
	certificate: Certificate, penerbit: Iterable[Certificate], daftar_cabut: Iterable[bytes]
) -> datetime | None:
	"""Return since when a certificate is revoked, None if no list of its issuer names it; see `check_berlaku`."""
	keys = [
		x509.load_der_x509_certificate(issuer.dump()).public_key()
		for issuer in penerbit
		if issuer.subject == certificate.issuer
	]
	for raw in daftar_cabut:
		crl = x509.load_der_x509_crl(raw)
		entry = crl.get_revoked_certificate_by_serial_number(certificate.serial_number)
		if entry and any(crl.is_signature_valid(key) for key in keys):
			# Older versions of cryptography know the moment without its zone only, which is UTC.
			return getattr(entry, "revocation_date_utc", None) or entry.revocation_date
	return None


def get_penerbit(certificate: Certificate) -> str:
	"""Return who issued a certificate, as people call him."""
	issuer = certificate.issuer.native
	return issuer.get("common_name") or issuer.get("organization_name") or certificate.issuer.human_friendly


def refuse_passphrase() -> None:
	"""Say that the passphrase is wrong.

	:raises PassphraseSalahError: always
	"""
	frappe.throw(
		_(
			"Passphrase salah. Ketik kembali dengan teliti: passphrase yang salah berkali-kali dapat mengunci sertifikat Anda."
		),
		PassphraseSalahError,
		title=_("Passphrase salah"),
	)


def _refuse_sertifikat(message: str, moment: datetime, error: type[Exception], title: str) -> None:
	frappe.throw(message.format(frappe.bold(formatdate(moment.date(), "dd-MM-yyyy"))), error, title=title)


def check_is_pkcs12(isi: bytes) -> None:
	"""Check that a file is a PKCS#12; what it holds only its passphrase tells.

	:raises SertifikatTidakTerbacaError: it is none
	"""
	try:
		asn1_pkcs12.Pfx.load(isi, strict=True).native["version"]
	except (ValueError, TypeError, KeyError):
		readable = False
	else:
		readable = True
	if not readable:
		_refuse_file()


def _refuse_file() -> None:
	frappe.throw(
		_(
			"Berkas sertifikat bukan PKCS#12 (.p12) yang memuat sertifikat beserta kuncinya. Mintalah pengelola memasang kembali berkas sertifikat Anda."
		),
		SertifikatTidakTerbacaError,
		title=_("Sertifikat tidak terbaca"),
	)


def _translate(certificate: x509.Certificate) -> Certificate:
	return Certificate.load(certificate.public_bytes(Encoding.DER))
