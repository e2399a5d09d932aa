"""Report: the Buku Ekspedisi of a period, with the columns of the paper book, of the letters that the user may see.

Sources: SOP 002, 8 and 9; SOP 001 ("Buku ekspedisi / tanda terima").
"""

from frappe import _
from frappe.utils import format_datetime, formatdate

from eoffice_app.ekspedisi.baris import read_baris
from eoffice_app.ekspedisi.keadaan import TIDAK_TERKIRIM
from eoffice_app.laporan.akses import compose_seen
from eoffice_app.laporan.periode import compose_periode, read_periode
from eoffice_app.persuratan.cetak.jurnal import list_columns
from eoffice_app.persuratan.cetak.teks import write_text


def execute(filters: dict | None = None) -> tuple[list[dict], list[dict]]:
	"""Return columns and rows of the letters that caraka took along in the period of the filters."""
	periode = read_periode(filters)
	condition = f"{compose_periode('baris.dikirim_pada')} and {compose_seen('baris.surat_keluar')}"
	rows = read_baris(condition, periode.as_values())
	return _list_columns(), [_describe(row) for row in rows]


def _list_columns() -> list[dict]:
	return list_columns(
		(
			("nomor_urut", _("No. Urut"), "Int", 80),
			("tanggal_pengiriman", _("Tanggal Pengiriman"), "Data", 140),
			("tanggal_surat", _("Tanggal Surat"), "Data", 110),
			("nomor_surat", _("Nomor Surat"), "Data", 190),
			("isi", _("Isi Singkat"), "Data", 260),
			("tujuan", _("Ditujukan Kepada"), "Data", 220),
			("nama_penerima", _("Nama Penerima"), "Data", 160),
			("waktu", _("Waktu"), "Data", 140),
			("hasil", _("Hasil"), "Data", 120),
			("keterangan", _("Keterangan"), "Data", 220),
			("ekspedisi", _("Ekspedisi"), "Link/Ekspedisi", 120),
			("pengiriman", _("Pengiriman Surat"), "Link/Pengiriman Surat", 120),
		)
	)


def _describe(row: dict) -> dict:
	failed = row.hasil == TIDAK_TERKIRIM
	# The book lies on counters: of what is not Biasa it says no more than that.
	isi = _("Surat {0} (perihal tidak dicantumkan)").format(_(row.sifat))
	return {
		"nomor_urut": row.nomor_urut,
		"tanggal_pengiriman": formatdate(row.dikirim_pada),
		"tanggal_surat": formatdate(row.tanggal_surat),
		"nomor_surat": row.nomor_surat,
		"isi": write_text(row.perihal) if row.sifat == "Biasa" else isi,
		"tujuan": write_text(row.tujuan),
		"nama_penerima": row.nama_penerima,
		"waktu": format_datetime(row.waktu) if row.waktu else "",
		"hasil": _(row.hasil) if row.hasil else _("Dalam perjalanan"),
		"keterangan": row.alasan if failed else row.jenis_salinan,
		"ekspedisi": row.ekspedisi,
		"pengiriman": row.pengiriman,
	}
