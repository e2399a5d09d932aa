"""How many letters came and went in a period, by month, unit, kind, classification, sender and so on."""

from dataclasses import dataclass

import frappe
from frappe import _

from eoffice_app.laporan.akses import compose_counted, compose_seen
from eoffice_app.laporan.periode import Periode, compose_periode, name_month
from eoffice_app.persuratan.keadaan import DIARSIPKAN, KEADAAN_DITUTUP, KEADAAN_TUNTAS, SELESAI
from eoffice_app.persuratan.keadaan_keluar import BATAL, TERKIRIM
from eoffice_app.persuratan.keadaan_keluar import DIARSIPKAN as KELUAR_DIARSIPKAN

MASUK, KELUAR = "Surat Masuk", "Surat Keluar"
BULAN = "Bulan"


class PembagianTidakDikenalError(frappe.ValidationError):
	"""A division of letters that the report does not know."""


@dataclass(frozen=True)
class Pembagian:
	"""By what letters are divided: the field, the DocType of its values and the field that names them to people.

	`mengenali`: to know the value is to know more of a letter than its number.
	"""

	field: str
	jenis: str = ""
	nama: str = "name"
	mengenali: bool = False


@dataclass(frozen=True)
class Arah:
	"""Letters of a direction: the day that counts, which of them count, the columns of states, and the divisions."""

	waktu: str
	syarat: str
	keadaan: dict[str, tuple[str, tuple[str, ...]]]
	pembagian: dict[str, Pembagian]


UNIT = {"jenis": "Unit Kerja", "nama": "nama_unit"}
JABATAN = {"jenis": "Jabatan", "nama": "nama_jabatan"}
KLASIFIKASI = Pembagian("klasifikasi", "Klasifikasi Arsip", "uraian", mengenali=True)
ARAH = {
	MASUK: Arah(
		"tanggal_terima",
		"1 = 1",
		{
			"dalam_proses": ("not in", KEADAAN_TUNTAS),
			"selesai": ("in", (SELESAI, DIARSIPKAN)),
			"ditutup": ("in", KEADAAN_DITUTUP),
		},
		{
			BULAN: Pembagian("tanggal_terima"),
			"Unit Penerima": Pembagian("unit_penerima", **UNIT),
			"Tujuan": Pembagian("tujuan", **JABATAN, mengenali=True),
			"Saluran": Pembagian("saluran"),
			"Sifat": Pembagian("sifat"),
			"Derajat": Pembagian("derajat"),
			"Klasifikasi": KLASIFIKASI,
			"Pengirim": Pembagian("pengirim", "Instansi", "nama_instansi", mengenali=True),
		},
	),
	KELUAR: Arah(
		"tanggal_surat",
		# A draft is no letter yet.
		"surat.nomor is not null and surat.nomor != ''",
		{
			"dalam_proses": ("not in", (TERKIRIM, KELUAR_DIARSIPKAN, BATAL)),
			"selesai": ("in", (TERKIRIM, KELUAR_DIARSIPKAN)),
			"ditutup": ("in", (BATAL,)),
		},
		{
			BULAN: Pembagian("tanggal_surat"),
			"Unit Penyusun": Pembagian("unit_penyusun", **UNIT),
			"Jenis Naskah": Pembagian("jenis_naskah"),
			"Penanda Tangan": Pembagian("penanda_tangan", **JABATAN, mengenali=True),
			"Sifat": Pembagian("sifat"),
			"Derajat": Pembagian("derajat"),
			"Klasifikasi": KLASIFIKASI,
		},
	),
}


def count_letters(jenis: str, menurut: str, periode: Periode) -> list[frappe._dict]:
	"""Return how many letters of a period fall to each value of a division, as far as the session's user may count them.

	By what tells more of a letter than its number, everybody counts only what he may read: see `Pembagian`.

	:param jenis: MASUK or KELUAR
	:param menurut: a division of ARAH
	:return: dicts of `kunci` (the value), `jumlah`, a number for each of `Arah.keadaan`, `nama` and `di_balik` (the filters of
	        the list of these letters); by month in its order, else the most first
	:raises PembagianTidakDikenalError: see there
	"""
	arah, pembagian = find_pembagian(jenis, menurut)
	rows = _count(jenis, arah, pembagian, menurut == BULAN, periode)
	keys = [row.kunci for row in rows]
	names = {key: name_month(key) for key in keys} if menurut == BULAN else _name_values(pembagian, keys)
	for row in rows:
		row.nama = names.get(row.kunci) or row.kunci or _("(tidak diisi)")
		row.di_balik = _compose_filters(jenis, arah, pembagian, menurut == BULAN, row.kunci, periode)
	return rows


def find_pembagian(jenis: str, menurut: str) -> tuple[Arah, Pembagian]:
	"""Return the direction and the division of these names.

	:raises PembagianTidakDikenalError: one of them is not in ARAH
	"""
	if jenis not in ARAH or menurut not in ARAH[jenis].pembagian:
		frappe.throw(
			_("Rekapitulasi ini tidak dikenal. Pilih surat dan pembagiannya dari daftar yang ada."),
			PembagianTidakDikenalError,
			title=_("Pembagian tidak dikenal"),
		)
	return ARAH[jenis], ARAH[jenis].pembagian[menurut]


def compose_state_filters(jenis: str) -> dict[str, dict]:
	"""Return the filters of the list by which each of `Arah.keadaan` narrows it."""
	return {
		name: {"workflow_state": [operator, list(states)]}
		for name, (operator, states) in ARAH[jenis].keadaan.items()
	}


def _count(
	jenis: str, arah: Arah, pembagian: Pembagian, monthly: bool, periode: Periode
) -> list[frappe._dict]:
	value = f"surat.{pembagian.field}"
	# A letter without a value and one with an empty one are the same to people.
	kunci = f"date_format({value}, '%%Y-%%m')" if monthly else f"nullif({value}, '')"
	counted = (compose_seen if pembagian.mengenali else compose_counted)("surat.name")
	states = ", ".join(
		f"cast(sum(surat.workflow_state {operator} %({name})s) as signed) as {name}"
		for name, (operator, _states) in arah.keadaan.items()
	)
	return frappe.db.sql(
		f"""
		select {kunci} as kunci, count(*) as jumlah, {states} from `tab{jenis}` surat
		where {compose_periode(f"surat.{arah.waktu}")} and {arah.syarat} and {counted}
		group by 1 order by {"kunci" if monthly else "jumlah desc, kunci"}
		""",
		{**periode.as_values(), **{name: states for name, (_operator, states) in arah.keadaan.items()}},
		as_dict=True,
	)


def _name_values(pembagian: Pembagian, keys: list[str]) -> dict[str, str]:
	if not pembagian.jenis:
		return {}
	named = frappe.get_all(
		pembagian.jenis, filters={"name": ["in", keys]}, fields=["name", pembagian.nama], as_list=True
	)
	if pembagian is KLASIFIKASI:
		return {str(key): f"{key} {name}" for key, name in named}
	return {str(key): name for key, name in named}


def _compose_filters(
	jenis: str, arah: Arah, pembagian: Pembagian, monthly: bool, kunci: str | None, periode: Periode
) -> dict:
	days = periode.cut_month(kunci) if monthly else periode
	filters = {arah.waktu: days.as_filter()}
	if not monthly:
		filters[pembagian.field] = kunci or ["is", "not set"]
	if jenis == KELUAR:
		filters["nomor"] = ["is", "set"]
	return {"doctype": jenis, "saring": filters}
