"""What happened to an outgoing letter, from its draft to the hands of its addressees."""

import frappe
from frappe import _
from frappe.model.document import Document

from eoffice_app.kisah.peristiwa import Peristiwa, name_with_post, tell
from eoffice_app.kisah.perubahan import Perubahan, read_names, read_perubahan
from eoffice_app.persuratan.keadaan_keluar import (
	BATAL,
	BERNOMOR,
	DI_PENYUSUN,
	DIARSIPKAN,
	DITANDATANGANI,
	MENUNGGU_PARAF,
	MENUNGGU_TANDA_TANGAN,
	TERKIRIM,
)
from eoffice_app.persuratan.konsep.rantai_paraf import DIKEMBALIKAN as PARAF_DIKEMBALIKAN

# The sheet of parafs and the signature tell of these.
DICERITAKAN_LAIN = (*DI_PENYUSUN, DITANDATANGANI)
TIDAK_TERKIRIM = "Tidak Terkirim"


def tell_surat_keluar(surat: Document) -> list[Peristiwa]:
	"""Return what happened to a Surat Keluar, without asking who wants to know."""
	changes = read_perubahan(surat.doctype, [surat.name])
	names = read_names({surat.owner, *(row.oleh for row in changes)})
	signer = name_with_post(surat.nama_penanda_tangan, surat.sebagai)
	return [
		*tell(
			surat.creation,
			_("{0} mulai menyusun konsep {1}.").format(
				names.get(surat.owner, surat.owner), surat.jenis_naskah
			),
		),
		*(event for row in changes for event in _tell_change(surat, row, names)),
		*(event for row in surat.paraf for event in _tell_paraf(row)),
		*tell(surat.ditandatangani_pada, _("{0} menandatangani surat.").format(signer)),
		*_tell_deliveries(surat),
	]


def _tell_change(surat: Document, row: Perubahan, names: dict[str, str]) -> list[Peristiwa]:
	state = row.kolom.get("workflow_state")
	if not state or state in DICERITAKAN_LAIN:
		return []
	who = names.get(row.oleh, row.oleh)
	alasan = surat.alasan if state == BATAL else ""
	return tell(row.waktu, _get_sentence(state).format(who, _(state).lower(), surat.nomor), alasan)


def _get_sentence(state: str) -> str:
	sentences = {
		MENUNGGU_PARAF: _("{0} mengirim konsep untuk diparaf."),
		MENUNGGU_TANDA_TANGAN: _("Konsep diajukan kepada penanda tangan oleh {0}."),
		BERNOMOR: _("Surat bernomor {2}."),
		TERKIRIM: _("Semua salinan surat sudah terkirim."),
		DIARSIPKAN: _("{0} mengarsipkan surat."),
		BATAL: _("{0} membatalkan surat."),
	}
	return sentences.get(state) or _("{0} menyatakan surat ini {1}.")


def _tell_paraf(row: Document) -> list[Peristiwa]:
	who = name_with_post(row.nama, row.sebagai or row.nama_jabatan)
	sentence = (
		_("{0} mengembalikan konsep versi {1}.")
		if row.keadaan == PARAF_DIKEMBALIKAN
		else _("{0} memberi paraf pada versi {1}.")
	)
	return tell(row.waktu, sentence.format(who, row.versi), row.catatan)


def _tell_deliveries(surat: Document) -> list[Peristiwa]:
	"""Tell of the deliveries, to whom the office lets see deliveries."""
	if not frappe.has_permission("Pengiriman Surat"):
		return []
	rows = frappe.get_list(
		"Pengiriman Surat",
		filters={"surat_keluar": surat.name},
		fields=[
			"nama_penerima",
			"cara",
			"saluran",
			"keadaan",
			"alasan",
			"dikirim_pada",
			"diterima_pada",
			"diterima_oleh",
			"modified",
		],
		order_by="creation asc",
		limit_page_length=0,
	)
	return [event for row in rows for event in _tell_delivery(row)]


def _tell_delivery(row: frappe._dict) -> list[Peristiwa]:
	failed = row.modified if row.keadaan == TIDAK_TERKIRIM else None
	received = (
		_("{0} menerima surat untuk {1}.").format(row.diterima_oleh, row.nama_penerima)
		if row.diterima_oleh
		else _("Surat sampai kepada {0}.").format(row.nama_penerima)
	)
	return [
		*tell(
			row.dikirim_pada,
			_("Surat dikirim kepada {0} melalui {1}.").format(row.nama_penerima, _(row.saluran or row.cara)),
		),
		*tell(row.diterima_pada, received),
		*tell(failed, _("Surat tidak terkirim kepada {0}.").format(row.nama_penerima), row.alasan),
	]
