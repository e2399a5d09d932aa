"""The masters every office starts with: created if absent, never overwritten, edited in the desk."""

from collections.abc import Iterable

import frappe

# Code, name, kind, and whether the book is for secret letters alone.
BUKU_AGENDA = (
	("SM", "Surat Masuk", "Masuk", 0),
	("SMR", "Surat Masuk Rahasia", "Masuk", 1),
	("BM", "Berita Masuk (Sanapati)", "Masuk", 0),
	("ND", "Nota Dinas", "Masuk", 0),
	("SK", "Surat Keluar", "Keluar", 0),
	("SKR", "Surat Keluar Rahasia", "Keluar", 1),
	("BK", "Berita Keluar (Sanapati)", "Berita Keluar", 0),
	("BKR", "Berita Keluar Rahasia (Sanapati)", "Berita Keluar", 1),
)

# Deadlines count from receipt; offices change the figures, so they are only a beginning.
DERAJAT_SURAT = (
	("Biasa", 1, 5, "Hari Kerja"),
	("Segera", 2, 48, "Jam"),
	("Sangat Segera", 3, 24, "Jam"),
)

SALURAN_PENERIMAAN = (
	"Fisik",
	"Pos",
	"Caraka",
	"Surel",
	"Sanapati",
	"Faks",
	"Formulir Web",
	"SRIKANDI",
)

INSTRUKSI_DISPOSISI = (
	"Untuk diketahui",
	"Tanggapan dan saran",
	"Proses lebih lanjut",
	"Koordinasikan/konfirmasikan",
	"Tindak lanjuti",
	"Siapkan bahan",
	"Hadiri/wakili",
	"Jadwalkan",
	"Arsipkan",
	"Ikuti petunjuk",
)

# Sentences that an official puts under a disposisi with one touch at Meja Pimpinan.
FRASA_CATATAN = (
	"Mohon segera ditindaklanjuti",
	"Pelajari dan laporkan hasilnya",
	"Bicarakan dengan saya",
	"Wakili saya dan laporkan hasilnya",
	"Siapkan bahan rapat",
	"Koordinasikan dengan bidang terkait",
	"Sesuai ketentuan yang berlaku",
	"Cek kebenarannya",
)

# The head groups of the national classification of archives; an office imports the rest of the list.
KLASIFIKASI_ARSIP = (
	("000", "Umum"),
	("100", "Pemerintahan"),
	("200", "Politik"),
	("300", "Keamanan dan Ketertiban"),
	("400", "Kesejahteraan Rakyat"),
	("500", "Perekonomian"),
	("600", "Pekerjaan Umum dan Ketenagaan"),
	("700", "Pengawasan"),
	("800", "Kepegawaian"),
	("900", "Keuangan"),
)

# What SOP 000 asks of a letter that is entered: item, and whether a letter that fails it cannot be verified.
BUTIR_VERIFIKASI = (
	("Tujuan surat benar", 1),
	("Surat pengantar sampai tanda tangan terbaca pada scan", 1),
	("Nomor, tanggal dan pengirim sesuai dengan scan", 1),
	("Lampiran lengkap", 0),
)

# Series of outgoing letters' numbers: code, name, scope, pattern. Secret letters count for themselves, so that no number
# seems to be missing to the others.
DERET_NOMOR = (
	("SURAT", "Surat Keluar", "Kantor", "{klasifikasi}/{urut}/{unit}/{tahun}"),
	(
		"SURAT-RAHASIA",
		"Surat Keluar Rahasia",
		"Kantor",
		"{sifat}-{urut}/{unit}/{klasifikasi}/{bulan}/{tahun}",
	),
	("KEPUTUSAN", "Keputusan dan Instruksi", "Jenis", "{urut} TAHUN {tahun}"),
	("NOTA-DINAS", "Nota Dinas dan Memorandum", "Unit", "{urut}/ND/{unit}/{bulan_romawi}/{tahun}"),
)


# Ways of sending: name, how the app goes about it, whether secret letters may go by it, whether it waits for nobody,
# work days until the operator is reminded. Source: SOP 001 (fax), 002 (caraka, e-mail), 003 (Sanapati).
SALURAN_PENGIRIMAN = (
	("Internal", "Internal", 1, 1, 1),
	("Caraka", "Caraka", 1, 0, 2),
	("Surel", "Surel", 0, 0, 1),
	("Sanapati", "Sanapati", 1, 0, 1),
	("Faks", "Faks", 0, 0, 1),
	("SRIKANDI", "SRIKANDI", 0, 0, 2),
	("Pos", "Pos", 0, 0, 5),
)

# Class of addressee, kind of Instansi it stands for where none is named, way, second way, through whom, and whether
# with a covering letter and a receipt. Source: SOP 002, 7.
ATURAN_PENGIRIMAN = (
	("Gubernur", "", "Caraka", "", "Bagian Umum", 1, 1),
	("Bupati/Wali Kota", "", "Caraka", "", "Bagian Umum", 1, 1),
	("Sekretaris Daerah", "", "Caraka", "", "Bagian Umum", 1, 1),
	("Asisten", "", "Caraka", "", "Bagian Umum", 0, 1),
	("Kepala Perangkat Daerah", "Perangkat Daerah", "Surel", "Caraka", "", 0, 1),
	("Pemerintah Daerah Lain", "Pemerintah Daerah Lain", "Surel", "Pos", "", 0, 0),
	("Kementerian/Lembaga", "Kementerian/Lembaga", "SRIKANDI", "Surel", "", 0, 0),
	("Desa/Kelurahan", "Desa/Kelurahan", "Surel", "Caraka", "", 0, 1),
	("Swasta", "Swasta", "Surel", "Pos", "", 0, 0),
	("Organisasi", "Organisasi", "Surel", "Pos", "", 0, 0),
	("Perorangan", "Perorangan", "Surel", "Pos", "", 0, 0),
	("Lainnya", "Lainnya", "Surel", "Pos", "", 0, 0),
)

# What the counter on the web offers: name, what it says to the sender, and the service's own questions (question, kind,
# whether it must be answered, hint). Source: SOP 000 (ketentuan upload), 003 (permohonan data statistik sektoral).
LAYANAN_LOKET = (
	(
		"Kirim Surat",
		"Untuk instansi dan warga yang berkirim surat kepada kantor ini. Siapkan scan surat lengkap, dari surat pengantar sampai tanda tangan, beserta lampirannya.",
		(),
	),
	(
		"Permohonan Data",
		"Untuk meminta data statistik sektoral. Siapkan surat permohonan yang sudah ditandatangani.",
		(
			("Data yang diminta", "Small Text", 1, "Sebutkan jenis data, wilayah dan rinciannya."),
			("Periode data", "Data", 1, "Misalnya 2021 sampai 2025."),
			("Kegunaan data", "Small Text", 1, "Misalnya penelitian, perencanaan, atau berita."),
		),
	),
)


def create_master() -> None:
	"""Create the default agenda books, head groups of the classification, series of numbers, degrees, checklist, channels, instructions and services that the site does not have yet."""
	create_klasifikasi_arsip()
	create_layanan_loket()
	create_frasa_catatan()
	create_buku_agenda()
	create_deret_nomor()
	create_saluran_pengiriman()
	create_absent(
		"Derajat Surat",
		"derajat",
		(
			{"derajat": derajat, "urutan": urutan, "batas_jumlah": jumlah, "batas_satuan": satuan}
			for derajat, urutan, jumlah, satuan in DERAJAT_SURAT
		),
	)
	create_absent(
		"Butir Verifikasi",
		"butir",
		(
			{"butir": butir, "urutan": urutan, "wajib": wajib}
			for urutan, (butir, wajib) in enumerate(BUTIR_VERIFIKASI, start=1)
		),
	)
	create_absent("Saluran Penerimaan", "saluran", ({"saluran": saluran} for saluran in SALURAN_PENERIMAAN))
	create_absent(
		"Instruksi Disposisi",
		"instruksi",
		(
			{"instruksi": instruksi, "urutan": urutan}
			for urutan, instruksi in enumerate(INSTRUKSI_DISPOSISI, start=1)
		),
	)


def create_frasa_catatan() -> None:
	"""Create the phrases for notes that the site does not have yet."""
	create_absent(
		"Frasa Catatan",
		"frasa",
		({"frasa": frasa, "urutan": urutan} for urutan, frasa in enumerate(FRASA_CATATAN, start=1)),
	)


def create_buku_agenda() -> None:
	"""Create the default agenda books that the site does not have yet."""
	create_absent(
		"Buku Agenda",
		"kode",
		(
			{"kode": kode, "nama_buku": nama, "jenis": jenis, "rahasia": rahasia}
			for kode, nama, jenis, rahasia in BUKU_AGENDA
		),
	)


def create_deret_nomor() -> None:
	"""Create the default series of outgoing letters' numbers that the site does not have yet."""
	create_absent(
		"Deret Nomor",
		"kode",
		(
			{"kode": kode, "nama_deret": nama, "lingkup": lingkup, "pola": pola}
			for kode, nama, lingkup, pola in DERET_NOMOR
		),
	)


def create_saluran_pengiriman() -> None:
	"""Create the ways of sending, and the rules by which one is proposed, that the site does not have yet."""
	create_absent(
		"Saluran Pengiriman",
		"nama_saluran",
		(
			{
				"nama_saluran": nama,
				"cara": cara,
				"urutan": urutan,
				"untuk_rahasia": rahasia,
				"otomatis": otomatis,
				"hari_batas": hari,
			}
			for urutan, (nama, cara, rahasia, otomatis, hari) in enumerate(SALURAN_PENGIRIMAN, start=1)
		),
	)
	create_absent(
		"Aturan Pengiriman",
		"golongan",
		(
			{
				"golongan": golongan,
				"jenis_instansi": jenis,
				"saluran": saluran,
				"saluran_cadangan": cadangan,
				"melalui": melalui,
				"perlu_surat_pengantar": pengantar,
				"perlu_tanda_terima": tanda_terima,
			}
			for golongan, jenis, saluran, cadangan, melalui, pengantar, tanda_terima in ATURAN_PENGIRIMAN
		),
	)


def create_klasifikasi_arsip() -> None:
	"""Create the head groups of the classification."""
	create_absent(
		"Klasifikasi Arsip", "kode", ({"kode": kode, "uraian": uraian} for kode, uraian in KLASIFIKASI_ARSIP)
	)


def create_layanan_loket() -> None:
	"""Create the services of the counter that the site does not have yet."""
	columns = ("label", "jenis", "wajib", "keterangan")
	create_absent(
		"Layanan Loket",
		"nama",
		(
			{
				"nama": nama,
				"urutan": urutan,
				"keterangan": keterangan,
				"isian": [dict(zip(columns, row, strict=True)) for row in isian],
			}
			for urutan, (nama, keterangan, isian) in enumerate(LAYANAN_LOKET, start=1)
		),
	)


def create_absent(doctype: str, key: str, rows: Iterable[dict]) -> None:
	"""Insert the rows whose `key` value no document of the doctype has yet; leave the others as they are."""
	for row in rows:
		if not frappe.db.exists(doctype, {key: row[key]}):
			frappe.get_doc({"doctype": doctype, **row}).insert(ignore_permissions=True)
