"""Report: the berita that left by Sanapati on a day, with the sending time.

Source: SOP 003 ("Pengiriman Naskah Berita … mencatat waktu pengiriman di lembar belakang surat asli dan paraf").
"""

from frappe import _

from eoffice_app.persuratan.cetak.jurnal import list_columns, read_jurnal
from eoffice_app.saluran.keadaan import SANAPATI


def execute(filters: dict | None = None) -> tuple[list[dict], list[dict]]:
	"""Return columns and rows of the day in `filters.tanggal`."""
	columns = list_columns(
		(
			("urut", _("No."), "Int", 60),
			("jam", _("Jam"), "Data", 80),
			("nomor_surat", _("Nomor Surat"), "Data", 190),
			("tanggal_surat", _("Tanggal Surat"), "Date", 110),
			("nama_penerima", _("Nama Penerima"), "Data", 220),
			("alamat_sanapati", _("Alamat Sanapati"), "Data", 200),
			("jenis_salinan", _("Jenis Salinan"), "Data", 110),
			("perihal", _("Perihal"), "Data", 240),
			("halaman", _("Jumlah Halaman"), "Int", 120),
			("operator", _("Operator"), "Data", 170),
		)
	)
	return columns, read_jurnal(SANAPATI, (filters or {}).get("tanggal"))
