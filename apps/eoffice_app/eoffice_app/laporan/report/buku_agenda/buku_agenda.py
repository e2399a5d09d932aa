"""Report: an agenda book of a period, with the columns of the paper book, of the letters that the user may see."""

from frappe import _

from eoffice_app.laporan.buku import BARIS_TERBANYAK, find_buku, read_buku
from eoffice_app.laporan.periode import read_periode
from eoffice_app.persuratan.cetak.jurnal import list_columns
from eoffice_app.persuratan.surat_masuk.buku import MASUK


def execute(filters: dict | None = None) -> tuple:
	"""Return columns and rows of the book `filters.buku`, and a message where it has more than a screen holds."""
	filters = filters or {}
	buku = find_buku(filters.get("buku"))
	rows = read_buku(buku, read_periode(filters))
	columns = _list_masuk() if buku.jenis == MASUK else _list_keluar()
	if len(rows) <= BARIS_TERBANYAK:
		return list_columns(columns), rows
	message = _("Hanya {0} baris pertama. Persempit periodenya untuk melihat yang lain.").format(
		BARIS_TERBANYAK
	)
	# The row says it in what is exported and printed, where the message is not.
	return list_columns(columns), [*rows[:BARIS_TERBANYAK], {"isi": message}], message


def _list_masuk() -> tuple:
	return (
		("nomor_urut", _("No. Urut"), "Int", 80),
		("tanggal_penerimaan", _("Tanggal Penerimaan"), "Data", 140),
		("nomor_surat", _("Nomor Surat"), "Data", 180),
		("tanggal_surat", _("Tanggal Surat"), "Data", 110),
		("pengirim", _("Pengirim"), "Data", 200),
		("isi", _("Isi Singkat"), "Data", 280),
		("lampiran", _("Lampiran"), "Data", 90),
		("klasifikasi", _("Klasifikasi"), "Data", 100),
		("sifat", _("Sifat"), "Data", 80),
		("diteruskan_ke", _("Diteruskan Ke"), "Data", 200),
		("keterangan", _("Keterangan"), "Data", 180),
	)


def _list_keluar() -> tuple:
	return (
		("nomor_urut", _("No. Urut"), "Int", 80),
		("tanggal_pengiriman", _("Tanggal Pengiriman"), "Data", 140),
		("nomor_surat", _("Nomor Surat"), "Data", 200),
		("tanggal_surat", _("Tanggal Surat"), "Data", 110),
		("tujuan", _("Ditujukan Kepada"), "Data", 260),
		("isi", _("Isi Singkat"), "Data", 320),
	)
