"""What the office has set about signing: the provider in use, whom it trusts, and with what each official signs."""

import os
from base64 import b64decode

import frappe
from asn1crypto import pem
from frappe import _
from frappe.model.document import Document
from frappe.utils import cint, get_files_path
from frappe.utils.password import get_decrypted_password

from eoffice_app.tte.bsre import Bsre
from eoffice_app.tte.bsre_sambungan import Sambungan
from eoffice_app.tte.galat import SertifikatBelumAdaError, TteTidakDipakaiError
from eoffice_app.tte.lokal import Lokal
from eoffice_app.tte.permintaan import Passphrase, Penyedia
from eoffice_app.tte.sertifikat import BerkasPkcs12, PerangkatPkcs11

PENGATURAN, SERTIFIKAT = "Pengaturan Tanda Tangan", "Sertifikat Penanda Tangan"
BASAH, LOKAL, BSRE = "Basah", "Lokal", "BSrE"
JENIS_PKCS12, JENIS_PKCS11, JENIS_BSRE = "Berkas PKCS#12", "Perangkat PKCS#11", "BSrE"
OTORITAS, DAFTAR_CABUT = "Sertifikat", "Daftar Pencabutan"
ISI_TERSANDI = "isi"
# While BSrE signs, its letter holds the number's series: shorter than the time others wait for it.
BATAS_DETIK_BSRE = 40


def get_penyedia_kantor() -> str:
	"""Return which provider the office uses: BASAH, LOKAL or BSRE."""
	return frappe.get_cached_doc(PENGATURAN).penyedia or BASAH


def get_lokasi() -> str:
	"""Return the place that signatures name; "" for none."""
	return frappe.get_cached_doc(PENGATURAN).lokasi or ""


def list_otoritas() -> list[bytes]:
	"""Return the certificates (PEM or DER) of the authorities that the office trusts."""
	return _read_berkas(OTORITAS)


def list_daftar_cabut() -> list[bytes]:
	"""Return the revocation lists (CRL, DER) that the office has."""
	return [to_der(isi) for isi in _read_berkas(DAFTAR_CABUT)]


def get_penyedia(pegawai: str) -> Penyedia:
	"""Return the way in which an official signs electronically.

	:raises TteTidakDipakaiError: the office signs by ink alone
	:raises SertifikatBelumAdaError: he has no certificate of the kind that the office uses
	"""
	kantor = get_penyedia_kantor()
	if kantor == BSRE:
		return _compose_bsre()
	if kantor == LOKAL:
		return _compose_lokal(get_sertifikat(pegawai, (JENIS_PKCS12, JENIS_PKCS11)))
	frappe.throw(
		_(
			"Kantor ini menandatangani dengan tinta. Cetak surat, tanda tangani, lalu unggah pindaiannya pada surat."
		),
		TteTidakDipakaiError,
		title=_("Tanda tangan elektronik tidak dipakai"),
	)


def get_nik(pegawai: str) -> str:
	"""Return the number by which BSrE knows an official; "" where the office does not sign by BSrE.

	:raises SertifikatBelumAdaError: it is not filled in
	"""
	return get_sertifikat(pegawai, (JENIS_BSRE,)).nik or "" if get_penyedia_kantor() == BSRE else ""


def get_sertifikat(pegawai: str, jenis: tuple[str, ...]) -> Document:
	"""Return the certificate of an official.

	:raises SertifikatBelumAdaError: he has none of these kinds, or it is switched off
	"""
	name = frappe.db.get_value(SERTIFIKAT, {"pegawai": pegawai, "aktif": 1, "jenis": ["in", jenis]})
	if not name:
		frappe.throw(
			_(
				"Anda belum mempunyai sertifikat tanda tangan di kantor ini. Minta Pengelola E-Office memasangnya pada Sertifikat Penanda Tangan."
			),
			SertifikatBelumAdaError,
			title=_("Sertifikat belum terpasang"),
		)
	return frappe.get_doc(SERTIFIKAT, name)


def _compose_lokal(sertifikat: Document) -> Lokal:
	pengaturan = frappe.get_cached_doc(PENGATURAN)
	return Lokal(
		_open_tempat(sertifikat), list_daftar_cabut(), pengaturan.alamat_waktu or "", list_otoritas()
	)


def _open_tempat(sertifikat: Document) -> BerkasPkcs12 | PerangkatPkcs11:
	if sertifikat.jenis == JENIS_PKCS11:
		return PerangkatPkcs11(
			sertifikat.pustaka, sertifikat.token, sertifikat.label_sertifikat, sertifikat.label_kunci or ""
		)
	isi = get_decrypted_password(SERTIFIKAT, sertifikat.name, ISI_TERSANDI, raise_exception=False)
	return BerkasPkcs12(b64decode(isi or ""))


def _compose_bsre() -> Bsre:
	pengaturan = frappe.get_cached_doc(PENGATURAN)
	sandi = Passphrase(pengaturan.get_password("bsre_sandi", raise_exception=False) or "")
	batas = cint(pengaturan.bsre_batas_detik) or BATAS_DETIK_BSRE
	sambungan = Sambungan(
		pengaturan.bsre_alamat or "", pengaturan.bsre_pengguna or "", sandi, batas_tanda_tangan=batas
	)
	return Bsre(sambungan, cint(pengaturan.bsre_versi) or 2)


def _read_berkas(jenis: str) -> list[bytes]:
	rows = frappe.get_cached_doc(PENGATURAN).otoritas
	return [read_private_file(row.berkas) for row in rows if row.jenis == jenis]


def to_der(isi: bytes) -> bytes:
	"""Return what may be written as PEM as DER."""
	return pem.unarmor(isi)[2] if pem.detect(isi) else isi


def read_private_file(address: str) -> bytes:
	"""Return the bytes of a private file as they lie on the disk."""
	with open(get_files_path(os.path.basename(address), is_private=1), "rb") as stream:
		return stream.read()
