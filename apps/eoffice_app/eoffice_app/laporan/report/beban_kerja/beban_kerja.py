"""Report: what came to each official or unit in a period, and what has become of it."""

from frappe import _

from eoffice_app.laporan.angka import draw_bars, open_behind
from eoffice_app.laporan.beban import JABATAN, UNIT, measure_load
from eoffice_app.laporan.periode import read_periode
from eoffice_app.laporan.rincian_disposisi import HASIL
from eoffice_app.laporan.saringan import describe_counted
from eoffice_app.persuratan.cetak.jurnal import list_columns

RINCIAN = "Rincian Disposisi"


def execute(filters: dict | None = None) -> tuple:
	"""Return columns, rows, a line on what was counted, and a chart, by what `filters.menurut` says."""
	filters = filters or {}
	periode = read_periode(filters)
	menurut = UNIT if filters.get("menurut") == UNIT else JABATAN
	rows = measure_load(periode, menurut)
	days = {"dari": str(periode.dari), "sampai": str(periode.sampai)}
	whose = "jabatan" if menurut == JABATAN else "unit_kerja"
	for row in rows:
		row["di_balik"] = {"laporan": RINCIAN, "saring": {**days, whose: row["kunci"]}}
	chart = draw_bars(rows, {_("Selesai"): "selesai", _("Terbuka"): "terbuka"})
	return _list_columns(menurut), rows, describe_counted(), chart


def _list_columns(menurut: str) -> list[dict]:
	columns = list_columns(
		(
			("nama", _(menurut), "Data", 300),
			*((("unit", _("Unit Kerja"), "Data", 220),) if menurut == JABATAN else ()),
			("baru", _("Disposisi Baru"), "Int", 130),
			("selesai", _("Selesai"), "Int", 100),
			("selesai_terlambat", _("Selesai, terlambat"), "Int", 150),
			("terbuka", _("Terbuka"), "Int", 100),
			("terlambat", _("Terbuka, terlambat"), "Int", 150),
			("ditarik", _("Ditarik"), "Int", 90),
		)
	)
	return open_behind(columns, {name: {"hasil": label} for name, (label, _syarat) in HASIL.items()})
