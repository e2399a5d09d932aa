import frappe
from cryptography import x509
from frappe import _
from frappe.model.document import Document
from frappe.utils import cint, escape_html

from eoffice_app.persuratan.berkas.unggahan import find_own_file, read_own_file
from eoffice_app.tte.galat import SertifikatTidakTerbacaError
from eoffice_app.tte.pengaturan import BATAS_DETIK_BSRE, DAFTAR_CABUT, OTORITAS, to_der

BATAS_TERLAMA = 45


class PengaturanTandaTangan(Document):
	# begin: auto-generated types
	# This code is auto-generated. Do not modify anything in this block.

	from typing import TYPE_CHECKING

	if TYPE_CHECKING:
		from frappe.types import DF

		from eoffice_app.persuratan.doctype.otoritas_sertifikat.otoritas_sertifikat import (
			OtoritasSertifikat,
		)

		alamat_waktu: DF.Data | None
		bsre_alamat: DF.Data | None
		bsre_batas_detik: DF.Int
		bsre_pengguna: DF.Data | None
		bsre_sandi: DF.Password | None
		bsre_versi: DF.Literal["2", "1"]
		lokasi: DF.Data | None
		otoritas: DF.Table[OtoritasSertifikat]
		penyedia: DF.Literal["Basah", "Lokal", "BSrE"]
	# end: auto-generated types

	def validate(self):
		# Others wait for the number's series no longer than the database lets them.
		self.bsre_batas_detik = min(cint(self.bsre_batas_detik) or BATAS_DETIK_BSRE, BATAS_TERLAMA)
		for row in self.otoritas:
			berkas = find_own_file(self, row.berkas)
			row.jenis, row.isi_berkas = _describe(read_own_file(berkas)) if berkas else (None, None)
			if not row.jenis:
				_refuse(row.berkas)


def _describe(isi: bytes) -> tuple[str | None, str | None]:
	"""Return what a file is and of whom, None where it is neither an authority's certificate nor a revocation list."""
	der = to_der(isi)
	try:
		certificate = x509.load_der_x509_certificate(der)
	except ValueError:
		return _describe_crl(der)
	return OTORITAS, certificate.subject.rfc4514_string()[:300]


def _describe_crl(der: bytes) -> tuple[str | None, str | None]:
	try:
		crl = x509.load_der_x509_crl(der)
	except ValueError:
		return None, None
	return DAFTAR_CABUT, crl.issuer.rfc4514_string()[:300]


def _refuse(berkas: str | None) -> None:
	frappe.throw(
		_(
			"Berkas {0} bukan sertifikat otoritas dan bukan daftar pencabutan. Unggah berkas .crt, .cer, .pem atau .crl."
		).format(frappe.bold(escape_html(berkas or ""))),
		SertifikatTidakTerbacaError,
		title=_("Sertifikat tidak terbaca"),
	)
