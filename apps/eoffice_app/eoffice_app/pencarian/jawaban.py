"""What is told of the letters that were found, to a user who sees them."""

from collections import defaultdict

import frappe
from frappe import _
from frappe.model.document import Document
from frappe.utils import getdate, nowdate

from eoffice_app.hak_akses.akses_surat import WAKTU
from eoffice_app.hak_akses.aturan import SIFAT_RAHASIA
from eoffice_app.pencarian.cuplikan import find_snippet, list_missing, mark_text
from eoffice_app.pencarian.isi_surat import SURAT_KELUAR, SURAT_MASUK, read_sources
from eoffice_app.pencarian.kata import Pertanyaan
from eoffice_app.persuratan.cetak.teks import write_text
from eoffice_app.persuratan.disposisi.pohon import read_written
from eoffice_app.persuratan.surat_masuk.aturan_paraf import get_sekretaris, needs_paraf
from eoffice_app.persuratan.surat_masuk.di_mana import describe_place

KOLOM_MASUK = (
	"name",
	"nomor_agenda",
	"nomor_surat",
	"tanggal_surat",
	"tanggal_terima",
	"perihal",
	"pengirim",
	"tujuan",
	"sifat",
	"workflow_state",
	"keadaan_sejak",
	"modified",
	"alasan",
	"tanpa_disposisi",
	"paraf_pada",
)
KOLOM_KELUAR = (
	"name",
	"nomor",
	"tanggal_surat",
	"creation",
	"perihal",
	"jenis_naskah",
	"sifat",
	"workflow_state",
	"menunggu_jabatan",
)
KOLOM = {SURAT_MASUK: KOLOM_MASUK, SURAT_KELUAR: KOLOM_KELUAR}
KOLOM_DISPOSISI = (
	"name",
	"surat_masuk",
	"disposisi_induk",
	"status",
	"peran_penerima",
	"perlu_jawaban",
	"dari",
	"kepada",
	"jabatan_penerima",
	"batas_waktu",
	"ditulis_pada",
	"umpan_balik_pada",
)


def read_visible(letters: set[tuple[str, str]]) -> dict[tuple[str, str], frappe._dict]:
	"""Return what a list shows of those letters that the user may see, by kind and name.

	:param letters: kind (Surat Masuk or Surat Keluar) and name of each
	"""
	found = {}
	for jenis, columns in KOLOM.items():
		names = [name for kind, name in letters if kind == jenis]
		if names and frappe.has_permission(jenis):
			rows = frappe.get_list(
				jenis, filters={"name": ["in", names]}, fields=list(columns), limit_page_length=0
			)
			found |= {(jenis, row.name): row for row in rows}
	for (jenis, _name), row in found.items():
		row.waktu = row[WAKTU[jenis]]
		row.nomor_surat = row.nomor_surat or row.nomor
	return found


def describe_letters(
	letters: list[tuple[str, str]], rows: dict[tuple[str, str], frappe._dict], pertanyaan: Pertanyaan
) -> list[dict]:
	"""Return what is told of letters that the user sees, in their order.

	:param rows: see `read_visible`
	:return: dicts of `jenis`, `name`, `nomor_agenda`, `nomor_surat`, `tanggal_surat`, `pihak` (sender or addressees), `perihal` in
	        marked pieces, `sifat`, `di_mana` and `cuplikan`: dict of `asal`, `halaman`, `potongan`, or None
	"""
	for jenis, complete in ((SURAT_MASUK, _complete_masuk), (SURAT_KELUAR, _complete_keluar)):
		complete([rows[letter] for letter in letters if letter[0] == jenis])
	snippets = _find_snippets(letters, rows, pertanyaan)
	return [_describe(letter[0], rows[letter], pertanyaan, snippets.get(letter)) for letter in letters]


def describe_place_of(surat: Document) -> str:
	"""Return where a Surat Masuk is now and since when: see `describe_place`."""
	row = frappe._dict({field: surat.get(field) for field in KOLOM_MASUK})
	_add_places([row], {surat.name: read_written(surat.name)})
	return row.di_mana


def _describe(jenis: str, row: frappe._dict, pertanyaan: Pertanyaan, cuplikan: dict | None) -> dict:
	return {
		"jenis": jenis,
		"name": row.name,
		"nomor_agenda": row.nomor_agenda,
		"nomor_surat": row.nomor_surat,
		"tanggal_surat": row.tanggal_surat,
		"jenis_naskah": row.jenis_naskah,
		"pihak": row.pihak,
		"perihal": _to_pieces(mark_text(pertanyaan, write_text(row.perihal))),
		"sifat": row.sifat,
		"di_mana": row.di_mana,
		"cuplikan": cuplikan,
	}


def _find_snippets(
	letters: list[tuple[str, str]], rows: dict[tuple[str, str], frappe._dict], pertanyaan: Pertanyaan
) -> dict[tuple[str, str], dict]:
	# Where head and list say it all, and of secret letters, no further text is read.
	wanted = [
		letter
		for letter in letters
		if rows[letter].sifat not in SIFAT_RAHASIA and list_missing(pertanyaan, _list_shown(rows[letter]))
	]
	found = {}
	for jenis in KOLOM:
		names = [name for kind, name in wanted if kind == jenis]
		for name, sources in (read_sources(jenis, names) if names else {}).items():
			if snippet := find_snippet(pertanyaan, sources):
				found[(jenis, name)] = {
					"asal": snippet.sumber.asal,
					"halaman": snippet.sumber.halaman,
					"potongan": _to_pieces(snippet.potongan),
				}
	return found


def _list_shown(row: frappe._dict) -> list[str]:
	shown = (row.nomor_agenda, row.nomor_surat, row.perihal, row.pihak, row.jenis_naskah)
	return [write_text(text) for text in shown if text]


def _to_pieces(pieces) -> list[tuple[str, bool]]:
	return [(piece.teks, piece.cocok) for piece in pieces]


def _complete_masuk(rows: list[frappe._dict]) -> None:
	if not rows:
		return
	senders = _read_names("Instansi", "nama_instansi", {row.pengirim for row in rows})
	for row in rows:
		row.pihak = senders.get(row.pengirim) or row.pengirim
	_add_places(rows, _read_nodes([row.name for row in rows]))


def _add_places(rows: list[frappe._dict], nodes: dict[str, list[frappe._dict]]) -> None:
	names = _read_names("Jabatan", "nama_jabatan", {row.tujuan for row in rows} | {get_sekretaris()})
	hari_ini = getdate(nowdate())
	for row in rows:
		row.keadaan_sejak = row.keadaan_sejak or row.modified
		row.nama_tujuan = names.get(row.tujuan) or row.tujuan
		waits = needs_paraf(row) and not row.paraf_pada
		row.menunggu_paraf = names.get(get_sekretaris()) if waits else None
		row.di_mana = describe_place(row, nodes[row.name], hari_ini)


def _complete_keluar(rows: list[frappe._dict]) -> None:
	if not rows:
		return
	addressees = _read_addressees([row.name for row in rows])
	names = _read_names("Jabatan", "nama_jabatan", {row.menunggu_jabatan for row in rows})
	for row in rows:
		row.pihak = ", ".join(addressees[row.name])
		waiting = names.get(row.menunggu_jabatan)
		state = _(row.workflow_state)
		row.di_mana = _("{0}, pada {1}").format(state, waiting) if waiting else state


def _read_addressees(letters: list[str]) -> dict[str, list[str]]:
	found = defaultdict(list)
	for row in frappe.get_all(
		"Penerima Surat Keluar",
		filters={"parent": ["in", letters], "parentfield": "tujuan"},
		fields=["parent", "nama_penerima"],
		order_by="idx asc",
	):
		found[row.parent].append(row.nama_penerima)
	return found


def _read_nodes(letters: list[str]) -> dict[str, list[frappe._dict]]:
	rows = frappe.db.sql(
		f"select {', '.join(KOLOM_DISPOSISI)} from `tabDisposisi` where surat_masuk in %s order by ditulis_pada",
		[letters],
		as_dict=True,
	)
	names = _read_names("Jabatan", "nama_jabatan", {post for row in rows for post in (row.dari, row.kepada)})
	found = defaultdict(list)
	for row in rows:
		row.nama_dari = names.get(row.dari) or row.dari
		row.nama_kepada = row.jabatan_penerima or names.get(row.kepada) or row.kepada
		found[row.surat_masuk].append(row)
	return found


def _read_names(doctype: str, field: str, names: set[str | None]) -> dict[str, str]:
	wanted = list(names - {None})
	if not wanted:
		return {}
	# Written out: each page of found letters and each letter's form waits for several of these.
	return dict(frappe.db.sql(f"select name, {field} from `tab{doctype}` where name in %s", [wanted]))
