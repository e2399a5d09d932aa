"""Report: the letters behind a figure of Kinerja Verifikasi, of those that the user may open."""

from frappe import _

from eoffice_app.laporan.periode import read_periode
from eoffice_app.laporan.rincian_verifikasi import list_verified
from eoffice_app.laporan.saringan import describe_left_out
from eoffice_app.persuratan.cetak.jurnal import list_columns


def execute(filters: dict | None = None) -> tuple[list[dict], list[dict], str | None]:
	"""Return columns, rows, and what the rows leave out."""
	filters = filters or {}
	chosen = (filters.get(name) or "" for name in ("verifikator", "hasil"))
	rows, hidden = list_verified(read_periode(filters), *chosen)
	columns = list_columns(
		(
			("nomor", _("Nomor Agenda"), "Data", 150),
			("tanggal", _("Tanggal Terima"), "Datetime", 160),
			("pengirim", _("Pengirim"), "Data", 220),
			("perihal", _("Perihal"), "Data", 320),
			("keadaan", _("Status"), "Data", 150),
			("diperiksa_pada", _("Diperiksa Pada"), "Datetime", 160),
			("alasan", _("Alasan"), "Data", 240),
		)
	)
	return columns, rows, describe_left_out(len(rows), hidden)
