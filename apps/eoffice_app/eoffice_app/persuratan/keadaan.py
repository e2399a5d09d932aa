"""The states of letters and disposisi whose names the server's rules rely on. An office may add others between them."""

DITERIMA = "Diterima"
DIVERIFIKASI = "Diverifikasi"
MENUNGGU_DISPOSISI = "Menunggu Disposisi"
DIDISPOSISIKAN = "Didisposisikan"
SELESAI = "Selesai"
DIARSIPKAN = "Diarsipkan"
DIKEMBALIKAN = "Dikembalikan"
DITOLAK = "Ditolak"
DIBATALKAN = "Dibatalkan"

# SOP 000, Note: a letter below the standard is returned or refused; the verifikator may cancel one.
KEADAAN_DITUTUP = (DIKEMBALIKAN, DITOLAK, DIBATALKAN)
KEADAAN_AKHIR = (DIARSIPKAN, *KEADAAN_DITUTUP)
# Nothing waits on such a letter any more.
KEADAAN_TUNTAS = (SELESAI, *KEADAAN_AKHIR)
# Content may still be corrected here; afterwards officials have acted on what it said.
KEADAAN_DAPAT_DIUBAH = (DITERIMA, DIVERIFIKASI)

DISPOSISI_TERKIRIM = "Terkirim"
DISPOSISI_DIBACA = "Dibaca"
DISPOSISI_DITINDAKLANJUTI = "Ditindaklanjuti"
DISPOSISI_DILAPORKAN = "Dilaporkan"
DISPOSISI_SELESAI = "Selesai"
DISPOSISI_DITARIK = "Ditarik"

# Work waits with the recipient; once reported it waits with the one above; closed, with nobody.
DISPOSISI_DIKERJAKAN = (DISPOSISI_TERKIRIM, DISPOSISI_DIBACA, DISPOSISI_DITINDAKLANJUTI)
DISPOSISI_TERTUTUP = (DISPOSISI_SELESAI, DISPOSISI_DITARIK)

PENANGGUNG_JAWAB = "Penanggung Jawab"
MEMBANTU = "Membantu"
