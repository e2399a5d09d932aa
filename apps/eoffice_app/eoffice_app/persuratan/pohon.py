"""The tree of disposisi on a letter: who was told by whom to do what, and whether all of it is done."""

from collections import defaultdict

import frappe
from frappe.utils import getdate, nowdate

from eoffice_app.hak_akses.surat import get_visible_surat
from eoffice_app.organisasi.pemangku import holder_on, list_posts_acted_for
from eoffice_app.persuratan.keadaan import DISPOSISI_DITARIK, DISPOSISI_SELESAI, DISPOSISI_TERKIRIM

KOLOM = (
	"name",
	"disposisi_induk",
	"dari",
	"kepada",
	"status",
	"sifat",
	"batas_waktu",
	"catatan",
	"sebagai",
	"nama_penulis",
	"pangkat_penulis",
	"nip_penulis",
	"ditulis_pada",
	"dibaca_pada",
	"ditarik_pada",
	"umpan_balik",
	"umpan_balik_pada",
	"nama_pelapor",
)


@frappe.whitelist()
def get_pohon(surat_masuk: str) -> dict:
	"""Return the whole tree of a letter for those who may see the letter.

	:return: dict of `akar` (nodes in the order written; each holds the fields of KOLOM, the names of its posts, its
	        `instruksi`, its holder, whether it is late, what the user may do to it and its `anak`), `tuntas`, `jumlah`
	:raises frappe.DoesNotExistError: no such letter, or not for this user
	"""
	surat = get_visible_surat(surat_masuk)
	nodes = read_nodes(surat.name)
	_add_rights(nodes)
	return {"akar": build_tree(nodes), "tuntas": is_all_done(*count_branches(nodes)), "jumlah": len(nodes)}


def read_nodes(surat: str) -> list[frappe._dict]:
	"""Return every disposisi of a letter in the order written, without asking who wants to know."""
	nodes = frappe.get_all(
		"Disposisi",
		filters={"surat_masuk": surat},
		fields=list(KOLOM),
		order_by="ditulis_pada asc, creation asc",
	)
	instruksi, posts = _read_instruksi(nodes), _read_posts(nodes)
	today = getdate(nowdate())
	for node in nodes:
		holder = holder_on(node.kepada)
		node.instruksi = instruksi[node.name]
		node.nama_dari, node.nama_kepada = posts[node.dari], posts[node.kepada]
		node.pemangku = holder.nama_lengkap if holder else None
		node.terlambat = bool(is_open(node) and node.batas_waktu and getdate(node.batas_waktu) < today)
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
	"""Whether somebody still has to do something for this disposisi."""
	return node.status not in (DISPOSISI_SELESAI, DISPOSISI_DITARIK)


def count_branches(nodes: list[frappe._dict]) -> tuple[int, int]:
	"""Return how many disposisi were not withdrawn, and how many branches still wait for a report.

	A branch ends at a disposisi that nobody passed on further, and is done when that one is reported back.
	Source: SOP 000, A.8 ("Pejabat terendah memberikan umpan balik kepada pejabat di atasnya").
	"""
	active = [node for node in nodes if node.status != DISPOSISI_DITARIK]
	passed_on = {node.disposisi_induk for node in active}
	open_leaves = [node for node in active if node.name not in passed_on and is_open(node)]
	return len(active), len(open_leaves)


def is_all_done(jumlah: int, terbuka: int) -> bool:
	"""Whether there is a disposisi and every branch of it has ended: see `count_branches`."""
	return jumlah > 0 and terbuka == 0


def read_branches(surat: str) -> tuple[int, int]:
	"""Return `count_branches` of a letter, read from the database."""
	return count_branches(
		frappe.get_all(
			"Disposisi", filters={"surat_masuk": surat}, fields=["name", "disposisi_induk", "status"]
		)
	)


def has_open_children(disposisi: str) -> bool:
	"""Whether something that was passed on from this disposisi is still under way."""
	return bool(
		frappe.db.exists(
			"Disposisi",
			{"disposisi_induk": disposisi, "status": ["not in", [DISPOSISI_SELESAI, DISPOSISI_DITARIK]]},
		)
	)


def _add_rights(nodes: list[frappe._dict]) -> None:
	posts = list_posts_acted_for(frappe.session.user)
	parents = {node.disposisi_induk for node in nodes if is_open(node)}
	for node in nodes:
		node.boleh = {
			"tarik": node.dari in posts and node.status == DISPOSISI_TERKIRIM,
			"lapor": node.kepada in posts and is_open(node) and node.name not in parents,
		}


def _read_instruksi(nodes: list[frappe._dict]) -> dict[str, list[str]]:
	rows = frappe.get_all(
		"Pilihan Instruksi",
		filters={"parenttype": "Disposisi", "parent": ["in", [node.name for node in nodes]]},
		fields=["parent", "instruksi"],
		order_by="idx asc",
	)
	found = defaultdict(list)
	for row in rows:
		found[row.parent].append(row.instruksi)
	return found


def _read_posts(nodes: list[frappe._dict]) -> dict[str, str]:
	names = {name for node in nodes for name in (node.dari, node.kepada)}
	return dict(
		frappe.get_all(
			"Jabatan", filters={"name": ["in", list(names)]}, fields=["name", "nama_jabatan"], as_list=True
		)
	)
