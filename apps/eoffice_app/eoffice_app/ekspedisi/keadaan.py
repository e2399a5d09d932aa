"""The states of a run and what can come of one of its letters; the words that DocTypes, phone page and papers share."""

# Put together by the clerk; with the caraka; back at the office with its receipts; closed by the clerk.
DISIAPKAN, BERJALAN, KEMBALI, DITUTUP = "Disiapkan", "Berjalan", "Diserahkan Kembali", "Ditutup"
BATAL = "Batal"
# While a run is in one of these the caraka's phone may still send what it keeps.
MENERIMA_CATATAN = (BERJALAN, KEMBALI)

DITERIMA, TIDAK_TERKIRIM = "Diterima", "Tidak Terkirim"
# What becomes of an undelivered letter when its run is closed.
KIRIM_ULANG, SELESAI = "Kirim Ulang", "Selesai"

PERAN_CARAKA = "Caraka"
