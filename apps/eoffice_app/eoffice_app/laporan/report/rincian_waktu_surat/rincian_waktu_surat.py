"""Report: the letters behind a figure of Waktu Penyelesaian or Waktu Mutu Baku, of those that the user may open."""

from frappe import _

from eoffice_app.laporan.di_balik import read_chosen, show_behind
from eoffice_app.laporan.rincian import list_behind
from eoffice_app.laporan.saringan import read_pilihan


def execute(filters: dict | None = None) -> tuple[list[dict], list[dict], str | None]:
	"""Return columns, rows, and what the rows leave out."""
	return show_behind(
		list_behind(read_pilihan(filters), **read_chosen(filters, "kelompok", "hasil", "langkah")),
		("nomor", _("Nomor"), "Data", 170),
		("perihal", _("Perihal"), "Data", 340),
		("tanggal", _("Tanggal"), "Date", 110),
		("kelompok", _("Derajat atau Cara"), "Data", 140),
		("menit", _("Menit Kerja"), "Int", 110),
		("tenggat", _("Tenggat"), "Datetime", 160),
		("selesai_pada", _("Selesai Pada"), "Datetime", 160),
		("hasil", _("Hasil"), "Data", 120),
	)
