"""The tree of disposisi on a letter: who was told by whom to do what, and whether all of it is done."""

from collections import defaultdict
from datetime import date

import frappe
from frappe.model.document import Document
from frappe.utils import date_diff, getdate, nowdate

from eoffice_app.hak_akses.surat import get_visible_surat
from eoffice_app.ingatan_permintaan import remember_while_reading
from eoffice_app.organisasi.pemangku import holder_on, list_posts_acted_for
from eoffice_app.persuratan.keadaan import (
	DISPOSISI_DILAPORKAN,
	DISPOSISI_DITARIK,
	DISPOSISI_SELESAI,
	DISPOSISI_TERKIRIM,
	DISPOSISI_TERTUTUP,
	MEMBANTU,
)

KOLOM_CABANG = ("name", "disposisi_induk", "status", "peran_penerima", "perlu_jawaban")
KOLOM = (
	*KOLOM_CABANG,
	"dari",
	"kepada",
	"jabatan_penerima",
	"sifat",
	"batas_waktu",
	"catatan",
	"sebagai",
	"mewakili",
	"nama_penulis",
	"pangkat_penulis",
	"nip_penulis",
	"ditulis_pada",
	"kirim_langsung",
	"alasan_langsung",
	"dibaca_pada",
	"ditarik_pada",
	"umpan_balik",
	"umpan_balik_pada",
	"nama_pelapor",
	"sebagai_pelapor",
	"diterima_pada",
	"nama_penerima_laporan",
	"catatan_pengembalian",
)


@frappe.whitelist()
def get_pohon(surat_masuk: str) -> dict:
	"""Return the whole tree of a letter for those who may see the letter.

	:return: dict of `akar` (nodes in the order written; each holds what `read_nodes` gives, its `kemajuan`, what the
	        user may do to it (`boleh`) and its `anak`), `tuntas`, `jumlah` and `ringkasan` (see `summarize`)
	:raises frappe.DoesNotExistError: no such letter, or not for this user
	"""
	return read_pohon(get_visible_surat(surat_masuk))


def read_pohon(surat: Document) -> dict:
	"""Return the tree of a letter as `get_pohon`, with what the session's user may do, without asking who wants to know."""
	nodes = read_nodes(surat.name)
	_add_rights(nodes)
	akar = build_tree(nodes)
	for node in akar:
		_add_progress(node)
	return {
		"akar": akar,
		"tuntas": is_all_done(*count_branches(nodes)),
		"jumlah": len(nodes),
		"ringkasan": summarize(nodes),
	}


def read_nodes(surat: str) -> list[frappe._dict]:
	"""Return every disposisi of a letter in the order written, without asking who wants to know.

	:return: dicts as of `read_written`, and of `lampiran` (addresses), `pemangku`, `hari_terlambat`, `terlambat`
	"""
	nodes = read_written(surat)
	if not nodes:
		return []
	lampiran = _read_rows("Lampiran Umpan Balik", "berkas", nodes)
	holders = {jabatan: holder_on(jabatan) for jabatan in {node.kepada for node in nodes}}
	today = getdate(nowdate())
	for node in nodes:
		holder = holders[node.kepada]
		node.lampiran = lampiran[node.name]
		node.pemangku = holder.nama_lengkap if holder else None
		node.hari_terlambat = count_days_late(node, today)
		node.terlambat = is_open(node) and node.hari_terlambat > 0
	return nodes


def read_written(surat: str) -> list[frappe._dict]:
	"""Return of every disposisi of a letter what was written, in its order, and not how it stands today: for paper.

	:return: dicts of the fields of KOLOM and of `instruksi`, `nama_dari`, `nama_kepada` (as the post was called when it
	        was written to)
	"""
	nodes = remember_while_reading("disposisi", surat, lambda: _read_written(surat))
	return [frappe._dict(node) for node in nodes]


def _read_written(surat: str) -> list[frappe._dict]:
	# Written out, as what it reads besides: a letter's form waits for it, and get_all takes three times as long.
	nodes = frappe.db.sql(
		f"select {', '.join(KOLOM)} from `tabDisposisi` where surat_masuk = %s order by ditulis_pada, creation",
		surat,
		as_dict=True,
	)
	if not nodes:
		return []
	instruksi = _read_rows("Pilihan Instruksi", "instruksi", nodes)
	posts = _read_posts(nodes)
	for node in nodes:
		node.instruksi = instruksi[node.name]
		node.nama_dari = posts[node.dari]
		node.nama_kepada = node.jabatan_penerima or posts[node.kepada]
	return nodes


def build_tree(nodes: list[frappe._dict]) -> list[frappe._dict]:
	"""Hang each node under its `disposisi_induk`; return those at the top."""
	children = defaultdict(list)
	for node in nodes:
		children[node.disposisi_induk or None].append(node)
	for node in nodes:
		node.anak = children[node.name]
	return children[None]


def is_open(node: frappe._dict) -> bool:
	"""Whether somebody still has to do something for this disposisi: its recipient, or the one who takes his report."""
	return node.status not in DISPOSISI_TERTUTUP


def count_days_late(node: frappe._dict, today: date) -> int:
	"""Return by how many days a disposisi missed its deadline: counted to its report, without one to today."""
	if not node.batas_waktu or node.status == DISPOSISI_DITARIK:
		return 0
	if node.status in (DISPOSISI_DILAPORKAN, DISPOSISI_SELESAI):
		until = node.umpan_balik_pada or node.dibaca_pada or node.batas_waktu
	else:
		until = today
	return max(date_diff(until, node.batas_waktu), 0)


def list_deciding(nodes: list[frappe._dict]) -> list[frappe._dict]:
	"""Return the disposisi on which the end of a letter depends.

	Those who answer for it, down the whole chain, and have to report. Who only assists, or is below one who assists,
	holds nothing up. Where nobody has to report, all who answer for it must at least have read.
	"""
	active = [node for node in nodes if node.status != DISPOSISI_DITARIK]
	assisting = {node.name for node in active if node.peran_penerima == MEMBANTU}
	parents = {node.name: node.disposisi_induk for node in active}
	responsible = [node for node in active if not assisting & set(_list_upwards(node.name, parents))]
	return [node for node in responsible if node.perlu_jawaban] or responsible or active


def count_branches(nodes: list[frappe._dict]) -> tuple[int, int]:
	"""Return how many disposisi were not withdrawn, and in how many places the letter still waits: `list_waiting`."""
	active = [node for node in nodes if node.status != DISPOSISI_DITARIK]
	return len(active), len(list_waiting(nodes))


def list_waiting(nodes: list[frappe._dict]) -> list[frappe._dict]:
	"""Return the disposisi at which a letter still waits.

	The report climbs level by level, so a branch is open until the report at its top is accepted, and waits at its
	lowest open disposisi. Source: SOP 000, A.8 ("Pejabat terendah memberikan umpan balik kepada pejabat di atasnya").
	"""
	still_open = [node for node in list_deciding(nodes) if is_open(node)]
	waiting_for_others = {node.disposisi_induk for node in still_open}
	return [node for node in still_open if node.name not in waiting_for_others]


def is_all_done(jumlah: int, terbuka: int) -> bool:
	"""Whether there is a disposisi and every branch of it has ended: see `count_branches`."""
	return jumlah > 0 and terbuka == 0


def read_branches(surat: str) -> tuple[int, int]:
	"""Return `count_branches` of a letter, read from the database."""
	return count_branches(
		frappe.get_all("Disposisi", filters={"surat_masuk": surat}, fields=list(KOLOM_CABANG))
	)


def has_open_children(disposisi: str) -> bool:
	"""Whether something that was passed on from this disposisi is still under way."""
	return bool(
		frappe.db.exists(
			"Disposisi", {"disposisi_induk": disposisi, "status": ["not in", DISPOSISI_TERTUTUP]}
		)
	)


def announce_change(surat_masuk: str) -> None:
	"""Have the open forms of a letter draw its tree and its event anew once this transaction has ended."""
	frappe.publish_realtime(
		"pohon_disposisi_berubah",
		{"surat_masuk": surat_masuk},
		doctype="Surat Masuk",
		docname=surat_masuk,
		after_commit=True,
	)


def summarize(nodes: list[frappe._dict]) -> dict[str, int]:
	"""Return how a letter stands in figures: `jumlah`, `selesai`, `dilaporkan` and `terlambat`, without the withdrawn."""
	active = [node for node in nodes if node.status != DISPOSISI_DITARIK]
	return {
		"jumlah": len(active),
		"selesai": len([node for node in active if not is_open(node)]),
		"dilaporkan": len([node for node in active if node.status == DISPOSISI_DILAPORKAN]),
		"terlambat": len([node for node in active if node.terlambat]),
	}


def _list_upwards(name: str, parents: dict[str, str | None]) -> list[str]:
	path = []
	while name:
		path.append(name)
		name = parents.get(name)
	return path


def _add_progress(node: frappe._dict) -> list[frappe._dict]:
	"""Set `kemajuan` on a node and all below it: how many of those below it are done; return these with the node."""
	below = [found for child in node.anak for found in _add_progress(child)]
	active = [found for found in below if found.status != DISPOSISI_DITARIK]
	node.kemajuan = {
		"selesai": len([found for found in active if not is_open(found)]),
		"jumlah": len(active),
	}
	return [node, *below]


def _add_rights(nodes: list[frappe._dict]) -> None:
	posts = list_posts_acted_for(frappe.session.user)
	parents = {node.disposisi_induk for node in nodes if is_open(node)}
	for node in nodes:
		reported = node.status == DISPOSISI_DILAPORKAN
		node.boleh = {
			"tarik": node.dari in posts and node.status == DISPOSISI_TERKIRIM,
			"lapor": node.kepada in posts
			and is_open(node)
			and not reported
			and bool(node.perlu_jawaban)
			and node.name not in parents,
			"terima": node.dari in posts and reported,
		}


def _read_rows(doctype: str, field: str, nodes: list[frappe._dict]) -> dict[str, list[str]]:
	rows = frappe.db.sql(
		f"select parent, {field} from `tab{doctype}` where parenttype = 'Disposisi' and parent in %s order by idx",
		[[node.name for node in nodes]],
	)
	found = defaultdict(list)
	for parent, value in rows:
		found[parent].append(value)
	return found


def _read_posts(nodes: list[frappe._dict]) -> dict[str, str]:
	names = {name for node in nodes for name in (node.dari, node.kepada)}
	return dict(frappe.db.sql("select name, nama_jabatan from `tabJabatan` where name in %s", [list(names)]))
