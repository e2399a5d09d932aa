"""The texts that the scripts of the caraka's page show, by the keys under which they ask for them."""

from frappe import _


def get_teks() -> dict[str, str]:
	"""Return the texts in the language of the user."""
	return {
		"Asli": _("Asli"),
		"Tindasan": _("Tindasan"),
		"Tembusan": _("Tembusan"),
		"Diterima": _("Diterima"),
		"Tidak Terkirim": _("Tidak Terkirim"),
		**_get_keadaan(),
		**_get_daftar(),
		**_get_isian(),
	}


def _get_keadaan() -> dict[str, str]:
	return {
		"tersambung": _("Tersambung"),
		"luring": _("Tanpa jaringan, tetap dapat dipakai"),
		"sesi": _("Sesi berakhir. Masuk lagi agar catatan terkirim; tidak ada yang hilang"),
		"bukan_caraka": _("Akun ini tidak berperan Caraka. Hubungi petugas persuratan"),
		"gangguan": _("Server sedang terganggu. Catatan dikirim lagi nanti"),
		"menunggu": _("{0} catatan menunggu dikirim"),
		"belum_diantar": _("Belum diantar"),
		"tersimpan": _("{0}: tersimpan di ponsel, menunggu jaringan"),
		"terkirim": _("{0}: catatan terkirim"),
		"ditolak": _("Catatan ditolak kantor"),
	}


def _get_daftar() -> dict[str, str]:
	return {
		"judul_ekspedisi": _("Ekspedisi {0}, {1}"),
		"kemajuan": _("{0} dari {1} surat selesai"),
		"untuk": _("untuk {0}"),
		"kaki": _("{0}. Daftar per {1}."),
		"kembali_kini": _("Semua surat sudah ada hasilnya. Serahkan buku dan sisa surat kepada petugas."),
		"kembali_nanti": _(
			"Semua surat sudah ada hasilnya. Ekspedisi dapat diserahkan kembali setelah semua catatan terkirim."
		),
		"sudah_kembali": _("Ekspedisi {0} sudah diserahkan kembali."),
		"gagal_kembali": _("Belum berhasil. Coba lagi saat ada jaringan."),
		"milik_lain": _("{0} catatan milik akun {1} belum terkirim. Masuk dengan akun itu agar terkirim."),
		"tanpa_https": _(
			"Alamat ini tidak memakai https, sehingga kamera dan pemakaian tanpa jaringan tidak tersedia."
		),
		"ditolak_surat": _("Surat {0} untuk {1}"),
		"ditolak_isi": _("Catatan Anda: {0}, {1}."),
		"ditolak_tanpa_pesan": _("Kantor menolak catatan ini. Sampaikan kepada petugas persuratan."),
		"yakin_hapus": _(
			"Catatan ini akan dihapus dari ponsel dan tidak dapat dikembalikan. Sudahkah Anda menunjukkannya kepada petugas?"
		),
		"yakin_keluar": _(
			"Masih ada {0} catatan di ponsel ini yang belum terkirim. Catatan itu tetap tersimpan dan baru terkirim setelah Anda masuk kembali. Keluar?"
		),
	}


def _get_isian() -> dict[str, str]:
	return {
		"melalui": _("melalui {0}"),
		"dipindai": _("QR salinan ini sudah dipindai."),
		"catatan_tersimpan": _("{0} catatan tersimpan di ponsel."),
		"isi_nama": _("Isi nama penerima surat."),
		"isi_tanda_tangan": _("Minta penerima menandatangani di kotak tanda tangan."),
		"isi_alasan": _("Isi alasan surat tidak terkirim."),
		"foto_rusak": _("Foto tidak dapat dibaca. Ambil kembali, atau simpan tanpa foto."),
		"ponsel_penuh": _(
			"Catatan belum tersimpan: memori ponsel penuh. Hapus berkas lain, lalu simpan kembali."
		),
		"tanpa_kamera": _("Kamera tidak dapat dipakai. Ketik kode yang tercetak di bawah QR."),
		"qr_beberapa_alamat": _(
			"Surat ini Anda bawa untuk beberapa alamat. Kembali ke daftar, lalu pilih alamatnya."
		),
		"qr_kantor_lain": _("QR ini milik kantor lain. Pindai QR pada salinan surat yang Anda bawa."),
		"qr_ekspedisi_lain": _(
			"Surat dengan QR atau kode ini tidak ada dalam ekspedisi Anda. Periksa kembali suratnya."
		),
	}
