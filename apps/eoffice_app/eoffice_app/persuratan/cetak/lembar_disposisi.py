"""The Lembar Disposisi: the sheet that travels with the letter and bears every disposisi."""

from itertools import groupby

import frappe
from frappe.model.document import Document

from eoffice_app.persuratan.cetak.kop import get_kop
from eoffice_app.persuratan.cetak.surat import describe_letter, get_printable
from eoffice_app.persuratan.cetak.tanggal import write_date, write_time
from eoffice_app.persuratan.keadaan import DISPOSISI_DITARIK
from eoffice_app.persuratan.pohon import read_nodes

SIFAT = ("Biasa", "Terbatas", "Rahasia", "Sangat Rahasia")


def get_lembar_disposisi(surat_masuk: str) -> dict:
	"""Return what the Lembar Disposisi of a letter says.

	:param surat_masuk: name of the letter
	:return: dict of `kop`, `surat`, `catatan` (list), `riwayat` (see `list_acts`), and as pairs of a text and
		whether it is ticked `sifat`, `derajat`, `penerima` and `instruksi`
	:raises frappe.DoesNotExistError: no such letter, or not for this user
	:raises frappe.PermissionError: the user may not print letters (SOP 000, NB: the office's own operator)
	"""
	surat = get_printable(surat_masuk)
	nodes = read_nodes(surat.name)
	by_addressee = [node for node in nodes if node.dari == surat.tujuan and node.status != DISPOSISI_DITARIK]
	return {
		"kop": get_kop(),
		"surat": describe_letter(surat),
		"sifat": [(sifat, sifat == surat.sifat) for sifat in SIFAT],
		"derajat": [(derajat, derajat == surat.derajat) for derajat in _list_derajat(surat)],
		"penerima": tick_penerima(surat, by_addressee),
		"instruksi": tick_instruksi(by_addressee),
		"catatan": list(dict.fromkeys(node.catatan for node in by_addressee if node.catatan)),
		"riwayat": list_acts(nodes),
	}


def tick_penerima(surat: Document, nodes: list[frappe._dict]) -> list[tuple[str, bool]]:
	"""Return the posts directly below the addressee in the office's order, ticked where disposed to.

	A post further down to which the addressee disposed directly follows at the end.
	"""
	ticked = {node.kepada: node.nama_kepada for node in nodes}
	below = frappe.get_all(
		"Jabatan",
		filters={"parent_jabatan": surat.tujuan, "aktif": 1},
		fields=["name", "nama_jabatan"],
		order_by="urutan asc, name asc",
	)
	listed = {row.name: row.nama_jabatan for row in below}
	return [(nama, name in ticked) for name, nama in {**listed, **ticked}.items()]


def tick_instruksi(nodes: list[frappe._dict]) -> list[tuple[str, bool]]:
	"""Return the office's instructions in its order, ticked where given, and those it has given up since."""
	given = dict.fromkeys(instruksi for node in nodes for instruksi in node.instruksi)
	active = frappe.get_all(
		"Instruksi Disposisi", filters={"aktif": 1}, order_by="urutan asc, name asc", pluck="name"
	)
	return [(instruksi, instruksi in given) for instruksi in dict.fromkeys([*active, *given])]


def list_acts(nodes: list[frappe._dict]) -> list[dict]:
	"""Return the disposisi of a letter as acts, in the order in which a paper sheet would bear them.

	What one official wrote in one go is one act: `nomor`, who (`sebagai`, `nama`, `pangkat`, `nip`), when
	(`waktu`), `instruksi`, `catatan`, `batas_waktu`, and to whom (`penerima`: each with `jabatan`, `status`,
	`keterangan`, `umpan_balik` and `pelapor`).
	"""
	groups = groupby(nodes, key=lambda node: (node.ditulis_pada, node.dari))
	return [_describe_act(number, list(group)) for number, (_key, group) in enumerate(groups, start=1)]


def _list_derajat(surat: Document) -> list[str]:
	active = frappe.get_all(
		"Derajat Surat", filters={"aktif": 1}, order_by="urutan asc, name asc", pluck="name"
	)
	return list(dict.fromkeys([*active, surat.derajat]))


def _describe_act(number: int, nodes: list[frappe._dict]) -> dict:
	first = nodes[0]
	return {
		"nomor": number,
		"sebagai": first.sebagai,
		"nama": first.nama_penulis,
		"pangkat": first.pangkat_penulis or "-",
		"nip": first.nip_penulis or "-",
		"waktu": write_time(first.ditulis_pada),
		"instruksi": first.instruksi,
		"catatan": first.catatan or "",
		"batas_waktu": write_date(first.batas_waktu) if first.batas_waktu else "",
		"penerima": [_describe_penerima(node) for node in nodes],
	}


def _describe_penerima(node: frappe._dict) -> dict:
	return {
		"jabatan": node.nama_kepada,
		"status": node.status,
		"keterangan": _describe_status(node),
		"umpan_balik": node.umpan_balik or "",
		"pelapor": node.nama_pelapor or "",
	}


def _describe_status(node: frappe._dict) -> str:
	if node.status == DISPOSISI_DITARIK:
		return f"ditarik {write_time(node.ditarik_pada)}"
	if node.umpan_balik_pada:
		return f"selesai {write_time(node.umpan_balik_pada)}"
	return f"dibaca {write_time(node.dibaca_pada)}" if node.dibaca_pada else "belum dibaca"
