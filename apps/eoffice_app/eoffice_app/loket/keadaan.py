"""The states of a submission, and the doors it may come through, as the database has them."""

BARU, DITERIMA, DIKEMBALIKAN = "Baru", "Diterima", "Dikembalikan"
FORMULIR_WEB, SURAT_ELEKTRONIK, SANAPATI, PORTAL = "Formulir Web", "Surat Elektronik", "Sanapati", "Portal"
# What comes by mail is taken as it is: nobody sits before it who could mend it.
LEWAT_SUREL = (SURAT_ELEKTRONIK, SANAPATI)
BELUM_DISORTIR, PERLU_DICETAK, TIDAK_DICETAK = "Belum Disortir", "Perlu Dicetak", "Tidak Dicetak"
