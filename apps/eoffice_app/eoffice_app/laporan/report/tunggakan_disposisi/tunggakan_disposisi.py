"""Report: the disposisi that wait, by the official with whom they wait and by their age."""

from frappe import _
from frappe.utils import getdate, nowdate

from eoffice_app.laporan.angka import draw_bars, open_behind
from eoffice_app.laporan.beban import UMUR, list_age_days, measure_arrears
from eoffice_app.laporan.saringan import describe_counted_now
from eoffice_app.persuratan.cetak.jurnal import list_columns
from eoffice_app.persuratan.disposisi.lewat_batas import compose_late_filter
from eoffice_app.persuratan.keadaan import DISPOSISI_DIKERJAKAN, DISPOSISI_TERKIRIM


def execute(filters: dict | None = None) -> tuple:
	"""Return columns, rows, a line on what was counted, and a chart, of the unit in `filters.unit_kerja` or of all."""
	rows = measure_arrears((filters or {}).get("unit_kerja") or "")
	for row in rows:
		row["di_balik"] = {
			"doctype": "Disposisi",
			"saring": {"kepada": row["kunci"], "status": ["in", list(DISPOSISI_DIKERJAKAN)]},
		}
		row["tepat"] = row["terbuka"] - row["terlambat"]
	chart = draw_bars(rows, {_("Belum terlambat"): "tepat", _("Terlambat"): "terlambat"})
	return _list_columns(), rows, describe_counted_now(), chart


def _list_columns() -> list[dict]:
	columns = list_columns(
		(
			("nama", _("Jabatan"), "Data", 280),
			("unit", _("Unit Kerja"), "Data", 220),
			("terbuka", _("Terbuka"), "Int", 90),
			("terlambat", _("Terlambat"), "Int", 100),
			("belum_dibaca", _("Belum dibaca"), "Int", 120),
			*((f"umur_{days}", label, "Int", 110) for days, label in _name_ages().items()),
			("umur_lebih", _("Lebih dari {0} hari").format(UMUR[-1]), "Int", 140),
			("tertua", _("Tertua (hari)"), "Int", 120),
		)
	)
	late = {"terlambat": {"batas_waktu": compose_late_filter(nowdate())}}
	unread = {"belum_dibaca": {"status": DISPOSISI_TERKIRIM}}
	return open_behind(columns, {"terbuka": {}, **late, **unread, **_compose_age_filters()})


def _name_ages() -> dict[int, str]:
	first = (0, *(days + 1 for days in UMUR))
	return {days: _("{0}-{1} hari").format(start, days) for start, days in zip(first, UMUR, strict=False)}


def _compose_age_filters() -> dict[str, dict]:
	days = list_age_days(getdate(nowdate()))
	return {
		age: {"ditulis_pada": ["between", [str(first), str(last)]] if first else ["<=", f"{last} 23:59:59"]}
		for age, (first, last) in days.items()
	}
