"""Report: how long letters took from receipt to the end, and whether within the deadline of their degree of urgency."""

from frappe import _

from eoffice_app.laporan.angka import draw_bars, open_behind
from eoffice_app.laporan.peristiwa import BERJALAN, DITUTUP, PENGIRIMAN, TEPAT_WAKTU, TERLAMBAT
from eoffice_app.laporan.rincian import LEWAT_TENGGAT, SELESAI, compose_behind
from eoffice_app.laporan.saringan import describe_counted, read_pilihan
from eoffice_app.laporan.waktu import SEMUA, measure_groups
from eoffice_app.persuratan.cetak.jurnal import list_columns

# Column → what the documents behind its figure have come to; "" for all of them.
HASIL = {
	"jumlah": "",
	"selesai": SELESAI,
	"berjalan": BERJALAN,
	"lewat": LEWAT_TENGGAT,
	"ditutup": DITUTUP,
	"tepat": TEPAT_WAKTU,
	"terlambat": TERLAMBAT,
}


def execute(filters: dict | None = None) -> tuple:
	"""Return columns, rows, a line on what was counted, and a chart, of the kind of document in `filters.jenis`."""
	pilihan = read_pilihan(filters)
	rows = measure_groups(pilihan)
	for row in rows:
		row["nama"] = _("Semua") if row["kelompok"] == SEMUA else _(row["kelompok"])
		row["di_balik"] = compose_behind(pilihan, kelompok=row["kelompok"])
	chart = draw_bars(rows[:-1], {_("Tepat Waktu"): "tepat", _("Terlambat"): "terlambat"})
	return _list_columns(pilihan.jenis), rows, describe_counted(), chart


def _list_columns(jenis: str) -> list[dict]:
	columns = list_columns(
		(
			("nama", _("Cara") if jenis == PENGIRIMAN else _("Derajat"), "Data", 150),
			("jumlah", _("Jumlah"), "Int", 90),
			("selesai", _("Selesai"), "Int", 90),
			("tepat", _("Tepat Waktu"), "Int", 110),
			("terlambat", _("Terlambat"), "Int", 100),
			("bagian", _("Tepat Waktu (%)"), "Float", 130),
			("median", _("Median (jam kerja)"), "Float", 150),
			("p90", _("90% selesai dalam (jam kerja)"), "Float", 210),
			("berjalan", _("Berjalan"), "Int", 90),
			("lewat", _("Berjalan, lewat tenggat"), "Int", 170),
			("ditutup", _("Ditutup"), "Int", 90),
		)
	)
	return open_behind(columns, {name: {"hasil": hasil} for name, hasil in HASIL.items()})
