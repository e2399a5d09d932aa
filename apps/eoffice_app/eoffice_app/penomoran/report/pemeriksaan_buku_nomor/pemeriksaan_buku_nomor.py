"""Report: each sequence of letters' numbers, and whether one of its numbers is missing or doubled."""

from collections import defaultdict

from frappe import _

from eoffice_app.laporan.angka import open_behind
from eoffice_app.penomoran.pemeriksaan import examine_ledger, summarize_ledger

# A figure opens its lines of the ledger.
BARIS = {
	"terpakai": {"keadaan": "Terpakai"},
	"dipesan": {"keadaan": "Dipesan"},
	"batal": {"keadaan": "Batal"},
	"sisipan": {"sub": [">", 0]},
}
KOLOM = (
	("deret", "Link", 160),
	("cakupan", "Data", 120),
	("periode", "Data", 80),
	("di_kertas", "Int", 110),
	("nomor_awal", "Int", 90),
	("nomor_akhir", "Int", 90),
	("terpakai", "Int", 90),
	("dipesan", "Int", 90),
	("batal", "Int", 80),
	("sisipan", "Int", 80),
	("hasil", "Data", 110),
	("temuan", "Data", 420),
)


def execute(filters: dict | None = None) -> tuple[list[dict], list[dict]]:
	"""Return columns and rows: one for each sequence, and one for each that has a counter and no line left."""
	found = defaultdict(list)
	for temuan in examine_ledger():
		found[temuan.seri].append(f"{temuan.hal}: {temuan.nomor}")
	rows = summarize_ledger()
	known = {row["seri"] for row in rows}
	rows += [_split(seri) for seri in sorted(found.keys() - known)]
	return open_behind(_columns(), BARIS), [
		{**row, **_judge(found.get(row["seri"], [])), **_open_ledger(row)} for row in rows
	]


def _open_ledger(row: dict) -> dict:
	behind = {"doctype": "Buku Nomor", "saring": {"seri": row["seri"]}}
	return {"nama": row["seri"], "di_balik": behind}


def _judge(found: list[str]) -> dict:
	return {"hasil": _("Periksa") if found else _("Utuh"), "temuan": "; ".join(found)}


def _split(seri: str) -> dict:
	deret, _slash, rest = seri.removeprefix("Nomor/").partition("/")
	cakupan, _slash, periode = rest.rpartition("/")
	return {"seri": seri, "deret": deret, "cakupan": cakupan, "periode": periode}


def _columns() -> list[dict]:
	labels = {
		"deret": _("Deret Nomor"),
		"cakupan": _("Cakupan"),
		"periode": _("Periode"),
		"di_kertas": _("Sampai di Kertas"),
		"nomor_awal": _("Nomor Awal"),
		"nomor_akhir": _("Nomor Akhir"),
		"terpakai": _("Terpakai"),
		"dipesan": _("Dipesan"),
		"batal": _("Batal"),
		"sisipan": _("Sisipan"),
		"hasil": _("Hasil"),
		"temuan": _("Temuan"),
	}
	return [
		{
			"fieldname": name,
			"label": labels[name],
			"fieldtype": fieldtype,
			"options": "Deret Nomor" if fieldtype == "Link" else None,
			"width": width,
		}
		for name, fieldtype, width in KOLOM
	]
