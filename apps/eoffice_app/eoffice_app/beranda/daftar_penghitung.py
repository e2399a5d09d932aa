"""What waits for whom: the counters of each workspace, as plain filters of Frappe's lists.

A counter is the number of rows that its list shows to the one who opens it, so that a press on it opens exactly them.
"""

from collections.abc import Callable
from dataclasses import dataclass

from frappe.utils import add_days

from eoffice_app.beranda.kelengkapan import list_lowong
from eoffice_app.beranda.meja import Meja
from eoffice_app.hak_akses.aturan import SIFAT_RAHASIA
from eoffice_app.loket.keadaan import BARU, FORMULIR_WEB, LEWAT_SUREL, PORTAL
from eoffice_app.persuratan import keadaan, keadaan_keluar
from eoffice_app.persuratan.disposisi.lewat_batas import compose_late_filter
from eoffice_app.saluran.keadaan import MENUNGGU, TIDAK_TERKIRIM
from eoffice_app.surel_masuk.kotak import TERGANGGU

BIASA, PENTING, GAWAT = "biasa", "penting", "gawat"
BERJALAN = [
	keadaan.DITERIMA,
	keadaan.DIVERIFIKASI,
	keadaan.MENUNGGU_DISPOSISI,
	keadaan.DIDISPOSISIKAN,
]
BELUM_DIPUTUSKAN = "Belum Diputuskan"
# Days ahead that a calendar, or the end of a holding, is told of.
SEMINGGU, DUA_MINGGU = 7, 14


@dataclass(frozen=True)
class Penghitung:
	"""One counter: what it is called, of which DocType, by which filters, how urgent, and what to say where it is zero.

	`saringan` gives the filters for a desk, by field or as a list where one field has two of them, or None where the
	counter has no meaning there."""

	judul: str
	doctype: str
	saringan: Callable[[Meja], dict | list | None]
	tingkat: str
	kosong: str


def _always(**filters) -> Callable[[Meja], dict]:
	return lambda meja: filters


def _of_own_posts(field: str, **filters) -> Callable[[Meja], dict | None]:
	return lambda meja: {field: ["in", list(meja.jabatan)], **filters} if meja.jabatan else None


def _overdue_disposisi(field: str) -> Callable[[Meja], dict | None]:
	def compose(meja: Meja) -> dict | None:
		open_until_today = {
			"status": ["in", list(keadaan.DISPOSISI_DIKERJAKAN)],
			"batas_waktu": compose_late_filter(meja.hari_ini),
		}
		return {field: ["in", list(meja.jabatan)], **open_until_today} if meja.jabatan else None

	return compose


def _overdue_letters(meja: Meja) -> list[list]:
	# Frappe's "<" finds what has none, too: a degree may be without a limit.
	return [["workflow_state", "in", BERJALAN], ["tenggat", "is", "set"], ["tenggat", "<", meja.sekarang]]


def _of_head(**filters) -> Callable[[Meja], dict | None]:
	return lambda meja: {"tujuan": meja.pimpinan, **filters} if meja.pimpinan else None


def _for_paraf(meja: Meja) -> dict | None:
	if not (meja.paraf_sekretaris and meja.pimpinan and meja.sekretaris in meja.jabatan):
		return None
	return {
		"tujuan": meja.pimpinan,
		"workflow_state": keadaan.DIVERIFIKASI,
		"sifat": ["not in", list(SIFAT_RAHASIA)],
		"paraf_pada": ["is", "not set"],
	}


def _events(posts: Callable[[Meja], tuple], **filters) -> Callable[[Meja], dict | None]:
	def compose(meja: Meja) -> dict | None:
		days = [str(meja.hari_ini), str(add_days(meja.hari_ini, SEMINGGU))]
		return {"jabatan": ["in", list(posts(meja))], "mulai": ["between", days], **filters}

	return lambda meja: compose(meja) if posts(meja) else None


def _own_posts(meja: Meja) -> tuple:
	return meja.jabatan


def _post_of_head(meja: Meja) -> tuple:
	return (meja.pimpinan,) if meja.pimpinan else ()


SURAT_LEWAT_TENGGAT = Penghitung(
	"Surat Lewat Tenggat",
	"Surat Masuk",
	_overdue_letters,
	GAWAT,
	"Semua surat masih dalam batas waktunya.",
)
MENUNGGU_VERIFIKASI = Penghitung(
	"Menunggu Verifikasi",
	"Surat Masuk",
	_always(workflow_state=keadaan.DITERIMA),
	PENTING,
	"Semua surat sudah diverifikasi.",
)
MENUNGGU_DISPOSISI_SAYA = Penghitung(
	"Menunggu Disposisi Saya",
	"Surat Masuk",
	_of_own_posts("tujuan", workflow_state=keadaan.MENUNGGU_DISPOSISI),
	PENTING,
	"Tidak ada surat yang menunggu disposisi Anda.",
)
KONSEP_MENUNGGU = Penghitung(
	"Konsep Menunggu Saya",
	"Surat Keluar",
	_of_own_posts(
		"menunggu_jabatan",
		workflow_state=["in", [keadaan_keluar.MENUNGGU_PARAF, keadaan_keluar.MENUNGGU_TANDA_TANGAN]],
	),
	PENTING,
	"Tidak ada konsep yang menunggu paraf atau tanda tangan Anda.",
)
UMPAN_BALIK = Penghitung(
	"Umpan Balik untuk Diperiksa",
	"Disposisi",
	_of_own_posts("dari", status=keadaan.DISPOSISI_DILAPORKAN),
	PENTING,
	"Tidak ada umpan balik yang menunggu Anda.",
)
BAWAHAN_LEWAT_BATAS = Penghitung(
	"Disposisi Saya Lewat Batas",
	"Disposisi",
	_overdue_disposisi("dari"),
	GAWAT,
	"Semua disposisi Anda dikerjakan dalam batas waktunya.",
)

OPERATOR = (
	Penghitung(
		"Pengajuan Loket",
		"Pengajuan Surat",
		_always(keadaan=BARU, asal=["in", [FORMULIR_WEB, PORTAL]]),
		PENTING,
		"Semua pengajuan dari loket dan portal sudah didaftarkan.",
	),
	Penghitung(
		"Surel Masuk",
		"Pengajuan Surat",
		_always(keadaan=BARU, asal=["in", list(LEWAT_SUREL)]),
		PENTING,
		"Semua surel dan berita Sanapati sudah didaftarkan.",
	),
	MENUNGGU_VERIFIKASI,
	Penghitung(
		"Siap Diteruskan",
		"Surat Masuk",
		_always(workflow_state=keadaan.DIVERIFIKASI),
		PENTING,
		"Semua surat yang diverifikasi sudah diteruskan.",
	),
	Penghitung(
		"Siap Diarsipkan",
		"Surat Masuk",
		_always(workflow_state=keadaan.SELESAI),
		BIASA,
		"Semua surat yang selesai sudah diarsipkan.",
	),
	Penghitung(
		"Menunggu Nomor",
		"Surat Keluar",
		_always(workflow_state=keadaan_keluar.DITANDATANGANI),
		PENTING,
		"Semua surat yang ditandatangani sudah bernomor.",
	),
	Penghitung(
		"Belum Dikirim",
		"Pengiriman Surat",
		_always(keadaan=MENUNGGU),
		PENTING,
		"Semua surat keluar sudah dikirim.",
	),
	Penghitung(
		"Gagal Terkirim",
		"Pengiriman Surat",
		_always(keadaan=TIDAK_TERKIRIM),
		GAWAT,
		"Tidak ada kiriman yang gagal atau kembali.",
	),
	SURAT_LEWAT_TENGGAT,
)
VERIFIKATOR = (
	MENUNGGU_VERIFIKASI,
	Penghitung(
		"Belum Didisposisikan",
		"Surat Masuk",
		_always(workflow_state=keadaan.MENUNGGU_DISPOSISI),
		BIASA,
		"Semua surat yang diteruskan sudah didisposisikan.",
	),
	SURAT_LEWAT_TENGGAT,
)
MEJA_SAYA = (
	MENUNGGU_DISPOSISI_SAYA,
	Penghitung(
		"Disposisi Baru",
		"Disposisi",
		_of_own_posts("kepada", status=keadaan.DISPOSISI_TERKIRIM),
		PENTING,
		"Semua disposisi kepada Anda sudah dibaca.",
	),
	Penghitung(
		"Disposisi Dikerjakan",
		"Disposisi",
		_of_own_posts("kepada", status=["in", [keadaan.DISPOSISI_DIBACA, keadaan.DISPOSISI_DITINDAKLANJUTI]]),
		BIASA,
		"Tidak ada disposisi yang sedang Anda kerjakan.",
	),
	Penghitung(
		"Tugas Lewat Batas",
		"Disposisi",
		_overdue_disposisi("kepada"),
		GAWAT,
		"Tidak ada tugas Anda yang lewat batas.",
	),
	UMPAN_BALIK,
	KONSEP_MENUNGGU,
	Penghitung(
		"Konsep Saya",
		"Surat Keluar",
		_of_own_posts("jabatan_penyusun", workflow_state=["in", list(keadaan_keluar.DI_PENYUSUN)]),
		BIASA,
		"Tidak ada konsep yang masih Anda susun.",
	),
)
PIMPINAN = (
	MENUNGGU_DISPOSISI_SAYA,
	KONSEP_MENUNGGU,
	UMPAN_BALIK,
	BAWAHAN_LEWAT_BATAS,
	Penghitung(
		"Acara Sepekan",
		"Agenda Pimpinan",
		_events(_own_posts),
		BIASA,
		"Tidak ada undangan dalam tujuh hari ini.",
	),
	SURAT_LEWAT_TENGGAT,
)
SEKRETARIS = (
	Penghitung(
		"Menunggu Paraf Saya",
		"Surat Masuk",
		_for_paraf,
		PENTING,
		"Tidak ada surat yang menunggu paraf Anda.",
	),
	Penghitung(
		"Di Meja Pimpinan",
		"Surat Masuk",
		_of_head(workflow_state=keadaan.MENUNGGU_DISPOSISI),
		BIASA,
		"Semua surat kepada pimpinan sudah didisposisikan.",
	),
	Penghitung(
		"Lama Menunggu Pimpinan",
		"Surat Masuk",
		_of_own_posts("dieskalasi_kepada", workflow_state=keadaan.MENUNGGU_DISPOSISI),
		GAWAT,
		"Tidak ada surat yang terlalu lama menunggu disposisi.",
	),
	Penghitung(
		"Acara Pimpinan Sepekan",
		"Agenda Pimpinan",
		_events(_post_of_head),
		BIASA,
		"Pimpinan tidak mempunyai undangan dalam tujuh hari ini.",
	),
	Penghitung(
		"Kehadiran Belum Diputuskan",
		"Agenda Pimpinan",
		_events(_post_of_head, kehadiran=BELUM_DIPUTUSKAN),
		PENTING,
		"Kehadiran pimpinan pada semua undangan sudah diputuskan.",
	),
	KONSEP_MENUNGGU,
)
PENGELOLA = (
	Penghitung(
		"Jabatan Lowong",
		"Jabatan",
		lambda meja: {"name": ["in", list_lowong(meja.hari_ini)]},
		PENTING,
		"Semua jabatan ada pemangkunya.",
	),
	Penghitung(
		"Pemangku Segera Berakhir",
		"Pemangku Jabatan",
		lambda meja: {"sampai": ["between", [str(meja.hari_ini), str(add_days(meja.hari_ini, DUA_MINGGU))]]},
		BIASA,
		"Tidak ada pemangku yang berakhir dalam dua pekan.",
	),
	Penghitung(
		"Pegawai tanpa Akun",
		"Pegawai",
		_always(user=["is", "not set"], aktif=1),
		BIASA,
		"Semua pegawai mempunyai akun.",
	),
	Penghitung(
		"Kotak Surat Terganggu",
		"Kotak Surat Masuk",
		_always(aktif=1, keadaan=TERGANGGU),
		GAWAT,
		"Semua kotak surat berjalan lancar.",
	),
)

# Workspace → its counters, in the order in which they stand.
PENGHITUNG = {
	"Operator": OPERATOR,
	"Verifikator": VERIFIKATOR,
	"Meja Saya": MEJA_SAYA,
	"Pimpinan": PIMPINAN,
	"Sekretaris": SEKRETARIS,
	"Pengelola": PENGELOLA,
}
