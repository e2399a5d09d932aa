"""How long letters took: against their deadlines, and step by step against the SOPs' standard times.

Read from the roll-up (`rekap`), where the working minutes of each moment stand ready, so that a step is a difference.
"""

from collections import Counter, defaultdict
from dataclasses import dataclass

import frappe
from frappe.utils import now_datetime

from eoffice_app.laporan.akses import compose_counted_of
from eoffice_app.laporan.periode import Periode, compose_periode
from eoffice_app.laporan.peristiwa import (
	BERJALAN,
	DITUTUP,
	PENGIRIMAN,
	PERISTIWA,
	SURAT_KELUAR,
	SURAT_MASUK,
	TANPA_TENGGAT,
	TEPAT_WAKTU,
	TERLAMBAT,
)
from eoffice_app.laporan.persentil import MEDIAN, P90, count_within, find_percentile, get_share

SEJAM = 60
# More rows than there are; a derived table with a limit is made once.
TANPA_BATAS = 10**12
SEMUA = ""
# From which moment to which a document is under way.
DARI_SAMPAI = {
	SURAT_MASUK: ("menit_diterima", "menit_selesai"),
	SURAT_KELUAR: ("menit_dibuat", "menit_terkirim"),
	PENGIRIMAN: ("menit_siap", "menit_dikirim"),
}


@dataclass(frozen=True)
class Pilihan:
	"""Which documents are asked about: their kind, days, and the unit whose they are (every unit's where empty)."""

	jenis: str
	periode: Periode
	unit: str = ""

	def compose(self) -> str:
		"""Return the SQL condition on `waktu`, a row of Waktu Surat, with the rule of counting in it."""
		unit = " and waktu.unit = %(unit)s" if self.unit else ""
		days = compose_periode("waktu.tanggal")
		return f"waktu.jenis = %(jenis)s and {days}{unit} and {compose_counted_of('waktu.khalayak')}"

	def as_values(self) -> dict:
		"""Return what `compose` asks the database with."""
		return {"jenis": self.jenis, "unit": self.unit, **self.periode.as_values()}


def measure_groups(pilihan: Pilihan) -> list[dict]:
	"""Return what became of the documents by degree of urgency, deliveries by their way, and last of all together.

	:return: dicts of `kelompok` (SEMUA for all), `jumlah`, `selesai`, `berjalan`, `lewat` (under way past the deadline),
	        `ditutup`, `tepat`, `terlambat`, `median` and `p90` (working hours), `bagian` (percent in time of those
	        that are finished or past their deadline)
	"""
	start, end = DARI_SAMPAI[pilihan.jenis]
	rows = frappe.db.sql(
		f"""
		select waktu.kelompok, waktu.hasil, waktu.tenggat < %(saat)s as lewat,
			if(waktu.{start} > 0 and waktu.{end} >= waktu.{start}, waktu.{end} - waktu.{start}, null) as menit,
			count(*) as jumlah
		from `tabWaktu Surat` waktu where {pilihan.compose()} group by 1, 2, 3, 4
		""",
		{**pilihan.as_values(), "saat": now_datetime()},
		as_dict=True,
	)
	groups = defaultdict(list)
	for row in rows:
		groups[row.kelompok or "-"].append(row)
	ordered = sorted(groups, key=lambda group: -sum(row.jumlah for row in groups[group]))
	return [*(_describe_group(group, groups[group]) for group in ordered), _describe_group(SEMUA, rows)]


def _describe_group(kelompok: str, rows: list[frappe._dict]) -> dict:
	results, spread, late = Counter(), Counter(), 0
	for row in rows:
		results[row.hasil] += row.jumlah
		late += row.jumlah if row.hasil == BERJALAN and row.lewat else 0
		if row.menit is not None and row.hasil not in (BERJALAN, DITUTUP):
			spread[row.menit] += row.jumlah
	done = results[TEPAT_WAKTU] + results[TERLAMBAT]
	return {
		"kelompok": kelompok,
		"jumlah": results.total(),
		"selesai": done + results[TANPA_TENGGAT],
		"berjalan": results[BERJALAN],
		"lewat": late,
		"ditutup": results[DITUTUP],
		"tepat": results[TEPAT_WAKTU],
		"terlambat": results[TERLAMBAT],
		"median": _in_hours(find_percentile(spread, MEDIAN)),
		"p90": _in_hours(find_percentile(spread, P90)),
		"bagian": get_share(results[TEPAT_WAKTU], done + late),
	}


def _in_hours(menit: int | None) -> float | None:
	return None if menit is None else round(menit / SEJAM, 1)


def list_steps(jenis: str) -> list[frappe._dict]:
	"""Return the active standard times of a kind of document, in the office's order."""
	return frappe.get_all(
		"Mutu Baku",
		filters={"jenis": jenis, "aktif": 1},
		fields=[
			"name",
			"kode",
			"langkah",
			"pelaksana",
			"dari",
			"sampai",
			"cara",
			"waktu_menit",
			"sumber",
			"jenis",
		],
		order_by="urutan asc, kode asc",
	)


def measure_steps(pilihan: Pilihan) -> list[dict]:
	"""Return each step of a kind of document beside its standard time.

	:return: dicts of the columns of `list_steps`, `jumlah` (documents that went through the step), `dalam` (of them within
	        the standard), `bagian` (percent), `median` and `p90` (working minutes)
	"""
	steps = list_steps(pilihan.jenis)
	spreads = _read_spreads(steps, pilihan) if steps else []
	return [{**step, **_describe_step(step, spread)} for step, spread in zip(steps, spreads, strict=True)]


def _read_spreads(steps: list[frappe._dict], pilihan: Pilihan) -> list[Counter]:
	"""Return for each step how many documents took how many minutes.

	Whether a document may be counted is asked once for each, not once for each step: the limit keeps the database from
	drawing the inner question into the outer one.
	"""
	columns = ", ".join(f"waktu.{column}" for column in PERISTIWA[pilihan.jenis].values())
	numbers = " union all ".join(f"select {number} as nomor" for number in range(len(steps)))
	minutes = " ".join(
		f"when {number} then if({through}, {menit}, null)"
		for number, (menit, through) in enumerate(map(compose_step, steps))
	)
	spreads = [Counter() for _step in steps]
	for number, menit, jumlah in frappe.db.sql(
		f"""
		select langkah.nomor, case langkah.nomor {minutes} end as menit, count(*)
		from (
			select waktu.kelompok, {columns} from `tabWaktu Surat` waktu where {pilihan.compose()} limit {TANPA_BATAS}
		) waktu, ({numbers}) langkah
		group by 1, 2 having menit is not null
		""",
		pilihan.as_values(),
	):
		spreads[number][menit] = jumlah
	return spreads


def compose_step(step: frappe._dict) -> tuple[str, str]:
	"""Return the SQL of the minutes that a step took, and the condition that a document went through it.

	:param step: one of `list_steps`
	"""
	moments = PERISTIWA[step.jenis]
	start, end = f"waktu.{moments[step.dari]}", f"waktu.{moments[step.sampai]}"
	way = f" and waktu.kelompok = {frappe.db.escape(step.cara)}" if step.cara else ""
	return f"({end} - {start})", f"({start} > 0 and {end} >= {start}{way})"


def _describe_step(step: frappe._dict, spread: dict[int, int]) -> dict:
	jumlah, dalam = sum(spread.values()), count_within(spread, step.waktu_menit)
	return {
		"jumlah": jumlah,
		"dalam": dalam,
		"bagian": get_share(dalam, jumlah),
		"median": find_percentile(spread, MEDIAN),
		"p90": find_percentile(spread, P90),
	}
