"""Report: how long each step took beside its standard time in the SOP."""

from frappe import _

from eoffice_app.laporan.angka import draw_bars, open_behind
from eoffice_app.laporan.rincian import DALAM, compose_behind
from eoffice_app.laporan.saringan import describe_counted, read_pilihan
from eoffice_app.laporan.waktu import measure_steps
from eoffice_app.persuratan.cetak.jurnal import list_columns

# Column → which of the documents that went through the step stand behind its figure; "" for all of them.
HASIL = {"jumlah": "", "dalam": DALAM}


def execute(filters: dict | None = None) -> tuple:
	"""Return columns, rows, a line on what was counted, and a chart, of the kind of document in `filters.jenis`."""
	pilihan = read_pilihan(filters)
	rows = measure_steps(pilihan)
	for row in rows:
		row.update(nama=row["kode"], di_balik=compose_behind(pilihan, langkah=row["kode"]))
	chart = draw_bars([row for row in rows if row["jumlah"]], {_("Dalam mutu baku (%)"): "bagian"})
	return _list_columns(), rows, describe_counted(), chart


def _list_columns() -> list[dict]:
	columns = list_columns(
		(
			("kode", _("Kode"), "Data", 90),
			("langkah", _("Langkah"), "Data", 360),
			("pelaksana", _("Pelaksana"), "Data", 150),
			("waktu_menit", _("Mutu Baku (menit)"), "Int", 140),
			("jumlah", _("Jumlah"), "Int", 90),
			("median", _("Median (menit kerja)"), "Int", 160),
			("p90", _("90% selesai dalam (menit kerja)"), "Int", 220),
			("dalam", _("Dalam mutu baku"), "Int", 140),
			("bagian", _("Dalam mutu baku (%)"), "Float", 160),
			("sumber", _("Sumber"), "Data", 240),
		)
	)
	return open_behind(columns, {name: {"hasil": hasil} for name, hasil in HASIL.items()})
