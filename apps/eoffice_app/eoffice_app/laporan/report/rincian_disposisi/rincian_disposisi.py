"""Report: the disposisi behind a figure of Beban Kerja, of those that the user may open."""

from frappe import _

from eoffice_app.laporan.periode import read_periode
from eoffice_app.laporan.rincian_disposisi import list_disposisi
from eoffice_app.laporan.saringan import describe_left_out
from eoffice_app.persuratan.cetak.jurnal import list_columns


def execute(filters: dict | None = None) -> tuple[list[dict], list[dict], str | None]:
	"""Return columns, rows, and what the rows leave out."""
	filters = filters or {}
	chosen = (filters.get(name) or "" for name in ("jabatan", "unit_kerja", "hasil"))
	rows, hidden = list_disposisi(read_periode(filters), *chosen)
	columns = list_columns(
		(
			("nomor", _("Nomor Agenda"), "Data", 150),
			("perihal", _("Perihal"), "Data", 320),
			("penerima", _("Kepada"), "Data", 220),
			("dari", _("Dari"), "Data", 120),
			("ditulis_pada", _("Ditulis Pada"), "Datetime", 160),
			("batas_waktu", _("Batas Waktu"), "Date", 110),
			("status", _("Status"), "Data", 120),
			("dikerjakan_pada", _("Dikerjakan Pada"), "Datetime", 160),
		)
	)
	return columns, rows, describe_left_out(len(rows), hidden)
