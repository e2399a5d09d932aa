"""What officials have to do: what came to them, what they did of it, what lies open and for how long."""

from collections import Counter, defaultdict
from datetime import date, timedelta

import frappe
from frappe.utils import getdate, nowdate

from eoffice_app.laporan.akses import compose_counted, compose_counted_of
from eoffice_app.laporan.periode import Periode, compose_periode
from eoffice_app.laporan.peristiwa import BERJALAN, DITUTUP, TANPA_TENGGAT, TEPAT_WAKTU, TERLAMBAT
from eoffice_app.laporan.sidik_hari import DISPOSISI
from eoffice_app.persuratan.keadaan import DISPOSISI_DIKERJAKAN, DISPOSISI_TERKIRIM

# Ages of open work in days, each up to and with; what is older comes last.
UMUR = (1, 3, 7, 14)
AGES = (*(f"umur_{days}" for days in UMUR), "umur_lebih")
JABATAN, UNIT = "Jabatan", "Unit Kerja"


def measure_load(periode: Periode, menurut: str = JABATAN) -> list[dict]:
	"""Return what the disposisi written in a period have come to, by post or by the unit of the post.

	:return: dicts of `kunci`, `nama`, `unit`, `baru`, `selesai`, `selesai_terlambat`, `ditarik`, `terbuka` and `terlambat` (open
	        past the last day), most of it first; `baru` is the sum of `selesai`, `ditarik` and `terbuka`
	"""
	tally = read_rolled_up(periode)
	late = count_late(periode)
	posts = _read_posts()
	loads = defaultdict(Counter)
	for (jabatan, hasil), jumlah in tally.items():
		loads[_key(posts, jabatan, menurut)][hasil] += jumlah
	for jabatan, jumlah in late.items():
		loads[_key(posts, jabatan, menurut)]["lewat"] += jumlah
	rows = [{**_name(posts, key, menurut), **_describe(load)} for key, load in loads.items()]
	return sorted(rows, key=lambda row: (-row["baru"], row["nama"]))


def read_rolled_up(periode: Periode) -> Counter:
	"""Return how many disposisi of a period came to what, by (post, result), as the roll-up has counted them.

	Counted are those of the letters that the user may count.
	"""
	return Counter(
		{
			(jabatan, hasil): int(jumlah)
			for jabatan, hasil, jumlah in frappe.db.sql(
				f"""
				select pemilik, hasil, sum(jumlah) from `tabRekap Harian`
				where jenis = '{DISPOSISI}' and {compose_periode("tanggal")} and {compose_counted_of("khalayak")}
				group by 1, 2
				""",
				periode.as_values(),
			)
		}
	)


def count_late(periode: Periode) -> dict[str, int]:
	"""Return how many disposisi written in a period lie open past their last day, by post."""
	return dict(
		frappe.db.sql(
			f"""
			select kepada, count(*) from tabDisposisi disposisi
			where status in %(terbuka)s and batas_waktu < %(hari_ini)s and {compose_periode("ditulis_pada")}
				and {compose_counted("disposisi.surat_masuk")}
			group by 1
			""",
			{**periode.as_values(), "terbuka": DISPOSISI_DIKERJAKAN, "hari_ini": getdate(nowdate())},
		)
	)


def measure_arrears(unit: str = "") -> list[dict]:
	"""Return the open disposisi by post and age, counted now.

	:param unit: of the posts; every unit's where empty
	:return: dicts of `kunci`, `nama`, `unit`, `terbuka`, `belum_dibaca`, `terlambat`, `umur_1` … (see UMUR), `umur_lebih` and
	        `tertua` (days), most of it first
	"""
	today, posts, arrears = getdate(nowdate()), _read_posts(), {}
	for kepada, ditulis, batas_waktu, status, jumlah in frappe.db.sql(
		f"""
		select kepada, date(ditulis_pada), batas_waktu, status, count(*) from tabDisposisi disposisi
		where status in %(terbuka)s and {compose_counted("disposisi.surat_masuk")} group by 1, 2, 3, 4
		""",
		{"terbuka": DISPOSISI_DIKERJAKAN},
	):
		if unit and posts.get(kepada, {}).get("unit_kerja") != unit:
			continue
		row = arrears.setdefault(kepada, Counter())
		age = (today - ditulis).days
		row["terbuka"] += jumlah
		row[_find_age(age)] += jumlah
		row["belum_dibaca"] += jumlah * (status == DISPOSISI_TERKIRIM)
		row["terlambat"] += jumlah * bool(batas_waktu and batas_waktu < today)
		row["tertua"] = max(row["tertua"], age)
	fields = ("terbuka", "belum_dibaca", "terlambat", *AGES, "tertua")
	rows = [
		{**_name(posts, key, JABATAN), **{field: row[field] for field in fields}}
		for key, row in arrears.items()
	]
	return sorted(rows, key=lambda row: (-row["terbuka"], row["nama"]))


def list_age_days(today: date) -> dict[str, tuple[date | None, date]]:
	"""Return from which day to which day what has an age was written, by the names of AGES; None: from the beginning."""
	bounds, newest = {}, today
	for days in UMUR:
		bounds[f"umur_{days}"] = (today - timedelta(days=days), newest)
		newest = today - timedelta(days=days + 1)
	return {**bounds, "umur_lebih": (None, newest)}


def _find_age(days: int) -> str:
	return next((f"umur_{limit}" for limit in UMUR if days <= limit), "umur_lebih")


def _read_posts() -> dict[str, frappe._dict]:
	return {
		row.name: row
		for row in frappe.db.sql(
			"""
			select jabatan.name, jabatan.nama_jabatan, jabatan.unit_kerja, unit.nama_unit
			from tabJabatan jabatan left join `tabUnit Kerja` unit on unit.name = jabatan.unit_kerja
			""",
			as_dict=True,
		)
	}


def _key(posts: dict, jabatan: str, menurut: str) -> str:
	return jabatan if menurut == JABATAN else posts.get(jabatan, {}).get("unit_kerja") or ""


def _name(posts: dict, key: str, menurut: str) -> dict:
	if menurut == JABATAN:
		post = posts.get(key, frappe._dict())
		return {"kunci": key, "nama": post.nama_jabatan or key, "unit": post.nama_unit or ""}
	unit = next((post.nama_unit for post in posts.values() if post.unit_kerja == key), key)
	return {"kunci": key, "nama": unit, "unit": unit}


def _describe(load: Counter) -> dict:
	return {
		"baru": load.total() - load["lewat"],
		"selesai": load[TEPAT_WAKTU] + load[TERLAMBAT] + load[TANPA_TENGGAT],
		"selesai_terlambat": load[TERLAMBAT],
		"ditarik": load[DITUTUP],
		"terbuka": load[BERJALAN],
		"terlambat": load["lewat"],
	}
