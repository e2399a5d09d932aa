"""The Lembar Disposisi: the sheet that travels with the letter and bears every disposisi."""

import frappe
from frappe.model.document import Document

from eoffice_app.persuratan.cetak.bersama import shared
from eoffice_app.persuratan.cetak.kop import get_kop
from eoffice_app.persuratan.cetak.rangkaian import list_acts, name_penerima
from eoffice_app.persuratan.cetak.riwayat import count_print
from eoffice_app.persuratan.cetak.surat import describe_letter, get_printable
from eoffice_app.persuratan.cetak.tanggal import write_time
from eoffice_app.persuratan.cetak.teks import write_text
from eoffice_app.persuratan.disposisi.pohon import read_written
from eoffice_app.persuratan.keadaan import DISPOSISI_DITARIK

SIFAT = ("Biasa", "Terbatas", "Rahasia", "Sangat Rahasia")
NASKAH = "Lembar Disposisi"


def get_lembar_disposisi(surat_masuk: str) -> dict:
	"""Return what the Lembar Disposisi of a letter says, and count it where paper is made of it.

	:param surat_masuk: name of the letter
	:return: dict of `kop`, `surat`, `catatan` (list), `riwayat` (see `list_acts`), `paraf` (of the secretary, see
	        `describe_paraf`), `tanpa_disposisi` (why there is none), `cetak_ulang` (see `count_print`), and as pairs of a text and
	        whether it is ticked `sifat`, `derajat`, `penerima` and `instruksi`
	:raises: as `get_printable`
	"""
	surat = get_printable(surat_masuk)
	nodes = read_written(surat.name)
	by_addressee = [node for node in nodes if node.dari == surat.tujuan and node.status != DISPOSISI_DITARIK]
	return {
		"kop": shared(("kop",), get_kop),
		"surat": describe_letter(surat),
		"sifat": [(sifat, sifat == surat.sifat) for sifat in SIFAT],
		"derajat": [(derajat, derajat == surat.derajat) for derajat in _list_derajat(surat)],
		"penerima": tick_penerima(surat, by_addressee),
		"instruksi": tick_instruksi(by_addressee),
		"catatan": list(dict.fromkeys(write_text(node.catatan) for node in by_addressee if node.catatan)),
		"riwayat": list_acts(nodes),
		"paraf": describe_paraf(surat),
		"tanpa_disposisi": _describe_no_disposisi(surat),
		"cetak_ulang": count_print(surat, NASKAH),
	}


def tick_penerima(surat: Document, nodes: list[frappe._dict]) -> list[tuple[str, bool]]:
	"""Return the posts directly below the addressee in the office's order, ticked where disposed to.

	A post further down to which the addressee disposed directly follows at the end.
	"""
	ticked = {node.kepada: name_penerima(node) for node in nodes}
	listed = shared(("bawahan", surat.tujuan), lambda: dict(_list_active_below(surat.tujuan)))
	return [(nama, name in ticked) for name, nama in {**listed, **ticked}.items()]


def tick_instruksi(nodes: list[frappe._dict]) -> list[tuple[str, bool]]:
	"""Return the office's instructions in its order, ticked where given, and those it has given up since."""
	given = dict.fromkeys(instruksi for node in nodes for instruksi in node.instruksi)
	active = _list_active("Instruksi Disposisi")
	return [(instruksi, instruksi in given) for instruksi in dict.fromkeys([*active, *given])]


def describe_paraf(surat: Document) -> dict | None:
	"""Return the secretary's paraf (`sebagai`, `nama`, `waktu`, `catatan`), None for a letter without.

	Source: SOP 003, the secretary checks the sheet before it goes to the head.
	"""
	if not surat.paraf_pada:
		return None
	return {
		"sebagai": surat.paraf_sebagai,
		"nama": surat.paraf_nama,
		"waktu": write_time(surat.paraf_pada),
		"catatan": write_text(surat.paraf_catatan),
	}


def _describe_no_disposisi(surat: Document) -> str:
	if not surat.tanpa_disposisi:
		return ""
	return write_text(surat.catatan_tanpa_disposisi) or "Tidak perlu disposisi"


def _list_derajat(surat: Document) -> list[str]:
	return list(dict.fromkeys([*_list_active("Derajat Surat"), surat.derajat]))


def _list_active(master: str) -> list[str]:
	def read() -> list[str]:
		return frappe.get_all(master, filters={"aktif": 1}, order_by="urutan asc, name asc", pluck="name")

	return shared(("aktif", master), read)


def _list_active_below(jabatan: str) -> list[tuple[str, str]]:
	return frappe.get_all(
		"Jabatan",
		filters={"parent_jabatan": jabatan, "aktif": 1},
		fields=["name", "nama_jabatan"],
		order_by="urutan asc, name asc",
		as_list=True,
	)
