"""Where a letter is now, in one plain sentence for who answers a caller. No database here."""

from datetime import date

import frappe
from babel.dates import format_date
from frappe import _
from frappe.utils import date_diff, getdate

from eoffice_app.persuratan.disposisi.pohon import list_waiting
from eoffice_app.persuratan.keadaan import (
	DIARSIPKAN,
	DIBATALKAN,
	DIDISPOSISIKAN,
	DIKEMBALIKAN,
	DISPOSISI_DILAPORKAN,
	DISPOSISI_TERKIRIM,
	DITERIMA,
	DITOLAK,
	DIVERIFIKASI,
	MENUNGGU_DISPOSISI,
	SELESAI,
)

# Of more posts than these only the number is told.
JABATAN_DISEBUT = 2


def describe_place(surat: frappe._dict, nodes: list[frappe._dict], hari_ini: date) -> str:
	"""Return where a letter is and since when.

	:param surat: dict of `workflow_state`, `keadaan_sejak`, `alasan`, `nama_tujuan`, `menunggu_paraf` (name of the post that gives
	        it, or None) and `tanpa_disposisi`
	:param nodes: its disposisi, each with what `list_waiting` asks for, `nama_dari`, `nama_kepada` and `batas_waktu`
	"""
	describe = KALIMAT.get(surat.workflow_state, _describe_other)
	return describe(surat, nodes, hari_ini)


def write_day(day: date | str, hari_ini: date) -> str:
	"""Return a day as one says it: 19 Nov, with the year only where it is another."""
	day = getdate(day)
	pattern = "d MMM" if day.year == hari_ini.year else "d MMM yyyy"
	return format_date(day, pattern, locale=(frappe.local.lang or "id").replace("-", "_"))


def write_since(moment, hari_ini: date) -> str:
	"""Return since when, with the number of days: since 19 Nov, 2 days."""
	days = date_diff(hari_ini, getdate(moment))
	if days <= 0:
		return _("sejak hari ini")
	return _("sejak {0}, {1} hari").format(write_day(moment, hari_ini), days)


def _describe_received(surat, nodes, hari_ini) -> str:
	return _("Menunggu diperiksa verifikator {0}").format(write_since(surat.keadaan_sejak, hari_ini))


def _describe_verified(surat, nodes, hari_ini) -> str:
	since = write_since(surat.keadaan_sejak, hari_ini)
	if surat.menunggu_paraf:
		return _("Menunggu paraf {0} {1}").format(surat.menunggu_paraf, since)
	return _("Menunggu diteruskan kepada {0} {1}").format(surat.nama_tujuan, since)


def _describe_waiting(surat, nodes, hari_ini) -> str:
	since = write_since(surat.keadaan_sejak, hari_ini)
	return _("Menunggu disposisi {0} {1}").format(surat.nama_tujuan, since)


def _describe_disposed(surat, nodes, hari_ini) -> str:
	waiting = list_waiting(nodes)
	if not waiting:
		return _("Disposisi tuntas, menunggu diselesaikan")
	sentences = [_describe_node(node, hari_ini) for node in waiting[:JABATAN_DISEBUT]]
	if len(waiting) > JABATAN_DISEBUT:
		sentences.append(_("dan pada {0} jabatan lain").format(len(waiting) - JABATAN_DISEBUT))
	return "; ".join(sentences)


def _describe_node(node: frappe._dict, hari_ini: date) -> str:
	if node.status == DISPOSISI_DILAPORKAN:
		return _("Umpan balik {0} menunggu diterima {1} {2}").format(
			node.nama_kepada, node.nama_dari, write_since(node.umpan_balik_pada, hari_ini)
		)
	parts = [_("Pada {0} {1}").format(node.nama_kepada, write_since(node.ditulis_pada, hari_ini))]
	if node.status == DISPOSISI_TERKIRIM:
		parts.append(_("belum dibaca"))
	if node.batas_waktu:
		parts.append(_describe_deadline(node.batas_waktu, hari_ini))
	return ", ".join(parts)


def _describe_deadline(batas_waktu: date, hari_ini: date) -> str:
	late = date_diff(hari_ini, batas_waktu)
	if late > 0:
		return _("terlambat {0} hari").format(late)
	return _("batas waktu {0}").format(write_day(batas_waktu, hari_ini))


def _describe_closed(surat, nodes, hari_ini) -> str:
	said = _("{0} {1}").format(_(surat.workflow_state), write_day(surat.keadaan_sejak, hari_ini))
	return f"{said}: {surat.alasan}" if surat.alasan else said


def _describe_finished(surat, nodes, hari_ini) -> str:
	said = _("{0} {1}").format(_(surat.workflow_state), write_day(surat.keadaan_sejak, hari_ini))
	return _("{0}, tanpa disposisi").format(said) if surat.tanpa_disposisi else said


def _describe_other(surat, nodes, hari_ini) -> str:
	# A state that the office added to its workflow.
	return f"{_(surat.workflow_state)} {write_since(surat.keadaan_sejak, hari_ini)}"


KALIMAT = {
	DITERIMA: _describe_received,
	DIVERIFIKASI: _describe_verified,
	MENUNGGU_DISPOSISI: _describe_waiting,
	DIDISPOSISIKAN: _describe_disposed,
	SELESAI: _describe_finished,
	DIARSIPKAN: _describe_finished,
	**dict.fromkeys((DIKEMBALIKAN, DITOLAK, DIBATALKAN), _describe_closed),
}
