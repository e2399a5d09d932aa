"""What the verification did in a period: how many letters it let pass, returned or refused, how soon, and why.

Read from the roll-up (`rekap`), which keeps of each letter who verified it and how long that took.
"""

from collections import Counter, defaultdict
from itertools import chain

import frappe
from frappe import _

from eoffice_app.laporan.akses import compose_counted_of, compose_seen_of
from eoffice_app.laporan.periode import Periode, compose_periode
from eoffice_app.laporan.peristiwa import SURAT_MASUK, TIDAK_SESUAI
from eoffice_app.laporan.persentil import MEDIAN, P90, find_percentile, get_share
from eoffice_app.laporan.sidik_hari import HASIL_VERIFIKASI
from eoffice_app.persuratan.keadaan import DIBATALKAN, DIKEMBALIKAN, DITERIMA, DITOLAK, KEADAAN_DITUTUP

PETUGAS, BULAN, PENGIRIM = "Verifikator", "Bulan", "Pengirim"
# By what → the SQL of its value, of whoever may count what.
NILAI = {
	PETUGAS: "coalesce(petugas.user, waktu.diperiksa_oleh)",
	BULAN: "date_format(waktu.tanggal, '%%Y-%%m')",
	PENGIRIM: "waktu.pengirim",
}
KEADAAN = {"dikembalikan": DIKEMBALIKAN, "ditolak": DITOLAK, "dibatalkan": DIBATALKAN}
# No list knows who verified a letter that was closed afterwards, so that a report of its own lists those of a verifier.
RINCIAN = "Rincian Verifikasi"
HASIL = {"diperiksa": "", "lolos": "Lolos", **KEADAAN}
# What the filter of that report calls letters of which nobody noted who verified them.
TANPA_PETUGAS = "-"
SUMBER = """
	from `tabWaktu Surat` waktu
	left join `tabPegawai` petugas on petugas.name = waktu.ditutup_oleh
"""
DIPERIKSA = (
	f"waktu.jenis = '{SURAT_MASUK}' and waktu.keadaan != '{DITERIMA}' and {compose_periode('waktu.tanggal')}"
)
SEPERSEPULUH_JAM = 6
# Between the parts of a letter's text, and between letters; in no name.
ANTARA, BARIS = "\x1f", "\x1e"
# The database would cut a longer text without saying so.
TANPA_BATAS = 2**32 - 1


def measure_verification(menurut: str, periode: Periode) -> list[frappe._dict]:
	"""Return what became of the letters received in a period that are no longer waiting to be verified.

	By sender everybody counts only what he may read, else the leadership counts all.
	Source: SOP 000, A.5 and Note (a letter below the standard is returned, refused or cancelled).

	:param menurut: PETUGAS, BULAN or PENGIRIM
	:return: dicts of `kunci`, `diperiksa`, `lolos`, `tidak_lolos`, a number for each of KEADAAN, `bagian_kembali` (percent),
	        in hours from receipt `median` and `p90` of those that passed, and `di_balik` (see `angka`)
	"""
	rows = _count(menurut, periode)
	for row in rows:
		row.di_balik = _compose_behind(menurut, row.kunci, periode)
	return sorted(rows, key=lambda row: row.kunci or "") if menurut == BULAN else rows


def count_unmet(periode: Periode) -> list[frappe._dict]:
	"""Return how often each item of the checklist was not met by the letters received in a period.

	:return: dicts of `kunci` (the item), `diperiksa`, `tidak_sesuai`, `bagian_kembali` (percent) and `di_balik`, the most
	        often first
	"""
	rows = frappe.db.sql(
		f"""
		select pemilik as kunci, cast(sum(jumlah) as signed) as diperiksa,
			cast(sum(if(hasil = '{TIDAK_SESUAI}', jumlah, 0)) as signed) as tidak_sesuai
		from `tabRekap Harian`
		where jenis = '{HASIL_VERIFIKASI}' and {compose_periode("tanggal")} and {compose_counted_of("khalayak")}
		group by pemilik order by tidak_sesuai desc, pemilik
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


def _count(menurut: str, periode: Periode) -> list[frappe._dict]:
	"""Return the numbers of each value of a division, most of them first."""
	groups = defaultdict(list)
	for line, jumlah in _read_lines(menurut, periode).items():
		kunci, keadaan, lama = line.rsplit(ANTARA, 2)
		groups[kunci].append((keadaan, lama, jumlah))
	rows = [_describe(kunci or None, parts) for kunci, parts in groups.items()]
	return sorted(rows, key=lambda row: (-row.diperiksa, row.kunci or ""))


def _read_lines(menurut: str, periode: Periode) -> Counter[str]:
	"""Return how many letters have which value, state and tenths of an hour from receipt to verification, as one text.

	A thousand senders, each with dozens of times, are so many groups that the database writes them to its disk: 9 s for
	200,000 letters. It hands over the letters of each day as one text instead, which takes it one.
	"""
	counted = (compose_seen_of if menurut == PENGIRIM else compose_counted_of)("waktu.khalayak")
	lama = f"if(waktu.diperiksa_oleh is null, '', round(waktu.lama_periksa / {SEPERSEPULUH_JAM}))"
	days = frappe.db.sql_list(
		f"""
		set statement group_concat_max_len = {TANPA_BATAS} for
		select group_concat(
			concat_ws('{ANTARA}', ifnull({NILAI[menurut]}, ''), waktu.keadaan, {lama}) separator '{BARIS}'
		)
		{SUMBER} where {DIPERIKSA} and {counted} group by waktu.tanggal
		""",
		periode.as_values(),
	)
	return Counter(chain.from_iterable(day.split(BARIS) for day in days))


def _describe(kunci: str | None, parts: list[tuple[str, str, int]]) -> frappe._dict:
	states, spread = Counter(), Counter()
	for keadaan, lama, jumlah in parts:
		states[keadaan] += jumlah
		if lama and keadaan not in KEADAAN_DITUTUP:
			spread[int(lama)] += jumlah
	checked, closed = states.total(), sum(states[keadaan] for keadaan in KEADAAN_DITUTUP)
	return frappe._dict(
		kunci=kunci,
		diperiksa=checked,
		lolos=checked - closed,
		tidak_lolos=closed,
		bagian_kembali=get_share(closed, checked),
		median=_in_hours(find_percentile(spread, MEDIAN)),
		p90=_in_hours(find_percentile(spread, P90)),
		**{name: states[keadaan] for name, keadaan in KEADAAN.items()},
	)


def _in_hours(lama: int | None) -> float | None:
	return None if lama is None else lama / 10


def _compose_behind(menurut: str, kunci: str | None, periode: Periode) -> dict:
	if menurut == PETUGAS:
		days = {"dari": str(periode.dari), "sampai": str(periode.sampai)}
		return {"laporan": RINCIAN, "saring": {**days, "verifikator": kunci or TANPA_PETUGAS}}
	if menurut == BULAN:
		return {"doctype": "Surat Masuk", "saring": _filter_days(periode.cut_month(kunci))}
	return {"doctype": "Surat Masuk", "saring": {**_filter_days(periode), "pengirim": kunci}}


def _filter_days(periode: Periode) -> dict:
	return {"tanggal_terima": periode.as_filter()}
