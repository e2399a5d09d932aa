"""A test authority for the demo office: it says in every name that it is one. Its signatures bind nobody."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta, timezone

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import BestAvailableEncryption, Encoding, pkcs12
from cryptography.x509.oid import NameOID

NAMA_OTORITAS = "OTORITAS UJI, BUKAN UNTUK DINAS"
NAMA_ORGANISASI = "Sertifikat uji coba tanpa kekuatan hukum"
PANJANG_KUNCI = 2048
BERLAKU_OTORITAS = timedelta(days=3650)
BERLAKU_PENANDA_TANGAN = timedelta(days=730)


@dataclass(frozen=True)
class OtoritasUji:
	"""A test authority: its certificate and its key."""

	sertifikat: x509.Certificate
	kunci: rsa.RSAPrivateKey = field(repr=False)

	def issue(
		self, nama: str, passphrase: str, mulai: datetime | None = None, berakhir: datetime | None = None
	) -> bytes:
		"""Return a signer's certificate with its key as PKCS#12, valid from now for two years unless told otherwise.

		:param nama: the signer, who is called a test in the certificate
		:param passphrase: what opens the file
		"""
		key = _make_key()
		begin = mulai or _now()
		signer = (
			_begin(_compose_name(f"UJI - {nama}"), self.sertifikat.subject, key)
			.not_valid_before(begin)
			.not_valid_after(berakhir or begin + BERLAKU_PENANDA_TANGAN)
			.add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
			.add_extension(_allow(digital_signature=True, content_commitment=True), critical=True)
			.add_extension(_identify(self.kunci), critical=False)
			.sign(self.kunci, hashes.SHA256())
		)
		return pkcs12.serialize_key_and_certificates(
			nama.encode(), key, signer, [self.sertifikat], BestAvailableEncryption(passphrase.encode())
		)

	def revoke(self, *nomor_seri: int) -> bytes:
		"""Return the revocation list (CRL, DER) that names these serial numbers."""
		crl = (
			x509.CertificateRevocationListBuilder()
			.issuer_name(self.sertifikat.subject)
			.last_update(_now())
			.next_update(_now() + timedelta(days=30))
			.add_extension(x509.CRLNumber(1), critical=False)
			.add_extension(_identify(self.kunci), critical=False)
		)
		for serial in nomor_seri:
			entry = x509.RevokedCertificateBuilder().serial_number(serial).revocation_date(_now())
			crl = crl.add_revoked_certificate(entry.build())
		return crl.sign(self.kunci, hashes.SHA256()).public_bytes(Encoding.DER)

	def export(self) -> bytes:
		"""Return the authority's certificate as PEM, for whoever is to trust it in a test."""
		return self.sertifikat.public_bytes(Encoding.PEM)


def make_otoritas_uji(kantor: str) -> OtoritasUji:
	"""Return a new test authority for an office."""
	key = _make_key()
	name = _compose_name(f"{NAMA_OTORITAS} - {kantor}")
	certificate = (
		_begin(name, name, key)
		.not_valid_before(_now())
		.not_valid_after(_now() + BERLAKU_OTORITAS)
		.add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
		.add_extension(_allow(key_cert_sign=True, crl_sign=True), critical=True)
		.sign(key, hashes.SHA256())
	)
	return OtoritasUji(certificate, key)


def _make_key() -> rsa.RSAPrivateKey:
	return rsa.generate_private_key(public_exponent=65537, key_size=PANJANG_KUNCI)


def _now() -> datetime:
	# Clocks of two machines differ: a certificate of this minute must be valid on the other as well.
	return datetime.now(timezone.utc) - timedelta(minutes=5)


def _compose_name(name: str) -> x509.Name:
	return x509.Name(
		[
			x509.NameAttribute(NameOID.COUNTRY_NAME, "ID"),
			x509.NameAttribute(NameOID.ORGANIZATION_NAME, NAMA_ORGANISASI),
			# A common name has at most 64 signs.
			x509.NameAttribute(NameOID.COMMON_NAME, name[:64]),
		]
	)


def _begin(subject: x509.Name, issuer: x509.Name, key: rsa.RSAPrivateKey) -> x509.CertificateBuilder:
	return (
		x509.CertificateBuilder()
		.subject_name(subject)
		.issuer_name(issuer)
		.public_key(key.public_key())
		.serial_number(x509.random_serial_number())
		.add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
	)


def _identify(key: rsa.RSAPrivateKey) -> x509.AuthorityKeyIdentifier:
	return x509.AuthorityKeyIdentifier.from_issuer_public_key(key.public_key())


def _allow(**uses: bool) -> x509.KeyUsage:
	none = dict.fromkeys(
		(
			"digital_signature",
			"content_commitment",
			"key_encipherment",
			"data_encipherment",
			"key_agreement",
			"key_cert_sign",
			"crl_sign",
			"encipher_only",
			"decipher_only",
		),
		False,
	)
	return x509.KeyUsage(**{**none, **uses})
