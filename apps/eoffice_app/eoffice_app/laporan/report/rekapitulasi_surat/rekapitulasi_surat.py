"""Report: how many letters came or went in a period, by month, unit, kind, classification or sender."""

from frappe import _

from eoffice_app.laporan.angka import draw_bars, open_behind
from eoffice_app.laporan.periode import read_periode
from eoffice_app.laporan.rekapitulasi import BULAN, KELUAR, MASUK, compose_state_filters, count_letters
from eoffice_app.persuratan.cetak.jurnal import list_columns


def execute(filters: dict | None = None) -> tuple:
	"""Return columns, rows, no message, chart and summary of the letters `filters.surat`, divided as `filters.menurut` says."""
	filters = filters or {}
	jenis, menurut = filters.get("surat") or MASUK, filters.get("menurut") or BULAN
	rows = count_letters(jenis, menurut, read_periode(filters))
	total = sum(row.jumlah for row in rows)
	for row in rows:
		# Not rounded, so that the line of totals says 100.
		row.bagian = 100 * row.jumlah / total
	chart = draw_bars(rows, {_("Jumlah Surat"): "jumlah"}, by_month=menurut == BULAN)
	return _list_columns(jenis, menurut), rows, None, chart, _summarize(jenis, rows, total)


def _list_columns(jenis: str, menurut: str) -> list[dict]:
	columns = list_columns(
		(
			("nama", _(menurut), "Data", 320),
			("jumlah", _("Jumlah Surat"), "Int", 130),
			*((name, label, "Int", 170) for name, label in _name_states(jenis).items()),
			("bagian", _("Bagian (%)"), "Float", 110),
		)
	)
	return open_behind(columns, {"jumlah": {}, **compose_state_filters(jenis)})


def _name_states(jenis: str) -> dict[str, str]:
	if jenis == KELUAR:
		return {"dalam_proses": _("Belum Terkirim"), "selesai": _("Terkirim"), "ditutup": _("Dibatalkan")}
	return {
		"dalam_proses": _("Dalam Proses"),
		"selesai": _("Selesai"),
		"ditutup": _("Dikembalikan, Ditolak, Dibatalkan"),
	}


def _summarize(jenis: str, rows: list[dict], total: int) -> list[dict]:
	figures = {
		_("Jumlah Surat"): total,
		**{label: sum(row[name] for row in rows) for name, label in _name_states(jenis).items()},
	}
	return [{"value": value, "label": label, "datatype": "Int"} for label, value in figures.items()]
