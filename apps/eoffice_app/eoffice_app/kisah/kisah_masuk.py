"""What happened to an incoming letter, from its registration to its file."""

from itertools import groupby

import frappe
from frappe import _
from frappe.model.document import Document
from frappe.utils import format_datetime, formatdate

from eoffice_app.kisah.peristiwa import Peristiwa, name_with_post, tell
from eoffice_app.kisah.perubahan import Perubahan, read_names, read_perubahan
from eoffice_app.organisasi.jabatan import name_post
from eoffice_app.persuratan.disposisi.pohon import read_written
from eoffice_app.persuratan.keadaan import (
	DIARSIPKAN,
	DIDISPOSISIKAN,
	DIVERIFIKASI,
	KEADAAN_DITUTUP,
	MENUNGGU_DISPOSISI,
	SELESAI,
)
from eoffice_app.persuratan.konsep.balasan import list_balasan

# What a clerk corrects before officials have the letter, as its form calls it.
KOLOM_ISI = (
	"tanggal_terima",
	"saluran",
	"pengirim",
	"nomor_surat",
	"tanggal_surat",
	"perihal",
	"tujuan",
	"sifat",
	"derajat",
	"klasifikasi",
	"acara_mulai",
	"acara_tempat",
)


def tell_surat_masuk(surat: Document) -> list[Peristiwa]:
	"""Return what happened to a Surat Masuk, without asking who wants to know."""
	nodes = read_written(surat.name)
	changes = read_perubahan(surat.doctype, [surat.name])
	returns = [
		row
		for row in read_perubahan("Disposisi", [node.name for node in nodes])
		if row.kolom.get("catatan_pengembalian")
	]
	names = read_names({surat.owner, *(row.oleh for row in (*changes, *returns))})
	return [
		*_tell_registration(surat, names),
		*(event for row in changes for event in _tell_change(surat, row, names)),
		*_tell_paraf(surat),
		*_tell_escalation(surat),
		*(event for act in _group_acts(nodes) for event in _tell_act(act)),
		*(event for node in nodes for event in _tell_node(node)),
		*(event for row in returns for event in _tell_return(row, nodes, names)),
		*_tell_replies(surat),
	]


def _tell_registration(surat: Document, names: dict[str, str]) -> list[Peristiwa]:
	return tell(
		surat.creation,
		_("{0} mendaftarkan surat dengan nomor agenda {1}, diterima {2} melalui {3}.").format(
			names.get(surat.owner, surat.owner),
			surat.nomor_agenda,
			format_datetime(surat.tanggal_terima, "d MMMM yyyy HH.mm"),
			_(surat.saluran),
		),
	)


def _tell_change(surat: Document, row: Perubahan, names: dict[str, str]) -> list[Peristiwa]:
	who = names.get(row.oleh, row.oleh)
	state = row.kolom.get("workflow_state")
	if state:
		return _tell_state(surat, state, row, who)
	labels = [_(surat.meta.get_label(field)) for field in KOLOM_ISI if field in row.kolom]
	if not labels:
		return []
	return tell(row.waktu, _("{0} memperbaiki data surat: {1}.").format(who, ", ".join(labels)))


def _tell_state(surat: Document, state: str, row: Perubahan, who: str) -> list[Peristiwa]:
	if state == DIDISPOSISIKAN:
		# The disposisi itself tells it.
		return []
	if state == MENUNGGU_DISPOSISI:
		return tell(
			row.waktu,
			_("{0} meneruskan surat kepada {1}.").format(who, surat.nama_tujuan or surat.tujuan),
		)
	if state == SELESAI and surat.tanpa_disposisi:
		return tell(
			row.waktu,
			_("{0} menyatakan surat ini tidak perlu disposisi.").format(who),
			surat.catatan_tanpa_disposisi,
		)
	alasan = surat.alasan if state in KEADAAN_DITUTUP else ""
	return tell(row.waktu, _get_sentence(state).format(who, _(state).lower()), alasan)


def _get_sentence(state: str) -> str:
	if state == DIVERIFIKASI:
		return _("{0} memeriksa surat dan menyatakannya sesuai.")
	if state == SELESAI:
		return _("Surat dinyatakan selesai oleh {0}.")
	if state == DIARSIPKAN:
		return _("{0} mengarsipkan surat.")
	return _("{0} menyatakan surat ini {1}.")


def _tell_paraf(surat: Document) -> list[Peristiwa]:
	who = name_with_post(surat.paraf_nama, surat.paraf_sebagai)
	return tell(surat.paraf_pada, _("{0} memberi paraf.").format(who), surat.paraf_catatan)


def _tell_escalation(surat: Document) -> list[Peristiwa]:
	if not surat.dieskalasi_kepada:
		return []
	sentence = _("{0} diberi tahu bahwa surat ini terlalu lama menunggu disposisi.")
	return tell(surat.dieskalasi_pada, sentence.format(name_post(surat.dieskalasi_kepada)))


def _group_acts(nodes: list[frappe._dict]) -> list[list[frappe._dict]]:
	"""Return what one official wrote in one go, each told the same thing together."""
	groups = groupby(
		nodes,
		key=lambda node: (node.ditulis_pada, node.dari, node.instruksi, node.catatan, node.batas_waktu),
	)
	return [list(group) for _key, group in groups]


def _tell_act(nodes: list[frappe._dict]) -> list[Peristiwa]:
	first = nodes[0]
	who = name_with_post(first.nama_penulis, first.sebagai or first.nama_dari)
	recipients = ", ".join(node.nama_kepada for node in nodes)
	if first.kirim_langsung:
		sentence = _("{0} mengirim surat langsung kepada {1}, mendahului disposisi.")
		return tell(first.ditulis_pada, sentence.format(who, recipients), first.alasan_langsung)
	told = [_(text) for text in first.instruksi]
	if first.batas_waktu:
		told.append(_("batas waktu {0}").format(formatdate(first.batas_waktu, "d MMMM yyyy")))
	sentence = (
		_("{0} meneruskan disposisi kepada {1}")
		if first.disposisi_induk
		else _("{0} mendisposisikan surat kepada {1}")
	)
	said = sentence.format(who, recipients)
	return tell(first.ditulis_pada, f"{said}: {'; '.join(told)}." if told else f"{said}.", first.catatan)


def _tell_node(node: frappe._dict) -> list[Peristiwa]:
	reporter = name_with_post(node.nama_pelapor, node.sebagai_pelapor or node.nama_kepada)
	return [
		*tell(node.dibaca_pada, _("{0} membaca disposisi.").format(node.nama_kepada)),
		*tell(node.umpan_balik_pada, _("{0} memberi umpan balik.").format(reporter), node.umpan_balik),
		*tell(
			node.diterima_pada,
			_("{0} menerima umpan balik {1}.").format(node.nama_penerima_laporan, node.nama_kepada),
		),
		*tell(
			node.ditarik_pada,
			_("{0} menarik disposisi kepada {1}.").format(node.nama_dari, node.nama_kepada),
		),
	]


def _tell_return(row: Perubahan, nodes: list[frappe._dict], names: dict[str, str]) -> list[Peristiwa]:
	node = next(node for node in nodes if node.name == row.dokumen)
	sentence = _("{0} mengembalikan umpan balik {1}.")
	return tell(
		row.waktu,
		sentence.format(names.get(row.oleh, row.oleh), node.nama_kepada),
		row.kolom["catatan_pengembalian"],
	)


def _tell_replies(surat: Document) -> list[Peristiwa]:
	"""Tell of the answers to the letter that the session's user may see."""
	sentence = _("Konsep balasan berupa {0} mulai disusun.")
	return [
		event
		for row in list_balasan(surat.name)
		for event in tell(row.creation, sentence.format(row.jenis_naskah), row.perihal)
	]
