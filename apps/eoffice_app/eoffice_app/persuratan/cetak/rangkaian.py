"""The chain of disposisi as papers write it. No database here."""

from itertools import groupby

import frappe

from eoffice_app.persuratan.cetak.tanggal import write_date, write_time
from eoffice_app.persuratan.cetak.teks import write_text
from eoffice_app.persuratan.keadaan import DISPOSISI_DITARIK, DISPOSISI_SELESAI, MEMBANTU


def list_acts(nodes: list[frappe._dict]) -> list[dict]:
	"""Return the disposisi of a letter as acts, in the order in which a paper sheet would bear them.

	What one official wrote in one go is one act: `nomor`, who (`sebagai`, `mewakili`, `nama`, `pangkat`, `nip`), when
	(`waktu`), `langsung` (why it did not wait for the head), and `bagian`: one for each set of recipients who were
	told the same (see `_describe_part`). `instruksi`, `catatan`, `batas_waktu` and `penerima` say the same of the act as a
	whole, for sheets that do not tell the parts apart.
	"""
	groups = groupby(nodes, key=lambda node: (node.ditulis_pada, node.dari))
	return [_describe_act(number, list(group)) for number, (_key, group) in enumerate(groups, start=1)]


def name_penerima(node: frappe._dict) -> str:
	"""Return the recipient's post by the name it had on the day of writing."""
	return node.jabatan_penerima or node.nama_kepada


def _describe_act(number: int, nodes: list[frappe._dict]) -> dict:
	first = nodes[0]
	return {
		**_describe_part(nodes),
		"nomor": number,
		"sebagai": first.sebagai,
		"mewakili": first.mewakili or "",
		"nama": first.nama_penulis,
		"pangkat": first.pangkat_penulis or "-",
		"nip": first.nip_penulis or "-",
		"waktu": write_time(first.ditulis_pada),
		"langsung": (write_text(first.alasan_langsung) or "-") if first.kirim_langsung else "",
		"bagian": [_describe_part(list(part)) for _key, part in groupby(nodes, key=_what_was_told)],
	}


def _what_was_told(node: frappe._dict) -> tuple:
	return (tuple(node.instruksi), node.catatan or "", node.batas_waktu)


def _describe_part(nodes: list[frappe._dict]) -> dict:
	first = nodes[0]
	return {
		"instruksi": first.instruksi,
		"catatan": write_text(first.catatan),
		"batas_waktu": write_date(first.batas_waktu) if first.batas_waktu else "",
		"penerima": [_describe_penerima(node) for node in nodes],
	}


def _describe_penerima(node: frappe._dict) -> dict:
	return {
		"jabatan": name_penerima(node),
		"peran": "membantu" if node.peran_penerima == MEMBANTU else "",
		"status": node.status,
		"keterangan": _describe_status(node),
		"umpan_balik": write_text(node.umpan_balik),
		"pelapor": node.nama_pelapor or "",
		"sebagai_pelapor": node.sebagai_pelapor or "",
		"pengembalian": write_text(node.catatan_pengembalian),
		"diterima": _describe_acceptance(node),
	}


def _describe_status(node: frappe._dict) -> str:
	if node.status == DISPOSISI_DITARIK:
		return f"ditarik {write_time(node.ditarik_pada)}"
	if node.umpan_balik_pada:
		verb = "selesai" if node.status == DISPOSISI_SELESAI else "dilaporkan"
		return f"{verb} {write_time(node.umpan_balik_pada)}"
	return f"dibaca {write_time(node.dibaca_pada)}" if node.dibaca_pada else "belum dibaca"


def _describe_acceptance(node: frappe._dict) -> str:
	if not node.diterima_pada:
		return ""
	return f"diterima {node.nama_penerima_laporan}, {write_time(node.diterima_pada)}"
