"""Report: the disposisi behind a figure of Beban Kerja, of those that the user may open."""

from frappe import _

from eoffice_app.laporan.di_balik import read_chosen, show_behind
from eoffice_app.laporan.periode import read_periode
from eoffice_app.laporan.rincian_disposisi import list_disposisi


def execute(filters: dict | None = None) -> tuple[list[dict], list[dict], str | None]:
	"""Return columns, rows, and what the rows leave out."""
	return show_behind(
		list_disposisi(read_periode(filters), **read_chosen(filters, "jabatan", "unit_kerja", "hasil")),
		("nomor", _("Nomor Agenda"), "Data", 150),
		("perihal", _("Perihal"), "Data", 320),
		("penerima", _("Kepada"), "Data", 220),
		("dari", _("Dari"), "Data", 120),
		("ditulis_pada", _("Ditulis Pada"), "Datetime", 160),
		("batas_waktu", _("Batas Waktu"), "Date", 110),
		("status", _("Status"), "Data", 120),
		("dikerjakan_pada", _("Dikerjakan Pada"), "Datetime", 160),
	)
