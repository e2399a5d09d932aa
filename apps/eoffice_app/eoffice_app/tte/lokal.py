"""Signing with the office's own certificate: PAdES by pyHanko, level B-B, or B-T where a time stamp service is set."""

import tempfile
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from io import BytesIO

import frappe
import pikepdf
from frappe import _
from frappe.utils import escape_html
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.layout import AxisAlignment, Margins, SimpleBoxLayoutRule
from pyhanko.sign import fields, signers, timestamps
from pyhanko.stamp import StaticStampStyle

from eoffice_app.tte.cap import make_cap
from eoffice_app.tte.galat import LayananTidakTerjangkauError, SertifikatAsingError
from eoffice_app.tte.kaki import add_kaki
from eoffice_app.tte.naskah import fit_letak, open_pdf
from eoffice_app.tte.permintaan import HasilTandaTangan, Letak, PermintaanTandaTangan, compose_hasil
from eoffice_app.tte.sertifikat import BerkasPkcs12, PerangkatPkcs11, check_berlaku, get_penerbit
from eoffice_app.tte.verifikasi import SAH, verify_pdf

SIDIK = "sha256"
RUANG_TANDA_TANGAN, RUANG_STEMPEL_WAKTU = 4096, 16384
MENYELURUH = SimpleBoxLayoutRule(AxisAlignment.ALIGN_MID, AxisAlignment.ALIGN_MID, Margins(0, 0, 0, 0))


@dataclass(frozen=True)
class Lokal:
	"""The way to sign with a certificate of the office's own.

	`daftar_cabut`: the revocation lists (CRL, DER) the office has. `alamat_waktu`: a time stamp service (RFC 3161).
	`otoritas`: the certificates of those whom the office trusts; None for not asking who issued the signer's.
	"""

	sertifikat: BerkasPkcs12 | PerangkatPkcs11
	daftar_cabut: Sequence[bytes] = ()
	alamat_waktu: str = ""
	otoritas: Sequence[bytes] | None = None

	def sign(self, permintaan: PermintaanTandaTangan) -> HasilTandaTangan:
		"""Sign one letter.

		:raises TteError: of the certificate, see `sertifikat`; of the PDF, see `open_pdf`; of the time stamp service
		"""
		with self.sertifikat.open(permintaan.passphrase) as signer:
			return self.sign_with(signer, permintaan)

	@contextmanager
	def together(self) -> Iterator["LokalTerbuka"]:
		"""Give a way to sign several letters for which the certificate is opened once, and closed after the block."""
		with ExitStack() as opened:
			yield LokalTerbuka(self, opened)

	def sign_with(
		self, signer: signers.Signer, permintaan: PermintaanTandaTangan, *, is_trusted: bool = False
	) -> HasilTandaTangan:
		"""Sign one letter with an opened certificate; see `sign`.

		:param is_trusted: whether a letter signed with it has been verified already
		"""
		check_berlaku(signer.signing_cert, signer.cert_registry, self.daftar_cabut)
		penerbit = get_penerbit(signer.signing_cert)
		bertanda = self._sign(add_kaki(permintaan.isi, penerbit), permintaan, signer)
		if self.otoritas is not None and not is_trusted:
			self._check_otoritas(bertanda, penerbit)
		return compose_hasil(permintaan.isi, bertanda, penerbit)

	def _check_otoritas(self, bertanda: bytes, penerbit: str) -> None:
		"""Check that whoever verifies the letter here will find it genuine."""
		if verify_pdf(bertanda, self.otoritas, self.daftar_cabut).keadaan != SAH:
			frappe.throw(
				_(
					"Sertifikat Anda diterbitkan {0}, yang bukan otoritas tepercaya kantor ini. Minta Pengelola E-Office memeriksa sertifikat Anda dan Pengaturan Tanda Tangan."
				).format(frappe.bold(escape_html(penerbit))),
				SertifikatAsingError,
				title=_("Penerbit sertifikat tidak dikenal"),
			)

	def _sign(self, naskah: bytes, permintaan: PermintaanTandaTangan, signer: signers.Signer) -> bytes:
		place = _place(naskah, permintaan.letak)
		with tempfile.NamedTemporaryFile(suffix=".pdf") as cap:
			cap.write(make_cap(permintaan))
			cap.flush()
			style = StaticStampStyle.from_pdf_file(cap.name, border_width=0, background_layout=MENYELURUH)
			pdf_signer = signers.PdfSigner(
				_describe(permintaan, place.sig_field_name),
				signer,
				timestamper=timestamps.HTTPTimeStamper(self.alamat_waktu) if self.alamat_waktu else None,
				stamp_style=style,
				new_field_spec=place,
			)
			try:
				return pdf_signer.sign_pdf(
					IncrementalPdfFileWriter(BytesIO(naskah)), bytes_reserved=self._reserve(signer)
				).getvalue()
			except timestamps.TimestampRequestError:
				pass
		frappe.throw(
			_("Layanan stempel waktu tidak menjawab, jadi surat belum ditandatangani. Coba lagi nanti."),
			LayananTidakTerjangkauError,
			title=_("Stempel waktu gagal"),
		)

	def _reserve(self, signer: signers.Signer) -> int:
		"""Return the room for the signature, counted in hexadecimal digits.

		Told nothing, pyHanko signs once for trial to know it, and the user waits twice.
		"""
		certificates = [signer.signing_cert, *signer.cert_registry]
		size = RUANG_TANDA_TANGAN + sum(len(certificate.dump()) for certificate in certificates)
		return 2 * (size + (RUANG_STEMPEL_WAKTU if self.alamat_waktu else 0))


class LokalTerbuka:
	"""A certificate opened for several letters, for as long as they come with the same Passphrase."""

	def __init__(self, lokal: Lokal, opened: ExitStack):
		self.lokal = lokal
		self.opened = opened
		self.passphrase = None
		self.signer = None
		self.is_trusted = False

	def sign(self, permintaan: PermintaanTandaTangan) -> HasilTandaTangan:
		"""Sign one letter; see `Lokal.sign`."""
		if self.passphrase is not permintaan.passphrase:
			self.opened.close()
			self.signer = self.opened.enter_context(self.lokal.sertifikat.open(permintaan.passphrase))
			self.passphrase, self.is_trusted = permintaan.passphrase, False
		hasil = self.lokal.sign_with(self.signer, permintaan, is_trusted=self.is_trusted)
		self.is_trusted = True
		return hasil


def _describe(permintaan: PermintaanTandaTangan, ruas: str) -> signers.PdfSignatureMetadata:
	return signers.PdfSignatureMetadata(
		field_name=ruas,
		md_algorithm=SIDIK,
		subfilter=fields.SigSeedSubFilter.PADES,
		name=permintaan.penanda_tangan.nama,
		reason=permintaan.alasan or None,
		location=permintaan.lokasi or None,
	)


def _name_field(pdf: pikepdf.Pdf) -> str:
	form = pdf.Root.get("/AcroForm", pikepdf.Dictionary())
	taken = {str(each.get("/T", "")) for each in form.get("/Fields", [])}
	return next(name for number in range(1, len(taken) + 2) if (name := f"TandaTangan{number}") not in taken)


def _place(naskah: bytes, letak: Letak) -> fields.SigFieldSpec:
	with open_pdf(naskah) as pdf:
		letak = fit_letak(pdf, letak)
		left, bottom, _right, _top = (float(edge) for edge in pdf.pages[letak.halaman].mediabox)
		name = _name_field(pdf)
	x, y = left + letak.x, bottom + letak.y
	box = tuple(round(edge) for edge in (x, y, x + letak.lebar, y + letak.tinggi))
	return fields.SigFieldSpec(name, on_page=letak.halaman, box=box)
