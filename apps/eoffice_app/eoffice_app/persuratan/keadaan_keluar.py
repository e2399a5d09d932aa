"""The states of outgoing letters whose names the server's rules rely on. An office may add others between them."""

KONSEP = "Konsep"
MENUNGGU_PARAF = "Menunggu Paraf"
MENUNGGU_TANDA_TANGAN = "Menunggu Tanda Tangan"
DITANDATANGANI = "Ditandatangani"
BERNOMOR = "Bernomor"
TERKIRIM = "Terkirim"
DIARSIPKAN = "Diarsipkan"
DIKEMBALIKAN = "Dikembalikan"
BATAL = "Batal"

# The draft is with its drafter.
DI_PENYUSUN = (KONSEP, DIKEMBALIKAN)
# From which states each one is entered.
SEBELUM = {
	MENUNGGU_PARAF: (*DI_PENYUSUN, MENUNGGU_TANDA_TANGAN),
	MENUNGGU_TANDA_TANGAN: (*DI_PENYUSUN, MENUNGGU_PARAF),
	DIKEMBALIKAN: (MENUNGGU_PARAF, MENUNGGU_TANDA_TANGAN),
	BATAL: (*DI_PENYUSUN, DITANDATANGANI, BERNOMOR),
	DITANDATANGANI: (MENUNGGU_TANDA_TANGAN,),
	# A delivery that comes back opens a sent letter again.
	BERNOMOR: (DITANDATANGANI, TERKIRIM),
	TERKIRIM: (BERNOMOR,),
	DIARSIPKAN: (TERKIRIM,),
}
# The letter is signed: it has its operator, who numbers, sends and files it.
SESUDAH_TANDA_TANGAN = (DITANDATANGANI, BERNOMOR, TERKIRIM, DIARSIPKAN)
KEADAAN_AKHIR = (DIARSIPKAN, BATAL)
# A reason stands on the letter in these, and goes when it leaves them.
BERALASAN = (DIKEMBALIKAN, BATAL)
