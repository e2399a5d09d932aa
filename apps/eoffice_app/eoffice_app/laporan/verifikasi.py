"""What the verification did in a period: how many letters it let pass, returned or refused, how soon, and why."""

from collections import Counter

import frappe
from frappe import _

from eoffice_app.laporan.akses import compose_counted, compose_seen
from eoffice_app.laporan.periode import Periode, compose_periode
from eoffice_app.laporan.persentil import MEDIAN, P90, find_percentile, get_share
from eoffice_app.persuratan.keadaan import DIBATALKAN, DIKEMBALIKAN, DITERIMA, DITOLAK, KEADAAN_DITUTUP

PETUGAS, BULAN, PENGIRIM = "Verifikator", "Bulan", "Pengirim"
# By what → the SQL of its value, of whoever may count what.
NILAI = {
	PETUGAS: "if(surat.workflow_state in %(ditutup)s, coalesce(petugas.user, hasil.owner), hasil.owner)",
	BULAN: "date_format(surat.tanggal_terima, '%%Y-%%m')",
	PENGIRIM: "surat.pengirim",
}
KEADAAN = {"dikembalikan": DIKEMBALIKAN, "ditolak": DITOLAK, "dibatalkan": DIBATALKAN}
# No list knows who verified a letter that was closed afterwards, so that a report of its own lists those of a verifier.
RINCIAN = "Rincian Verifikasi"
HASIL = {"diperiksa": "", "lolos": "Lolos", **KEADAAN}
# What the filter of that report calls letters of which nobody noted who verified them.
TANPA_PETUGAS = "-"
# The lines of what was found on a letter say who verified it, and when: see `store_hasil`.
SUMBER = """
	from `tabSurat Masuk` surat
	left join `tabHasil Verifikasi` hasil
		on hasil.parent = surat.name and hasil.parenttype = 'Surat Masuk' and hasil.idx = 1
	left join `tabPegawai` petugas on petugas.name = surat.keadaan_oleh
"""


def measure_verification(menurut: str, periode: Periode) -> list[frappe._dict]:
	"""Return what became of the letters received in a period that are no longer waiting to be verified.

	By sender everybody counts only what he may read, else the leadership counts all.
	Source: SOP 000, A.5 and Note (a letter below the standard is returned, refused or cancelled).

	:param menurut: PETUGAS, BULAN or PENGIRIM
	:return: dicts of `kunci`, `diperiksa`, `lolos`, `tidak_lolos`, a number for each of KEADAAN, `bagian_kembali` (percent),
	        in hours from receipt `median` and `p90` of those that passed, and `di_balik` (see `angka`)
	"""
	value = NILAI[menurut]
	counted = (compose_seen if menurut == PENGIRIM else compose_counted)("surat.name")
	condition = (
		f"{compose_periode('surat.tanggal_terima')} and surat.workflow_state != %(menunggu)s and {counted}"
	)
	values = {**periode.as_values(), "menunggu": DITERIMA, "ditutup": KEADAAN_DITUTUP, **KEADAAN}
	rows = _count(value, condition, values)
	for row in rows:
		row.update(_measure_hours(row.pop("menit")))
		row.tidak_lolos = row.diperiksa - row.lolos
		row.bagian_kembali = get_share(row.tidak_lolos, row.diperiksa)
		row.di_balik = _compose_behind(menurut, row.kunci, periode)
	return sorted(rows, key=lambda row: row.kunci or "") if menurut == BULAN else rows


def count_unmet(periode: Periode) -> list[frappe._dict]:
	"""Return how often each item of the checklist was not met by the letters received in a period.

	:return: dicts of `kunci` (the item), `diperiksa`, `tidak_sesuai`, `bagian_kembali` (percent) and `di_balik`, the most
	        often first
	"""
	rows = frappe.db.sql(
		f"""
		select hasil.butir as kunci, count(*) as diperiksa, cast(sum(hasil.sesuai = 0) as signed) as tidak_sesuai
		from `tabSurat Masuk` surat
		join `tabHasil Verifikasi` hasil on hasil.parent = surat.name and hasil.parenttype = 'Surat Masuk'
		where {compose_periode("surat.tanggal_terima")} and {compose_counted("surat.name")}
		group by hasil.butir order by tidak_sesuai desc, hasil.butir
		""",
		periode.as_values(),
		as_dict=True,
	)
	for row in rows:
		row.bagian_kembali = get_share(row.tidak_sesuai, row.diperiksa)
		item = {"Hasil Verifikasi.butir": row.kunci}
		row.di_balik = {"doctype": "Surat Masuk", "saring": {**_filter_days(periode), **item}}
	return rows


def compose_state_filters(menurut: str) -> dict[str, dict]:
	"""Return the filters by which each figure of `measure_verification` narrows the list behind it.

	:param menurut: as `measure_verification`
	"""
	if menurut == PETUGAS:
		return {name: {"hasil": label} for name, label in HASIL.items()}
	return {
		"diperiksa": {"workflow_state": ["!=", DITERIMA]},
		"lolos": {"workflow_state": ["not in", [DITERIMA, *KEADAAN_DITUTUP]]},
		**{name: {"workflow_state": state} for name, state in KEADAAN.items()},
	}


def name_verifier(user: str | None) -> str:
	"""Return how people call the account that verified; letters whose verifier nobody noted are said to have none."""
	if not user:
		return _("(tidak tercatat)")
	return frappe.db.get_value("Pegawai", {"user": user}, "nama") or frappe.utils.get_fullname(user)


def _count(value: str, condition: str, values: dict) -> list[frappe._dict]:
	"""Return the numbers of each value of a division, and as `menit` how often it took so many minutes to verify a letter."""
	states = ", ".join(
		f"cast(sum(surat.workflow_state = %({name})s) as signed) as {name}" for name in KEADAAN
	)
	# Each letter is read once: by the minutes, of which a value has some hundreds.
	parts = frappe.db.sql(
		f"""
		select {value} as kunci, if(
				surat.workflow_state not in %(ditutup)s,
				greatest(timestampdiff(minute, surat.tanggal_terima, hasil.creation), 0), null
			) as menit, count(*) as diperiksa,
			cast(sum(surat.workflow_state not in %(ditutup)s) as signed) as lolos, {states}
		{SUMBER} where {condition} group by 1, 2
		""",
		values,
		as_dict=True,
	)
	rows = {}
	for part in parts:
		menit, kunci = part.pop("menit"), part.pop("kunci")
		row = rows.setdefault(kunci, frappe._dict(kunci=kunci, menit=Counter(), **dict.fromkeys(part, 0)))
		for name, number in part.items():
			row[name] += number
		if menit is not None:
			row.menit[int(menit)] += part.diperiksa
	return sorted(rows.values(), key=lambda row: (-row.diperiksa, row.kunci or ""))


def _measure_hours(minutes: Counter[int]) -> dict[str, float | None]:
	found = {"median": find_percentile(minutes, MEDIAN), "p90": find_percentile(minutes, P90)}
	return {name: None if value is None else round(value / 60, 1) for name, value in found.items()}


def _compose_behind(menurut: str, kunci: str | None, periode: Periode) -> dict:
	if menurut == PETUGAS:
		days = {"dari": str(periode.dari), "sampai": str(periode.sampai)}
		return {"laporan": RINCIAN, "saring": {**days, "verifikator": kunci or TANPA_PETUGAS}}
	if menurut == BULAN:
		return {"doctype": "Surat Masuk", "saring": _filter_days(periode.cut_month(kunci))}
	return {"doctype": "Surat Masuk", "saring": {**_filter_days(periode), "pengirim": kunci}}


def _filter_days(periode: Periode) -> dict:
	return {"tanggal_terima": periode.as_filter()}
