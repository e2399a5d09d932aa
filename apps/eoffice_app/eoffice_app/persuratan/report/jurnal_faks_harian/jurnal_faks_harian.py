"""Report: what was sent by fax on a day, with time, pages and operator.

Source: SOP 001, 5 ("mencetak jurnal pengiriman dan mencatatnya di buku laporan harian fax").
"""

from frappe import _

from eoffice_app.persuratan.cetak.jurnal import list_columns, read_jurnal
from eoffice_app.saluran.keadaan import FAKS


def execute(filters: dict | None = None) -> tuple[list[dict], list[dict]]:
	"""Return columns and rows of the day in `filters.tanggal`."""
	columns = list_columns(
		(
			("urut", _("No."), "Int", 60),
			("jam", _("Jam"), "Data", 80),
			("nomor_surat", _("Nomor Surat"), "Data", 190),
			("tanggal_surat", _("Tanggal Surat"), "Date", 110),
			("nama_penerima", _("Nama Penerima"), "Data", 220),
			("faks", _("Nomor Faks"), "Data", 130),
			("perihal", _("Perihal"), "Data", 260),
			("halaman", _("Jumlah Halaman"), "Int", 120),
			("operator", _("Operator"), "Data", 170),
			("hasil", _("Hasil"), "Data", 180),
		)
	)
	return columns, read_jurnal(FAKS, (filters or {}).get("tanggal"))
