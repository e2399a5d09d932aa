"""The moments of a letter between which the SOPs set a standard time, and the columns that keep them. No database here."""

from datetime import datetime

SURAT_MASUK, SURAT_KELUAR, PENGIRIMAN = "Surat Masuk", "Surat Keluar", "Pengiriman Surat"
# Kind of document → its moments, in the order in which they come → the column of Waktu Surat.
PERISTIWA = {
	SURAT_MASUK: {
		"Surat diterima": "menit_diterima",
		"Surat dicatat": "menit_dicatat",
		"Surat diverifikasi": "menit_diverifikasi",
		"Surat sampai di tujuan": "menit_sampai",
		"Disposisi pertama ditulis": "menit_didisposisikan",
		"Disposisi pertama dibaca": "menit_dibaca",
		"Surat selesai": "menit_selesai",
		"Surat diarsipkan": "menit_diarsipkan",
	},
	SURAT_KELUAR: {
		"Konsep dibuat": "menit_dibuat",
		"Konsep diajukan": "menit_diajukan",
		"Konsep lengkap paraf": "menit_diparaf",
		"Surat ditandatangani": "menit_ditandatangani",
		"Surat bernomor": "menit_bernomor",
		"Surat terkirim": "menit_terkirim",
		"Surat diarsipkan": "menit_diarsipkan",
	},
	PENGIRIMAN: {
		"Salinan siap dikirim": "menit_siap",
		"Salinan dikirim": "menit_dikirim",
		"Salinan diterima": "menit_diserahkan",
	},
}
KOLOM_MENIT = tuple(dict.fromkeys(column for moments in PERISTIWA.values() for column in moments.values()))

BERJALAN, TEPAT_WAKTU, TERLAMBAT = "Berjalan", "Tepat Waktu", "Terlambat"
TANPA_TENGGAT, DITUTUP = "Tanpa Tenggat", "Ditutup"
# What the verifier found of an item of the checklist.
SESUAI, TIDAK_SESUAI = "Sesuai", "Tidak Sesuai"


def judge(tuntas: bool, selesai: datetime | None, tenggat: datetime | None, ditutup: bool) -> str:
	"""Return what became of a document: still under way, closed without result, or finished in time or not.

	:param tuntas: whether it is finished
	:param selesai: moment at which it was, None where nobody kept that
	:param tenggat: moment until which it was to be, None where there is no limit
	"""
	if ditutup:
		return DITUTUP
	if not tuntas:
		return BERJALAN
	if not (selesai and tenggat):
		return TANPA_TENGGAT
	return TEPAT_WAKTU if selesai <= tenggat else TERLAMBAT
