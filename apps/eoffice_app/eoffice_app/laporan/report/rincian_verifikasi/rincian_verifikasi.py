"""Report: the letters behind a figure of Kinerja Verifikasi, of those that the user may open."""

from frappe import _

from eoffice_app.laporan.di_balik import read_chosen, show_behind
from eoffice_app.laporan.periode import read_periode
from eoffice_app.laporan.rincian_verifikasi import list_verified


def execute(filters: dict | None = None) -> tuple[list[dict], list[dict], str | None]:
	"""Return columns, rows, and what the rows leave out."""
	return show_behind(
		list_verified(read_periode(filters), **read_chosen(filters, "verifikator", "hasil")),
		("nomor", _("Nomor Agenda"), "Data", 150),
		("tanggal", _("Tanggal Terima"), "Datetime", 160),
		("pengirim", _("Pengirim"), "Data", 220),
		("perihal", _("Perihal"), "Data", 320),
		("keadaan", _("Status"), "Data", 150),
		("diperiksa_pada", _("Diperiksa Pada"), "Datetime", 160),
		("alasan", _("Alasan"), "Data", 240),
	)
