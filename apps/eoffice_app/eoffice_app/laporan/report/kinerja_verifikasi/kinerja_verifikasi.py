"""Report: how the verification worked: what passed, what was returned, how soon, and for which item of the checklist."""

from frappe import _

from eoffice_app.laporan.angka import draw_bars, open_behind
from eoffice_app.laporan.periode import Periode, name_month, read_periode
from eoffice_app.laporan.saringan import describe_counted
from eoffice_app.laporan.verifikasi import (
	BULAN,
	NILAI,
	PENGIRIM,
	PETUGAS,
	compose_state_filters,
	count_unmet,
	measure_verification,
	name_verifier,
)
from eoffice_app.persuratan.cetak.jurnal import list_columns

BUTIR = "Butir Tidak Sesuai"


def execute(filters: dict | None = None) -> tuple:
	"""Return columns, rows, whose letters they count, and a chart, by what `filters.menurut` says."""
	filters = filters or {}
	periode = read_periode(filters)
	menurut = filters.get("menurut") or PETUGAS
	if menurut == BUTIR:
		return _report_unmet(periode)
	return _report_letters(menurut if menurut in NILAI else PETUGAS, periode)


def _report_letters(menurut: str, periode: Periode) -> tuple:
	rows = measure_verification(menurut, periode)
	name = {PETUGAS: name_verifier, BULAN: name_month}.get(menurut, str)
	for row in rows:
		row.nama = name(row.kunci)
	columns = list_columns(
		(
			("nama", _(menurut), "Data", 260),
			("diperiksa", _("Diperiksa"), "Int", 110),
			("lolos", _("Lolos"), "Int", 90),
			("dikembalikan", _("Dikembalikan"), "Int", 130),
			("ditolak", _("Ditolak"), "Int", 100),
			("dibatalkan", _("Dibatalkan"), "Int", 110),
			("bagian_kembali", _("Tidak Lolos (%)"), "Float", 130),
			("median", _("Median (Jam)"), "Float", 120),
			("p90", _("90% Selesai dalam (Jam)"), "Float", 190),
		)
	)
	for column in columns[-2:]:
		column["precision"] = 1
	figures = {_("Lolos"): "lolos", _("Tidak Lolos"): "tidak_lolos"}
	chart = draw_bars(rows, figures, by_month=menurut == BULAN)
	counted = describe_counted(mengenali=menurut == PENGIRIM)
	return open_behind(columns, compose_state_filters(menurut)), rows, counted, chart


def _report_unmet(periode: Periode) -> tuple:
	rows = count_unmet(periode)
	for row in rows:
		row.nama = row.kunci
	columns = list_columns(
		(
			("nama", _("Butir Verifikasi"), "Data", 380),
			("diperiksa", _("Diperiksa"), "Int", 120),
			("tidak_sesuai", _("Tidak Sesuai"), "Int", 130),
			("bagian_kembali", _("Tidak Sesuai (%)"), "Float", 140),
		)
	)
	chart = draw_bars(rows, {_("Tidak Sesuai"): "tidak_sesuai"})
	return (
		open_behind(columns, {"diperiksa": {}, "tidak_sesuai": {"Hasil Verifikasi.sesuai": 0}}),
		rows,
		describe_counted(),
		chart,
	)
