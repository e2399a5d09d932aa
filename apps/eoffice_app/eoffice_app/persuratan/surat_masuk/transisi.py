"""What the server asks of a letter before it may enter a state, whatever the office's workflow draws."""

import frappe
from frappe import _
from frappe.model.document import Document
from frappe.utils import escape_html

from eoffice_app.exceptions import TransisiTidakSahError
from eoffice_app.hak_akses.aturan import SIFAT_RAHASIA, SIFAT_TERBATAS
from eoffice_app.organisasi.jabatan import name_post
from eoffice_app.organisasi.operator import OPERATOR_SANDI, OPERATOR_SURAT
from eoffice_app.persuratan.disposisi.pohon import is_all_done, read_branches
from eoffice_app.persuratan.keadaan import (
	DIARSIPKAN,
	DIDISPOSISIKAN,
	DITERIMA,
	DIVERIFIKASI,
	KEADAAN_AKHIR,
	KEADAAN_DITUTUP,
	MENUNGGU_DISPOSISI,
	SELESAI,
)
from eoffice_app.persuratan.surat_masuk.aturan_paraf import awaits_paraf, get_sekretaris
from eoffice_app.persuratan.surat_masuk.verifikasi import list_unmet


def check_transition(surat: Document, before: str | None, after: str) -> None:
	"""Check that a Surat Masuk may go from one state to another.

	States that an office added to its workflow are governed by that workflow alone.

	:param before: None for a new letter
	:raises TransisiTidakSahError: with what is missing and what to do
	"""
	if before is None:
		_require(after == DITERIMA, _("Surat baru selalu mulai pada status {0}.").format(DITERIMA))
		return
	_require(
		before not in KEADAAN_AKHIR,
		_("Surat yang sudah {0} tidak dapat diubah statusnya lagi.").format(before),
	)
	if after in CHECKS:
		CHECKS[after](surat, before)


def may_take_step(surat: Document, after: str) -> bool:
	"""Whether the session's user may bring a Surat Masuk into a state by a step of the workflow that is drawn for him.

	What the step's own dialog asks for, such as a reason or the checklist, does not count: it is not given yet.
	"""
	if not surat.has_permission("write"):
		return False
	if after == MENUNGGU_DISPOSISI:
		return not awaits_paraf(surat)
	return after != DIARSIPKAN or _get_filing_role(surat) in frappe.get_roles()


def _check_verified(surat: Document, before: str) -> None:
	_require(before == DITERIMA, _("Hanya surat berstatus {0} yang dapat diverifikasi.").format(DITERIMA))
	_require_verifikator(surat)
	unmet = [frappe.bold(escape_html(butir)) for butir in list_unmet(surat)]
	_require(
		not unmet,
		_(
			"Belum dinyatakan sesuai: {0}. Periksa melalui tindakan Verifikasi, atau kembalikan surat ini."
		).format(", ".join(unmet)),
	)


def _check_waiting(surat: Document, before: str) -> None:
	_require(before != DITERIMA, _("Surat belum diverifikasi. Verifikasi lebih dulu, lalu teruskan."))
	if awaits_paraf(surat):
		_refuse(
			_("Surat ini menunggu paraf {0} sebelum sampai kepada {1}.").format(
				frappe.bold(name_post(get_sekretaris())), frappe.bold(name_post(surat.tujuan))
			)
		)


def _check_disposed(surat: Document, before: str) -> None:
	_require(
		before not in (DITERIMA, DIVERIFIKASI) and read_branches(surat.name)[0] > 0,
		_("Surat ini belum mempunyai disposisi. Tulis disposisi melalui tombol Disposisi."),
	)


def _check_finished(surat: Document, before: str) -> None:
	if surat.tanpa_disposisi and before == MENUNGGU_DISPOSISI:
		return
	_require(
		before not in (DITERIMA, DIVERIFIKASI) and is_all_done(*read_branches(surat.name)),
		_(
			"Disposisi surat ini belum tuntas. Surat dapat diselesaikan setelah umpan balik semua penanggung jawab diterima."
		),
	)


def _check_filed(surat: Document, before: str) -> None:
	_require(before == SELESAI, _("Hanya surat yang sudah {0} dapat diarsipkan.").format(SELESAI))
	_require_role(_get_filing_role(surat))


def _get_filing_role(surat: Document) -> str:
	return OPERATOR_SANDI if surat.sifat in SIFAT_RAHASIA else OPERATOR_SURAT


def _check_closed(surat: Document, before: str) -> None:
	_require(
		before in (DITERIMA, DIVERIFIKASI, MENUNGGU_DISPOSISI),
		_("Surat yang sudah {0} tidak dapat dikembalikan, ditolak atau dibatalkan.").format(before),
	)
	if surat.sifat == SIFAT_TERBATAS and before != DITERIMA:
		# The verifikator has lost sight of it; of those who still see it only its operator deals with senders.
		_require_role(OPERATOR_SURAT)
	else:
		_require_verifikator(surat)
	_require(
		bool((surat.alasan or "").strip()),
		_("Alasan harus diisi, karena alasan itu yang dibaca pengirim surat."),
	)


CHECKS = {
	DIVERIFIKASI: _check_verified,
	MENUNGGU_DISPOSISI: _check_waiting,
	DIDISPOSISIKAN: _check_disposed,
	SELESAI: _check_finished,
	DIARSIPKAN: _check_filed,
	**dict.fromkeys(KEADAAN_DITUTUP, _check_closed),
}


def _require_verifikator(surat: Document) -> None:
	# Nobody but the operator sandi may know of a secret letter before its addressee does.
	_require_role(OPERATOR_SANDI if surat.sifat in SIFAT_RAHASIA else "Verifikator")


def _require_role(role: str) -> None:
	_require(role in frappe.get_roles(), _("Langkah ini hanya untuk peran {0}.").format(_(role)))


def _require(holds: bool, message: str) -> None:
	if not holds:
		_refuse(message)


def _refuse(message: str) -> None:
	frappe.throw(message, TransisiTidakSahError, title=_("Status surat tidak dapat diubah"))
