"""Proves that no number of a letter is missing or doubled: the ledger against itself, its counters and its letters.

One transaction reads both the counters and the ledger, which are written together: what others number meanwhile is in
both or in neither.
"""

import re
from dataclasses import dataclass

import frappe
from frappe import _

from eoffice_app.penomoran.baris import BATAL, BUKU_NOMOR, DIPESAN, TERPAKAI

PENGHITUNG_SISIPAN = re.compile(r"#(\d+)$")
# Each number as its counter gave it: those in between after a number have a counter of their own.
ANGKA = f"""
	select if(sub = 0, seri, concat(seri, '#', nomor_urut)) as penghitung, if(sub = 0, nomor_urut, sub) as angka
	from `tab{BUKU_NOMOR}`
"""
# The last number that a sequence has given on paper, before the office changed over; 0 where it began here.
DI_KERTAS = "ifnull((select max(nomor) from `tabLanjutan Deret` where `tabLanjutan Deret`.seri = {seri}), 0)"


@dataclass(frozen=True)
class Temuan:
	"""Something wrong: in which sequence, what, and with which numbers."""

	seri: str
	hal: str
	nomor: str


def examine_ledger() -> list[Temuan]:
	"""Return all that is wrong with the ledger, nothing when each sequence is whole."""
	found = [
		*_find_gaps(),
		*_find_differences_to_counters(),
		*_find_given_on_paper(),
		*_find_doubles(),
		*_find_double_texts(),
		*_find_lines_without_letter(),
	]
	return sorted(found, key=lambda temuan: (temuan.seri, temuan.hal, temuan.nomor))


def summarize_ledger() -> list[dict]:
	"""Return for each sequence how many numbers it has in each state, and its first and last: the report's rows."""
	return frappe.db.sql(
		f"""
		select seri, deret, cakupan, periode, min(nomor_urut) as nomor_awal, max(nomor_urut) as nomor_akhir,
			sum(keadaan = %(terpakai)s) as terpakai, sum(keadaan = %(dipesan)s) as dipesan,
			sum(keadaan = %(batal)s) as batal, sum(sub > 0) as sisipan, {DI_KERTAS.format(seri="buku.seri")} as di_kertas
		from `tab{BUKU_NOMOR}` buku group by seri, deret, cakupan, periode order by deret, cakupan, periode desc
		""",
		{"terpakai": TERPAKAI, "dipesan": DIPESAN, "batal": BATAL},
		as_dict=True,
	)


def _find_gaps() -> list[Temuan]:
	rows = frappe.db.sql(
		f"""
		select penghitung, sebelum + 1, angka - 1 from (
			select penghitung, angka, ifnull(
				lag(angka) over (partition by penghitung order by angka), {DI_KERTAS.format(seri="angka.penghitung")}
			) as sebelum from ({ANGKA}) angka
		) berurut where angka - sebelum > 1
		"""
	)
	return [_make(penghitung, _("nomor hilang"), awal, akhir) for penghitung, awal, akhir in rows]


def _find_differences_to_counters() -> list[Temuan]:
	counters = dict(
		frappe.get_all(
			"Penghitung Nomor",
			filters={"name": ["like", "Nomor/%"]},
			fields=["name", "nilai"],
			as_list=True,
		)
	)
	lasts = dict(frappe.db.sql(f"select penghitung, max(angka) from ({ANGKA}) angka group by penghitung"))
	on_paper = dict(frappe.get_all("Lanjutan Deret", fields=["seri", "nomor"], as_list=True))
	found = []
	for name in counters.keys() | lasts.keys() | on_paper.keys():
		given, last = counters.get(name, 0), lasts.get(name, on_paper.get(name, 0))
		if given > last:
			found.append(_make(name, _("nomor hilang"), last + 1, given))
		elif last > given:
			found.append(_make(name, _("nomor tidak berasal dari penghitung"), given + 1, last))
	return found


def _find_given_on_paper() -> list[Temuan]:
	rows = frappe.db.sql(
		f"""
		select buku.seri, min(buku.nomor_urut), max(buku.nomor_urut) from `tabLanjutan Deret` lanjutan
		join `tab{BUKU_NOMOR}` buku on buku.seri = lanjutan.seri and buku.nomor_urut <= lanjutan.nomor
		group by buku.seri
		"""
	)
	return [_make(seri, _("nomor sudah diberikan di kertas"), awal, akhir) for seri, awal, akhir in rows]


def _find_doubles() -> list[Temuan]:
	rows = frappe.db.sql(
		f"select penghitung, angka from ({ANGKA}) angka group by penghitung, angka having count(*) > 1"
	)
	return [_make(penghitung, _("nomor ganda"), angka, angka) for penghitung, angka in rows]


def _find_double_texts() -> list[Temuan]:
	rows = frappe.db.sql(
		f"""select seri, nomor from `tab{BUKU_NOMOR}` where nomor is not null
		group by seri, nomor having count(*) > 1"""
	)
	return [Temuan(seri, _("nomor tertulis sama pada dua surat"), nomor) for seri, nomor in rows]


def _find_lines_without_letter() -> list[Temuan]:
	return [
		Temuan(seri, _("suratnya tidak ada lagi"), nomor or "")
		for jenis in frappe.get_all(
			BUKU_NOMOR,
			filters={"keadaan": TERPAKAI},
			distinct=True,
			order_by="jenis_dokumen asc",
			pluck="jenis_dokumen",
		)
		for seri, nomor in _list_without_letter(jenis)
	]


def _list_without_letter(jenis: str | None) -> tuple:
	lines = f"select line.seri, line.nomor from `tab{BUKU_NOMOR}` line"
	used = "line.keadaan = %(terpakai)s and ifnull(line.jenis_dokumen, '') = %(jenis)s"
	values = {"terpakai": TERPAKAI, "jenis": jenis or ""}
	if not jenis or not frappe.db.table_exists(jenis):
		return frappe.db.sql(f"{lines} where {used}", values)
	letters = f"left join `tab{jenis}` surat on surat.name = line.dokumen"
	return frappe.db.sql(f"{lines} {letters} where {used} and surat.name is null", values)


def _make(penghitung: str, hal: str, awal: int, akhir: int) -> Temuan:
	match = PENGHITUNG_SISIPAN.search(penghitung)
	seri = PENGHITUNG_SISIPAN.sub("", penghitung)
	nomor = str(awal) if awal == akhir else f"{awal}–{akhir}"
	return Temuan(seri, hal, _("sisipan {0} setelah {1}").format(nomor, match[1]) if match else nomor)
