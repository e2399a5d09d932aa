"""The states of a delivery, the ways it may go, and what a copy may be: words that rules, lists and papers share."""

MENUNGGU = "Menunggu"
DALAM_PENGIRIMAN = "Dalam Pengiriman"
TERKIRIM = "Terkirim"
TIDAK_TERKIRIM = "Tidak Terkirim"
BATAL = "Batal"

# Somebody still has something to do.
TERBUKA = (MENUNGGU, DALAM_PENGIRIMAN, TIDAK_TERKIRIM)
# It has not gone yet, or came back: its way may be chosen anew.
DAPAT_DIUBAH = (MENUNGGU, TIDAK_TERKIRIM)

SUREL = "Surel"
SANAPATI = "Sanapati"
FAKS = "Faks"
SRIKANDI = "SRIKANDI"
POS = "Pos"
CARAKA = "Caraka"
INTERNAL = "Internal"

ASLI, TINDASAN, TEMBUSAN = "Asli", "Tindasan", "Tembusan"
JABATAN, INSTANSI = "Jabatan", "Instansi"
