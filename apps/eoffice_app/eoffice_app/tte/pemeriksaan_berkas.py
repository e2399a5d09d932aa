"""A file that a citizen holds against a letter: is it that letter, is its signature worth anything. Nothing is kept."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

import frappe
from frappe import _

from eoffice_app.hak_akses.aturan import SIFAT_RAHASIA
from eoffice_app.proses_terpisah import PemeriksaanTerhentiError
from eoffice_app.saluran.berkas import read_berkas
from eoffice_app.tte.proses_verifikasi import verify_apart
from eoffice_app.tte.verifikasi import (
	BERUBAH,
	BUKAN_PDF,
	DICABUT,
	KEDALUWARSA,
	OTORITAS_TIDAK_DIKENAL,
	SAH,
	TIDAK_BERTANDA_TANGAN,
)

BASAH = "Basah"
BAIK, RAGU, BURUK = "baik", "ragu", "buruk"


@dataclass(frozen=True)
class HasilBerkas:
	"""What a citizen is told of his file: `nada` (BAIK, RAGU or BURUK), a title and what it means for him."""

	nada: str
	judul: str
	penjelasan: str


def examine_file(
	isi: bytes, surat: frappe._dict, otoritas: Sequence[bytes], daftar_cabut: Sequence[bytes] = ()
) -> HasilBerkas:
	"""Hold a file against a letter: the very file by its SHA-256, and the signatures that it bears.

	Of a secret letter not even how it was signed is told.

	:param surat: see `keterangan_surat.find_surat`
	:param otoritas: see `verifikasi.verify_pdf`, as `daftar_cabut`
	"""
	is_same = hashlib.sha256(isi).hexdigest() in list_sidik(surat)
	if surat.sifat in SIFAT_RAHASIA or surat.penyedia == BASAH:
		return _judge_by_hash(is_same, surat)
	keadaan = _read_signatures(isi, otoritas, daftar_cabut)
	return _judge_same(keadaan) if is_same else _judge_other(keadaan)


def list_sidik(surat: frappe._dict) -> list[str]:
	"""Return the SHA-256 of the files by which a letter is known: the signed one, and a scan that bears its number too.

	:param surat: see `keterangan_surat.find_surat`
	"""
	if not surat.berkas_bernomor:
		return [surat.sha256_bertanda]
	return [surat.sha256_bertanda, hashlib.sha256(read_berkas(surat.name)).hexdigest()]


def _read_signatures(isi: bytes, otoritas: Sequence[bytes], daftar_cabut: Sequence[bytes]) -> str | None:
	try:
		return verify_apart(isi, otoritas, daftar_cabut)
	except PemeriksaanTerhentiError:
		return None


def _judge_by_hash(is_same: bool, surat: frappe._dict) -> HasilBerkas:
	if is_same:
		return HasilBerkas(
			BAIK,
			_("Berkas asli dan utuh"),
			_("Berkas ini sama persis dengan surat yang disimpan kantor kami."),
		)
	why = _("Berkas ini berbeda dari surat yang disimpan kantor kami. Tanyakan kepada kantor kami.")
	if surat.sifat not in SIFAT_RAHASIA:
		why = _(
			"Surat ini bertanda tangan basah. Hanya berkas yang sama persis dapat dikenali; foto dan pindaian ulang selalu berbeda. Bandingkan nomor dan tanggalnya, atau tanyakan kepada kantor kami."
		)
	return HasilBerkas(RAGU, _("Bukan berkas yang sama"), why)


def _judge_same(keadaan: str | None) -> HasilBerkas:
	genuine = _("Berkas asli dan utuh")
	known = {
		SAH: (BAIK, genuine, _("Tanda tangan elektroniknya sah.")),
		KEDALUWARSA: (
			BAIK,
			genuine,
			_("Tanda tangan elektroniknya sah; sertifikatnya berakhir sesudah surat ditandatangani."),
		),
		None: (
			BAIK,
			genuine,
			_("Tanda tangan elektroniknya tidak sempat diperiksa; ulangi beberapa saat lagi."),
		),
		DICABUT: (
			RAGU,
			_("Berkas asli, sertifikat dicabut"),
			_(
				"Sertifikat penanda tangannya telah dicabut. Tanyakan kepada kantor kami sebelum memakai surat ini."
			),
		),
	}
	unread = _("Tanda tangan elektroniknya tidak dinilai: penerbit sertifikatnya tidak ada pada daftar kami.")
	nada, judul, rest = known.get(keadaan, (BAIK, genuine, unread))
	same = _("Berkas ini sama persis dengan surat yang diterbitkan kantor kami.")
	return HasilBerkas(nada, judul, f"{same} {rest}")


def _judge_other(keadaan: str | None) -> HasilBerkas:
	if keadaan in (SAH, KEDALUWARSA):
		return HasilBerkas(
			RAGU,
			_("Tanda tangannya sah, tetapi ini bukan surat ini"),
			_(
				"Tanda tangan elektronik berkas ini sah, tetapi berkas ini berbeda dari surat yang kami terbitkan dengan kode ini. Periksa dengan kode pada berkas itu, atau mintalah berkas aslinya."
			),
		)
	if keadaan == BUKAN_PDF:
		return HasilBerkas(
			BURUK,
			_("Bukan PDF yang utuh"),
			_("Berkas ini bukan PDF, rusak, atau dikunci. Pilih berkas PDF surat sebagaimana Anda terima."),
		)
	known = {
		BERUBAH: (_("Berkas telah diubah"), _("Isinya diubah sesudah ditandatangani.")),
		DICABUT: (_("Bukan surat ini"), _("Sertifikat penanda tangannya telah dicabut.")),
		OTORITAS_TIDAK_DIKENAL: (
			_("Bukan surat ini"),
			_("Penerbit sertifikat penanda tangannya tidak kami kenal."),
		),
		TIDAK_BERTANDA_TANGAN: (
			_("Tidak bertanda tangan elektronik"),
			_("Hasil pindai dan cetak ulang selalu demikian: mintalah berkas aslinya."),
		),
	}
	judul, why = known.get(
		keadaan, (_("Berkas tidak dapat diperiksa"), _("Susunan berkas ini tidak dapat dibaca."))
	)
	differs = _("Berkas ini berbeda dari surat yang diterbitkan kantor kami.")
	advice = _("Jangan memakainya sebelum bertanya kepada kantor kami.")
	return HasilBerkas(BURUK, judul, f"{differs} {why} {advice}")
