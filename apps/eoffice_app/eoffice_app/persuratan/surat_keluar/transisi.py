"""What the server asks of a Surat Keluar before it may enter a state, whatever the office's workflow draws."""

import frappe
from frappe import _
from frappe.model.document import Document

from eoffice_app.exceptions import TransisiTidakSahError
from eoffice_app.organisasi.pemangku import require_acting
from eoffice_app.persuratan.keadaan_keluar import (
	BATAL,
	BERNOMOR,
	DI_PENYUSUN,
	DIARSIPKAN,
	DIKEMBALIKAN,
	DITANDATANGANI,
	KEADAAN_AKHIR,
	KONSEP,
	MENUNGGU_PARAF,
	MENUNGGU_TANDA_TANGAN,
	SEBELUM,
	TERKIRIM,
)
from eoffice_app.persuratan.konsep.giliran import count_open
from eoffice_app.saluran.petugas import require_sender_of_letter
from eoffice_app.saluran.surat import is_all_delivered

BASAH = "Basah"


class TandaTanganSendiriError(frappe.ValidationError):
	"""The one who wrote a draft would sign it in the place of the signer."""


def check_transition(surat: Document, before: str | None, after: str) -> None:
	"""Check that a Surat Keluar, with its parafs as they are about to be saved, may go from one state to another.

	States that an office added to its workflow are governed by that workflow alone.

	:param before: None for a new letter
	:raises TransisiTidakSahError: with what is missing and what to do
	:raises BukanPemangkuError: it is for somebody else to do
	"""
	if before is None:
		_require(after == KONSEP, _("Surat baru selalu mulai pada status {0}.").format(_(KONSEP)))
		return
	_require(
		before not in KEADAAN_AKHIR and before in SEBELUM.get(after, (before,)),
		_("Surat berstatus {0} tidak dapat menjadi {1}.").format(
			frappe.bold(_(before)), frappe.bold(_(after))
		),
	)
	if after in CHECKS:
		CHECKS[after](surat, before)


def _check_waiting_for_paraf(surat: Document, before: str) -> None:
	require_acting(surat.jabatan_penyusun if before in DI_PENYUSUN else surat.penanda_tangan)
	_require(
		count_open(surat) > 0,
		_("Konsep ini tidak memerlukan paraf lagi. Ajukan langsung kepada penanda tangan."),
	)


def _check_waiting_for_signature(surat: Document, before: str) -> None:
	if before in DI_PENYUSUN:
		require_acting(surat.jabatan_penyusun)
	_require(
		count_open(surat) == 0,
		_("Konsep ini masih menunggu paraf. Penanda tangan menerimanya setelah semua paraf diberikan."),
	)


def _check_returned(surat: Document, before: str) -> None:
	_require(
		bool((surat.alasan or "").strip()),
		_("Catatan harus diisi, agar penyusun tahu apa yang perlu diperbaiki."),
	)


def _check_cancelled(surat: Document, before: str) -> None:
	# A signed letter is cancelled by `tanda_tangan_basah.cancel_surat`, which knows who may.
	if before in DI_PENYUSUN:
		require_acting(surat.jabatan_penyusun)
	_require(bool((surat.alasan or "").strip()), _("Alasan pembatalan harus diisi."))


def check_own_signature(surat: Document, user: str | None) -> None:
	"""Check that who signs a draft has not written it in another post.

	:param user: the signer's account
	:raises TandaTanganSendiriError: he has
	"""
	if surat.owner == user and surat.jabatan_penyusun != surat.penanda_tangan:
		frappe.throw(
			_(
				"Anda menyusun konsep ini sebagai jabatan lain, sehingga Anda tidak dapat menandatanganinya. Minta penyusun lain, atau tunggu pejabat definitif."
			),
			TandaTanganSendiriError,
			title=_("Tidak dapat menandatangani konsep sendiri"),
		)


def _check_signed(surat: Document, before: str) -> None:
	# Ink is on the paper, whoever of the office brings the scan: `tanda_tangan_basah` asks who that is.
	if surat.penyedia != BASAH:
		require_acting(surat.penanda_tangan)
		check_own_signature(surat, frappe.session.user)
	# Only signing fills these in: what a client sends along has been replaced before.
	_require(
		bool(surat.penyedia and surat.nama_penanda_tangan),
		_("Surat ditandatangani melalui tombol Tanda Tangani, atau dengan mengunggah pindaiannya."),
	)


def _check_numbered(surat: Document, before: str) -> None:
	if before == TERKIRIM:
		# It has its number; a delivery came back.
		_require(not is_all_delivered(surat.name), _("Semua pengiriman surat ini sudah sampai."))
		return
	_require(
		before != DITANDATANGANI or bool(surat.nomor and surat.baris_nomor and surat.berkas_bertanda),
		_("Nomor diberikan melalui tombol Beri Nomor, setelah surat bertanda tangan tersimpan."),
	)


def _check_delivered(surat: Document, before: str) -> None:
	_require(
		is_all_delivered(surat.name),
		_("Surat ini belum sampai kepada semua penerimanya. Lihat bagian Pengiriman: mana yang belum."),
	)


def _check_archived(surat: Document, before: str) -> None:
	require_sender_of_letter(surat)


CHECKS = {
	MENUNGGU_PARAF: _check_waiting_for_paraf,
	MENUNGGU_TANDA_TANGAN: _check_waiting_for_signature,
	DIKEMBALIKAN: _check_returned,
	BATAL: _check_cancelled,
	DITANDATANGANI: _check_signed,
	BERNOMOR: _check_numbered,
	TERKIRIM: _check_delivered,
	DIARSIPKAN: _check_archived,
}


def _require(holds: bool, message: str) -> None:
	if not holds:
		frappe.throw(message, TransisiTidakSahError, title=_("Status surat tidak dapat diubah"))
