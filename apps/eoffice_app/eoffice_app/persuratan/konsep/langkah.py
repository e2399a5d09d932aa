"""The steps of a draft: sent up, given a paraf or returned with a note, cancelled. Each waits for its turn.

Sources: SOP 000, C; SOP 003 (surat keluar); SOP 004 ("dikoreksi, jika ada koreksian surat dikembalikan").
"""

import frappe
from frappe import _
from frappe.model.document import Document
from frappe.utils import now_datetime

from eoffice_app.exceptions import TransisiTidakSahError
from eoffice_app.hak_akses.surat import get_visible_surat
from eoffice_app.organisasi.pemangku import holder_on, list_posts_acted_for, require_acting
from eoffice_app.persuratan.giliran import take_surat
from eoffice_app.persuratan.keadaan_keluar import (
	BATAL,
	DI_PENYUSUN,
	DIKEMBALIKAN,
	MENUNGGU_PARAF,
	MENUNGGU_TANDA_TANGAN,
)
from eoffice_app.persuratan.konsep.giliran import count_open, find_giliran, find_pemeriksa, needs_paraf
from eoffice_app.persuratan.konsep.perubahan_naskah import compare, split_lines
from eoffice_app.persuratan.konsep.rantai_paraf import DIKEMBALIKAN as PARAF_DIKEMBALIKAN
from eoffice_app.persuratan.konsep.rantai_paraf import DIPARAF, GUGUR, HIERARKI, MENUNGGU
from eoffice_app.persuratan.konsep.versi_naskah import compose_kepala

DOCTYPE = "Surat Keluar"


class BukanGiliranError(frappe.PermissionError):
	"""A paraf that this user has given already, or that waits for others first."""


class NaskahBerubahError(frappe.ValidationError):
	"""A paraf on a text that is no longer the present one."""


@frappe.whitelist(methods=["POST"])
def send_draft(surat_keluar: str) -> str:
	"""Send a draft to its checkers, or to its signer where no paraf is missing; return its new state.

	:raises frappe.DoesNotExistError: no such letter, or not for this user
	:raises BukanPemangkuError: the user does not act for the drafter's post
	:raises TransisiTidakSahError: the draft is not with its drafter
	:raises JabatanTanpaPemangkuError: nobody holds a post of the chain
	:raises PenandaTanganBukanAtasanError: see `list_hierarki`
	"""
	surat = take_surat(surat_keluar, DOCTYPE)
	require_state(surat, DI_PENYUSUN)
	require_acting(surat.jabatan_penyusun)
	surat.workflow_state = MENUNGGU_PARAF if needs_paraf(surat) else MENUNGGU_TANDA_TANGAN
	return _save(surat)


@frappe.whitelist(methods=["POST"])
def give_paraf(surat_keluar: str, versi: int, catatan: str = "") -> str:
	"""Give the paraf that is the user's turn; the last one brings the draft before its signer. Return the new state.

	:param versi: version of the text that the user has read
	:raises frappe.DoesNotExistError: no such letter, or not for this user
	:raises TransisiTidakSahError: the draft waits for no paraf
	:raises BukanGiliranError: the user has given his, or others come first
	:raises NaskahBerubahError: the text has changed since
	"""
	surat = take_surat(surat_keluar, DOCTYPE)
	row = _take_turn(surat)
	require_version(surat, versi)
	_stamp(row, DIPARAF, surat.versi, catatan)
	if not count_open(surat):
		surat.workflow_state = MENUNGGU_TANDA_TANGAN
	return _save(surat)


@frappe.whitelist(methods=["POST"])
def return_draft(surat_keluar: str, catatan: str, kepada_pemeriksa: bool = False) -> str:
	"""Return a draft with a note, to its drafter or to the checker before; return its new state.

	:param catatan: what is to be corrected
	:param kepada_pemeriksa: whether to the one who gave the last paraf of the line, whose paraf thereby is void
	:raises frappe.DoesNotExistError: no such letter, or not for this user
	:raises TransisiTidakSahError: the draft is with nobody who could return it, the note is empty, or there is no
	        checker before
	:raises BukanGiliranError: it is not the user's turn
	"""
	surat = take_surat(surat_keluar, DOCTYPE)
	require_state(surat, (MENUNGGU_PARAF, MENUNGGU_TANDA_TANGAN))
	row = _take_turn(surat) if surat.workflow_state == MENUNGGU_PARAF else _append_signer(surat)
	note = _require_note(catatan)
	_stamp(row, PARAF_DIKEMBALIKAN, surat.versi, note)
	if kepada_pemeriksa:
		_return_to_checker(surat, row)
	else:
		surat.update({"workflow_state": DIKEMBALIKAN, "alasan": note})
	return _save(surat)


@frappe.whitelist(methods=["POST"])
def cancel_draft(surat_keluar: str, alasan: str) -> str:
	"""Cancel a draft that is with its drafter; it stays, with the reason.

	:raises frappe.DoesNotExistError: no such letter, or not for this user
	:raises BukanPemangkuError: the user does not act for the drafter's post
	:raises TransisiTidakSahError: the draft is with others, or there is no reason
	"""
	surat = take_surat(surat_keluar, DOCTYPE)
	surat.update({"workflow_state": BATAL, "alasan": (alasan or "").strip()})
	return _save(surat)


@frappe.whitelist()
def get_perubahan(surat_keluar: str) -> dict:
	"""Return what changed in a draft since the user, in any of his posts, last gave or returned it.

	:return: dict of `versi`, `sejak` (the version he saw, None for none) and `baris` (see `compare`)
	:raises frappe.DoesNotExistError: no such letter, or not for this user
	"""
	surat = get_visible_surat(surat_keluar, DOCTYPE)
	posts = list_posts_acted_for(frappe.session.user)
	seen = [row.versi for row in surat.paraf if row.jabatan in posts and row.waktu]
	sejak = max(seen, default=None)
	earlier = next((row for row in surat.riwayat_naskah if row.versi == sejak), None)
	now = split_lines(compose_kepala(surat), surat.isi)
	before = split_lines(earlier.kepala, earlier.isi) if earlier else now
	return {"versi": surat.versi, "sejak": sejak, "baris": compare(before, now)}


def require_state(surat: Document, states: tuple) -> None:
	"""Check that a Surat Keluar is in one of some states.

	:raises TransisiTidakSahError: it is in another
	"""
	if surat.workflow_state not in states:
		frappe.throw(
			_("Konsep ini berstatus {0}, sehingga langkah ini tidak berlaku sekarang.").format(
				frappe.bold(_(surat.workflow_state))
			),
			TransisiTidakSahError,
			title=_("Status surat tidak dapat diubah"),
		)


def require_version(surat: Document, versi: int) -> None:
	"""Check that who acts on a Surat Keluar has read its present text.

	:raises NaskahBerubahError: it has changed since
	"""
	if frappe.utils.cint(versi) != surat.versi:
		frappe.throw(
			_("Naskah ini sudah diubah sejak Anda membacanya. Muat ulang dan baca versi {0}.").format(
				surat.versi
			),
			NaskahBerubahError,
			title=_("Naskah sudah berubah"),
		)


def _take_turn(surat: Document) -> Document:
	require_state(surat, (MENUNGGU_PARAF,))
	row = find_giliran(surat, frappe.session.user)
	if not row:
		frappe.throw(
			_(
				"Sekarang bukan giliran Anda memberi paraf pada konsep ini. Lihat urutannya pada Lembar Paraf."
			),
			BukanGiliranError,
			title=_("Bukan giliran Anda"),
		)
	return row


def _append_signer(surat: Document) -> Document:
	# The routing sheet tells also of what the signer sent back.
	holder = require_acting(surat.penanda_tangan)
	return surat.append(
		"paraf",
		{
			"jabatan": surat.penanda_tangan,
			"nama_jabatan": holder.nama_jabatan,
			"jenis": HIERARKI,
			"urutan": len(surat.paraf) + 1,
		},
	)


def _return_to_checker(surat: Document, row: Document) -> None:
	previous = find_pemeriksa(surat)
	if row.jenis != HIERARKI or not previous:
		frappe.throw(
			_("Tidak ada pemeriksa sebelum Anda. Kembalikan konsep ini kepada penyusun."),
			TransisiTidakSahError,
			title=_("Tidak ada pemeriksa sebelumnya"),
		)
	previous.keadaan = GUGUR
	_ask_again(surat, previous)
	if surat.workflow_state == MENUNGGU_PARAF:
		_ask_again(surat, row)
	surat.workflow_state = MENUNGGU_PARAF


def _ask_again(surat: Document, row: Document) -> None:
	fields = ("jabatan", "nama_jabatan", "jenis", "urutan")
	surat.append("paraf", {**{field: row.get(field) for field in fields}, "keadaan": MENUNGGU})


def _stamp(row: Document, keadaan: str, versi: int, catatan: str) -> None:
	# The sheet shows who it was on that day, and as what, whoever holds the post later.
	holder = holder_on(row.jabatan)
	row.update(
		{
			"keadaan": keadaan,
			"versi": versi,
			"catatan": (catatan or "").strip(),
			"pegawai": holder.pegawai,
			"nama": holder.nama_lengkap,
			"sebagai": holder.sebagai,
			"waktu": now_datetime(),
		}
	)


def _require_note(catatan: str) -> str:
	note = (catatan or "").strip()
	if not note:
		frappe.throw(
			_("Catatan harus diisi, agar penyusun tahu apa yang perlu diperbaiki."),
			TransisiTidakSahError,
			title=_("Catatan kosong"),
		)
	return note


def _save(surat: Document) -> str:
	surat.flags.langkah = True
	# Who gives a paraf needs no right to write the text.
	surat.save(ignore_permissions=True)
	return surat.workflow_state
