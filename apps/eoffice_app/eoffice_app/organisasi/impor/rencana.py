"""From checked rows to what is to be written: new records, changed records, in an order in which each can be."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from frappe.utils import formatdate

from eoffice_app.organisasi.impor.baca import Baris, Isi
from eoffice_app.organisasi.impor.kantor import Kantor, fold
from eoffice_app.organisasi.impor.lembar import (
	CENTANG,
	JABATAN,
	LEMBAR,
	PEGAWAI,
	PEMANGKU,
	TANGGAL,
	UNIT_KERJA,
)
from eoffice_app.organisasi.impor.periksa import find_pegawai, find_pemangku
from eoffice_app.organisasi.pemangku import DEFINITIF


@dataclass
class Langkah:
	"""One record to write: `nama` of the present one (None for a new one), what it is set to, and what of the
	present one that changes, in words. A step without changes writes nothing."""

	lembar: str
	baris: int
	sebutan: str
	nama: str | None
	nilai: dict
	perubahan: list[str] = field(default_factory=list)

	@property
	def hasil(self) -> str:
		"""One of "baru", "diperbarui", "tetap"."""
		if not self.nama:
			return "baru"
		return "diperbarui" if self.perubahan else "tetap"


def plan(isi: Isi, kantor: Kantor) -> list[Langkah]:
	"""Return a step for each row of a spreadsheet without faults, superiors before those below them."""
	return [
		*_plan_tree(isi, kantor, UNIT_KERJA, "parent_unit_kerja"),
		*_plan_tree(isi, kantor, JABATAN, "parent_jabatan"),
		*(_plan_row(PEGAWAI, baris, find_pegawai(baris, kantor), "nama") for baris in isi.baris[PEGAWAI]),
		*_plan_pemangku(isi, kantor),
	]


def _plan_tree(isi: Isi, kantor: Kantor, lembar: str, induk: str) -> Iterator[Langkah]:
	present = kantor.unit if lembar == UNIT_KERJA else kantor.jabatan
	names = _names(isi, lembar, present)
	for baris in _sort_by_parent(isi.baris[lembar], induk, present):
		baris.nilai = {
			**baris.nilai,
			induk: baris.nilai.get(induk) and names[fold(baris.nilai[induk])],
		}
		if lembar == JABATAN:
			units = _names(isi, UNIT_KERJA, kantor.unit)
			baris.nilai["unit_kerja"] = units[fold(baris.nilai["unit_kerja"])]
		yield _plan_row(lembar, baris, present.get(fold(baris.nilai["kode"])), "kode")


def _plan_pemangku(isi: Isi, kantor: Kantor) -> Iterator[Langkah]:
	names = _names(isi, JABATAN, kantor.jabatan)
	rows = sorted(isi.baris[PEMANGKU], key=lambda baris: find_pemangku(baris, kantor) is None)
	# Present holdings first: one that ends makes room for its successor.
	for baris in rows:
		present = find_pemangku(baris, kantor)
		baris.nilai = {
			**baris.nilai,
			"jabatan": names[fold(baris.nilai["jabatan"])],
			"jenis": baris.nilai.get("jenis") or DEFINITIF,
		}
		if present:
			baris.nilai["pegawai"] = present["pegawai"]
		yield _plan_row(PEMANGKU, baris, present, "jabatan")


def _plan_row(lembar: str, baris: Baris, present: dict | None, sebutan: str) -> Langkah:
	given = {name: value for name, value in baris.nilai.items() if value is not None}
	langkah = Langkah(lembar, baris.nomor, str(given[sebutan]), present and present["name"], given)
	if present:
		# The code of a present record stays as it is written there.
		given.pop("kode", None)
		langkah.nilai = {name: value for name, value in given.items() if _differs(present[name], value)}
		langkah.perubahan = _describe_changes(lembar, present, langkah.nilai)
	return langkah


def _differs(present: object, value: object) -> bool:
	return (present or "") != (value or "")


def _describe_changes(lembar: str, present: dict, nilai: dict) -> list[str]:
	columns = next(sheet.kolom for sheet in LEMBAR if sheet.nama == lembar)
	return [
		f"{kolom.judul}: {_show(present[kolom.field], kolom.jenis)} → {_show(nilai[kolom.field], kolom.jenis)}"
		for kolom in columns
		if kolom.field in nilai
	]


def _show(value: object, jenis: str) -> str:
	if jenis == CENTANG:
		return "Ya" if value else "Tidak"
	if jenis == TANGGAL and value:
		return formatdate(value)
	return str(value) if value not in (None, "") else "-"


def _names(isi: Isi, lembar: str, present: dict) -> dict[str, str]:
	"""Return how a code is written in the office or, for a new one, in the spreadsheet, by folded code."""
	rows = {fold(baris.nilai["kode"]): baris.nilai["kode"] for baris in isi.baris[lembar]}
	return {**rows, **{code: row["name"] for code, row in present.items()}}


def _sort_by_parent(rows: list[Baris], induk: str, present: dict) -> list[Baris]:
	"""Return the rows so that everything above a row, also through records that have none, comes before it."""
	by_code = {fold(baris.nilai["kode"]): baris for baris in rows}
	ordered: dict[str, Baris | None] = {}

	def place(code: str) -> None:
		if not code or code in ordered:
			return
		baris = by_code.get(code)
		given = baris and baris.nilai.get(induk)
		place(fold(present.get(code, {}).get(induk) if given is None else given))
		ordered[code] = baris

	for code in by_code:
		place(code)
	return [baris for baris in ordered.values() if baris]
