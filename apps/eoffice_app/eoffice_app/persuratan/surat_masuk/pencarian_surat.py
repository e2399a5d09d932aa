""" "Di mana surat saya?": who is asked for a letter finds it and says where it is within seconds.

Words are looked for in the index, numbers also in the database, and what changed since the index was last written is gone
through one by one: a letter registered this moment is found. Whatever was found is asked for once more with the rule of
sight before it is shown.
"""

from collections import defaultdict

import frappe
from frappe.utils import getdate, now_datetime, nowdate

from eoffice_app.hak_akses.surat import list_subjek_user
from eoffice_app.pencarian.antrean import list_queued_letters
from eoffice_app.pencarian.indeks import IndeksRusakError, find_names, open_index
from eoffice_app.pencarian.kata import matches, split_question
from eoffice_app.pencarian.penulis import get_folder
from eoffice_app.persuratan.surat_masuk.aturan_paraf import get_sekretaris, needs_paraf
from eoffice_app.persuratan.surat_masuk.di_mana import describe_place

PALING_BANYAK = 20
# The index may name letters that the user no longer sees; some more make up for them.
CALON = 60
PANJANG_TEKS = 140
KOLOM = (
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


@frappe.whitelist()
def find_surat(teks: str) -> list[dict]:
	"""Return the letters that somebody asks for, of those the user may see.

	:param teks: agenda number, letter number, or words of sender and perihal, also their beginnings
	:return: at most PALING_BANYAK dicts of `name`, `nomor_agenda`, `nomor_surat`, `tanggal_surat`, `pengirim`, `perihal`, `sifat`
	        and `di_mana`; first those with just this number, then the newest
	"""
	teks = (teks or "").strip()[:PANJANG_TEKS]
	words = split_question(teks)
	if not words:
		return []
	by_number = _find_by_number(teks)
	letters = _read_visible({*by_number, *_find_by_words(words)})
	letters += _find_lately_changed(words, {row.name for row in letters})
	letters.sort(key=lambda row: (row.name in by_number, row.tanggal_terima), reverse=True)
	return _describe(letters[:PALING_BANYAK])


def _find_by_number(teks: str) -> set[str]:
	found = frappe.db.sql_list(
		"""
		(select name from `tabSurat Masuk` where nomor_agenda = %(teks)s limit %(banyak)s)
		union (select name from `tabSurat Masuk` where nomor_surat = %(teks)s limit %(banyak)s)
		""",
		{"teks": teks, "banyak": CALON},
	)
	return set(found)


def _find_by_words(words: list[str]) -> list[str]:
	user = frappe.session.user
	subjek = None if user == "Administrator" else list_subjek_user(user)
	try:
		return find_names(open_index(get_folder()), words, subjek, CALON, now_datetime())
	except IndeksRusakError:
		# The minute's job has it made anew; until then numbers and the latest letters are found.
		return []


def _find_lately_changed(words: list[str], known: set[str]) -> list[frappe._dict]:
	names = set(list_queued_letters(limit=1000)) - known
	return [
		row
		for row in _read_visible(names)
		if matches(words, f"{row.nomor_agenda} {row.nomor_surat} {row.nama_pengirim} {row.perihal}")
	]


def _read_visible(names: set[str]) -> list[frappe._dict]:
	if not names:
		return []
	rows = frappe.get_list(
		"Surat Masuk", filters={"name": ["in", list(names)]}, fields=list(KOLOM), limit_page_length=0
	)
	senders = _read_names("Instansi", "nama_instansi", {row.pengirim for row in rows})
	for row in rows:
		row.nama_pengirim = senders.get(row.pengirim) or row.pengirim
	return rows


def _describe(letters: list[frappe._dict]) -> list[dict]:
	if not letters:
		return []
	nodes = _read_nodes([row.name for row in letters])
	posts = {row.tujuan for row in letters} | {get_sekretaris()}
	names = _read_names("Jabatan", "nama_jabatan", posts - {None})
	hari_ini = getdate(nowdate())
	for row in letters:
		row.keadaan_sejak = row.keadaan_sejak or row.modified
		row.nama_tujuan = names.get(row.tujuan) or row.tujuan
		waits = needs_paraf(row) and not row.paraf_pada
		row.menunggu_paraf = names.get(get_sekretaris()) if waits else None
	return [
		{
			"name": row.name,
			"nomor_agenda": row.nomor_agenda,
			"nomor_surat": row.nomor_surat,
			"tanggal_surat": row.tanggal_surat,
			"pengirim": row.nama_pengirim,
			"perihal": row.perihal,
			"sifat": row.sifat,
			"di_mana": describe_place(row, nodes[row.name], hari_ini),
		}
		for row in letters
	]


def _read_nodes(letters: list[str]) -> dict[str, list[frappe._dict]]:
	rows = frappe.get_all(
		"Disposisi",
		filters={"surat_masuk": ["in", letters]},
		fields=list(KOLOM_DISPOSISI),
		order_by="ditulis_pada asc",
	)
	names = _read_names("Jabatan", "nama_jabatan", {post for row in rows for post in (row.dari, row.kepada)})
	found = defaultdict(list)
	for row in rows:
		row.nama_dari = names.get(row.dari) or row.dari
		row.nama_kepada = row.jabatan_penerima or names.get(row.kepada) or row.kepada
		found[row.surat_masuk].append(row)
	return found


def _read_names(doctype: str, field: str, names: set[str]) -> dict[str, str]:
	if not names:
		return {}
	return dict(
		frappe.get_all(doctype, filters={"name": ["in", list(names)]}, fields=["name", field], as_list=True)
	)
