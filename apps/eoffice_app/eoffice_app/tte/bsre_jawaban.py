"""What the BSrE gateway's answers mean, in plain Indonesian."""

import json
import re

import frappe
from frappe import _
from frappe.utils import escape_html

from eoffice_app.tte.bsre_sambungan import Jawaban, refuse_uncertain
from eoffice_app.tte.galat import (
	AksesLayananDitolakError,
	LayananMenolakError,
	LayananTidakTerjangkauError,
	PenandaTanganTidakTerdaftarError,
	SertifikatDicabutError,
	SertifikatKedaluwarsaError,
	SertifikatTidakAktifError,
)
from eoffice_app.tte.permintaan import Passphrase
from eoffice_app.tte.sertifikat import refuse_passphrase

KODE_AKTIF = 1111
STATUS_AKTIF = ("ISSUE",)
PALING_PANJANG = 200
TIDAK_TERDAFTAR, TANPA_SERTIFIKAT, PASSPHRASE, KEDALUWARSA, DICABUT = range(5)
# The gateway's codes (v1, and in v2's errors) and states (v2).
ARTI_KODE = {1110: TIDAK_TERDAFTAR, 2011: TIDAK_TERDAFTAR, 2021: TANPA_SERTIFIKAT, 2031: PASSPHRASE}
ARTI_STATUS = {
	"NOT_REGISTERED": TIDAK_TERDAFTAR,
	"NO_CERTIFICATE": TANPA_SERTIFIKAT,
	"EXPIRED": KEDALUWARSA,
	"REVOKE": DICABUT,
	"REVOKED": DICABUT,
}
# Versions of the gateway that send no code say it in words; the first that fits counts.
ARTI_KATA = (
	(
		re.compile(
			r"(passphrase|totp|otp).*(salah|wrong|invalid|incorrect|tidak|expired|kedaluwarsa|kadaluarsa)",
			re.I,
		),
		PASSPHRASE,
	),
	(re.compile(r"kedaluwarsa|kadaluarsa|kadaluwarsa|expired", re.I), KEDALUWARSA),
	(re.compile(r"dicabut|revoke", re.I), DICABUT),
	(re.compile(r"(belum|tidak) memiliki sertifikat", re.I), TANPA_SERTIFIKAT),
	(re.compile(r"(tidak|belum) terdaftar|not registered", re.I), TIDAK_TERDAFTAR),
)


def check_status_aktif(jawaban: Jawaban) -> None:
	"""Check the answer about a signer: whether he has a certificate that he may sign with now.

	:raises TteError: which one says why not
	"""
	_check_access(jawaban)
	said = read_json(jawaban)
	if said.get("status_code") == KODE_AKTIF or said.get("status") in STATUS_AKTIF:
		return
	_refuse_by_meaning(_find_meaning(said))
	_refuse_words(said, error=SertifikatTidakAktifError)


def check_totp_terkirim(jawaban: Jawaban) -> None:
	"""Check the answer to the wish for a one-time code.

	:raises TteError: which one says why none was sent
	"""
	_check_access(jawaban)
	said = read_json(jawaban)
	if jawaban.status != 200:
		_refuse_by_meaning(_find_meaning(said))
		_refuse_words(said)


def check_ditandatangani(jawaban: Jawaban, passphrase: Passphrase) -> None:
	"""Check the answer to an order to sign: whether a file came.

	:param passphrase: what must not be shown should the gateway repeat it
	:raises TteError: which one says why not
	:raises HasilTidakPastiError: the answer does not say whether the letter was signed
	"""
	_check_access(jawaban)
	said = read_json(jawaban)
	if jawaban.status == 200 and (jawaban.isi.startswith(b"%PDF") or said.get("file")):
		return
	_refuse_by_meaning(_find_meaning(said))
	if (jawaban.status == 200 and not _get_words(said)) or jawaban.status >= 500:
		refuse_uncertain()
	_refuse_words(said, passphrase)


def read_json(jawaban: Jawaban) -> dict:
	"""Return what an answer says as JSON; nothing where it is none."""
	try:
		said = json.loads(jawaban.isi)
	except ValueError:
		return {}
	return said if isinstance(said, dict) else {}


def _find_meaning(said: dict) -> int | None:
	meaning = ARTI_KODE.get(said.get("status_code"), ARTI_STATUS.get(str(said.get("status")).upper()))
	if meaning is not None:
		return meaning
	words = _get_words(said)
	return next((meaning for pattern, meaning in ARTI_KATA if pattern.search(words)), None)


def _get_words(said: dict) -> str:
	return str(said.get("error") or said.get("message") or "")


def _refuse_by_meaning(meaning: int | None) -> None:
	if meaning is None:
		return
	if meaning == PASSPHRASE:
		refuse_passphrase()
	message, error, title = {
		TIDAK_TERDAFTAR: (
			_(
				"NIK penanda tangan belum terdaftar di BSrE. Periksa NIK pada data pegawai, atau daftarkan ke BSrE."
			),
			PenandaTanganTidakTerdaftarError,
			_("Belum terdaftar di BSrE"),
		),
		TANPA_SERTIFIKAT: (
			_(
				"Penanda tangan belum mempunyai sertifikat BSrE yang aktif. Aktifkan sertifikat di BSrE, lalu tanda tangani kembali."
			),
			SertifikatTidakAktifError,
			_("Sertifikat belum aktif"),
		),
		KEDALUWARSA: (
			_(
				"Sertifikat BSrE penanda tangan sudah berakhir. Perpanjang di BSrE, lalu tanda tangani kembali."
			),
			SertifikatKedaluwarsaError,
			_("Sertifikat kedaluwarsa"),
		),
		DICABUT: (
			_(
				"Sertifikat BSrE penanda tangan sudah dicabut. Mintalah sertifikat baru ke BSrE, lalu tanda tangani kembali."
			),
			SertifikatDicabutError,
			_("Sertifikat dicabut"),
		),
	}[meaning]
	frappe.throw(message, error, title=title)


def _check_access(jawaban: Jawaban) -> None:
	if jawaban.status in (401, 403):
		message = _(
			"BSrE menolak akun kantor. Mintalah pengelola memeriksa nama pengguna dan kata sandi layanan BSrE, dan alamat server yang diizinkan."
		)
		frappe.throw(message, AksesLayananDitolakError, title=_("Akun BSrE ditolak"))
	if (jawaban.status in (404, 405) and not read_json(jawaban)) or 300 <= jawaban.status < 400:
		message = _(
			"Alamat layanan BSrE tidak benar. Mintalah pengelola memeriksa alamat dan versi layanan BSrE."
		)
		frappe.throw(message, AksesLayananDitolakError, title=_("Alamat BSrE tidak benar"))
	if jawaban.status == 429:
		message = _(
			"Layanan BSrE sedang penuh, jadi surat belum ditandatangani. Coba lagi beberapa menit lagi."
		)
		frappe.throw(message, LayananTidakTerjangkauError, title=_("BSrE sedang penuh"))
	if jawaban.status == 413:
		message = _(
			"BSrE menolak surat karena berkasnya terlalu besar. Perkecil gambar dalam surat, lalu tanda tangani kembali."
		)
		frappe.throw(message, LayananMenolakError, title=_("Berkas terlalu besar"))


def _refuse_words(
	said: dict, passphrase: Passphrase | None = None, error: type[Exception] = LayananMenolakError
) -> None:
	words = _get_words(said) or str(said.get("status") or "")
	if passphrase:
		words = words.replace(passphrase.reveal(), "***")
	frappe.throw(
		_(
			"BSrE menolak permintaan tanda tangan dengan keterangan: {0}. Perbaiki sebabnya, atau tanyakan ke BSrE, lalu tanda tangani kembali."
		).format(escape_html(words[:PALING_PANJANG] or _("tanpa keterangan"))),
		error,
		title=_("BSrE menolak"),
	)
