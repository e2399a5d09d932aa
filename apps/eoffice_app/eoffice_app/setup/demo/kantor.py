"""The facts of the demo office: a plainly fictional Dinas Kominfo and those who write to it."""

from typing import NamedTuple

DOMAIN = "eoffice.example"

PENGATURAN = {
	"nama_pemerintah": "PEMERINTAH KABUPATEN CONTOH",
	"nama_instansi": "DINAS KOMUNIKASI DAN INFORMATIKA",
	"alamat": "Jalan Kenanga Nomor 1, Sukacontoh 00000",
	"kota": "Sukacontoh",
	"telepon": "(0000) 000001",
	"surel": f"diskominfo@{DOMAIN}",
	"laman": f"diskominfo.{DOMAIN}",
}


class Unit(NamedTuple):
	"""One Unit Kerja; `induk` is the code of the unit above."""

	kode: str
	nama: str
	induk: str | None = None


class Orang(NamedTuple):
	"""One post with the person who holds it; `atasan` is the code of the post that gives it disposisi."""

	jabatan: str
	nama_jabatan: str
	unit: str
	atasan: str | None
	jenis: str
	akun: str
	peran: tuple[str, ...]
	nama: str
	gelar: str
	nip: str
	pangkat: str
	golongan: str


UNIT = (
	Unit("DISKOMINFO", "Dinas Komunikasi dan Informatika"),
	Unit("SEKR", "Sekretariat", "DISKOMINFO"),
	Unit("SUBBAG-UMPEG", "Subbagian Umum dan Kepegawaian", "SEKR"),
	Unit("SUBBAG-RENKEU", "Subbagian Perencanaan dan Keuangan", "SEKR"),
	Unit("BID-IKP", "Bidang Informasi dan Komunikasi Publik", "DISKOMINFO"),
	Unit("SEKSI-INFOPUB", "Seksi Pengelolaan Informasi Publik", "BID-IKP"),
	Unit("SEKSI-MEDIA", "Seksi Kemitraan Media", "BID-IKP"),
	Unit("BID-APTIKA", "Bidang Aplikasi Informatika", "DISKOMINFO"),
	Unit("SEKSI-APLIKASI", "Seksi Pengembangan Aplikasi", "BID-APTIKA"),
	Unit("SEKSI-INFRA", "Seksi Infrastruktur Jaringan", "BID-APTIKA"),
	Unit("BID-STATSANDI", "Bidang Statistik dan Persandian", "DISKOMINFO"),
	Unit("SEKSI-STATISTIK", "Seksi Statistik Sektoral", "BID-STATSANDI"),
	Unit("SEKSI-SANDI", "Seksi Persandian dan Keamanan Informasi", "BID-STATSANDI"),
)

PEJABAT = ("Pejabat",)
STAF = ("Staf",)

# fmt: off
ORANG = (
	Orang("KADIS", "Kepala Dinas Komunikasi dan Informatika", "DISKOMINFO", None, "Struktural",
		"kadis", ("Pimpinan",), "Cendana Contoh", "S.Sos., M.Si.",
		"197003121995031901", "Pembina Utama Muda", "IV/c"),
	Orang("SEKDIN", "Sekretaris Dinas", "SEKR", "KADIS", "Struktural",
		"sekretaris", PEJABAT, "Kenanga Contoh", "S.E., M.M.",
		"197408171998032902", "Pembina Tk. I", "IV/b"),
	Orang("KASUBBAG-UMPEG", "Kepala Subbagian Umum dan Kepegawaian", "SUBBAG-UMPEG", "SEKDIN", "Struktural",
		"kasubbag.umpeg", PEJABAT, "Seruni Contoh", "S.AP.",
		"198105222005012903", "Penata Tk. I", "III/d"),
	Orang("KASUBBAG-RENKEU", "Kepala Subbagian Perencanaan dan Keuangan", "SUBBAG-RENKEU", "SEKDIN",
		"Struktural", "kasubbag.renkeu", PEJABAT, "Mahoni Contoh", "S.E., Ak.",
		"198209102006041904", "Penata Tk. I", "III/d"),
	Orang("KABID-IKP", "Kepala Bidang Informasi dan Komunikasi Publik", "BID-IKP", "KADIS", "Struktural",
		"kabid.ikp", PEJABAT, "Dahlia Contoh", "S.I.Kom., M.I.Kom.",
		"197611252001122905", "Pembina", "IV/a"),
	Orang("KABID-APTIKA", "Kepala Bidang Aplikasi Informatika", "BID-APTIKA", "KADIS", "Struktural",
		"kabid.aptika", PEJABAT, "Rajawali Contoh", "S.Kom., M.T.",
		"197802142003121906", "Pembina", "IV/a"),
	Orang("KABID-STATSANDI", "Kepala Bidang Statistik dan Persandian", "BID-STATSANDI", "KADIS", "Struktural",
		"kabid.statsandi", PEJABAT, "Teratai Contoh", "S.Si., M.Stat.",
		"197907072004012907", "Pembina", "IV/a"),
	Orang("KASI-INFOPUB", "Kepala Seksi Pengelolaan Informasi Publik", "SEKSI-INFOPUB", "KABID-IKP",
		"Struktural", "kasi.infopub", PEJABAT, "Kutilang Contoh", "S.Sos.",
		"198303032008011908", "Penata", "III/c"),
	Orang("KASI-MEDIA", "Kepala Seksi Kemitraan Media", "SEKSI-MEDIA", "KABID-IKP", "Struktural",
		"kasi.media", PEJABAT, "Anggrek Contoh", "S.I.Kom.",
		"198506182010012909", "Penata", "III/c"),
	Orang("KASI-APLIKASI", "Kepala Seksi Pengembangan Aplikasi", "SEKSI-APLIKASI", "KABID-APTIKA",
		"Struktural", "kasi.aplikasi", PEJABAT, "Melati Contoh", "S.Kom.",
		"198412012009022910", "Penata Tk. I", "III/d"),
	Orang("KASI-INFRA", "Kepala Seksi Infrastruktur Jaringan", "SEKSI-INFRA", "KABID-APTIKA", "Struktural",
		"kasi.infra", PEJABAT, "Elang Contoh", "S.T.",
		"198608252010011911", "Penata", "III/c"),
	Orang("KASI-SANDI", "Kepala Seksi Persandian dan Keamanan Informasi", "SEKSI-SANDI", "KABID-STATSANDI",
		"Struktural", "kasi.sandi", ("Pejabat", "Operator Sandi"), "Meranti Contoh", "S.Tr.TP.",
		"198801302011011912", "Penata", "III/c"),
	Orang("STAF-APLIKASI", "Pranata Komputer Ahli Pertama", "SEKSI-APLIKASI", "KASI-APLIKASI", "Fungsional",
		"staf.aplikasi", STAF, "Camar Contoh", "S.Kom.",
		"199204042019031913", "Penata Muda", "III/a"),
	Orang("STAF-INFRA", "Teknisi Jaringan", "SEKSI-INFRA", "KASI-INFRA", "Pelaksana",
		"staf.infra", STAF, "Bangau Contoh", "A.Md.Kom.",
		"199307152020121914", "Pengatur", "II/c"),
	Orang("STAF-STATISTIK", "Statistisi Ahli Pertama", "SEKSI-STATISTIK", "KASI-STATISTIK", "Fungsional",
		"staf.statistik", STAF, "Flamboyan Contoh", "S.Stat.",
		"199411202020122915", "Penata Muda", "III/a"),
	Orang("STAF-MEDIA", "Pranata Hubungan Masyarakat Terampil", "SEKSI-MEDIA", "KASI-MEDIA", "Fungsional",
		"staf.media", STAF, "Merak Contoh", "A.Md.I.Kom.",
		"199509092022031916", "Pengatur", "II/c"),
	Orang("OPERATOR", "Operator Surat", "SUBBAG-UMPEG", "KASUBBAG-UMPEG", "Pelaksana",
		"operator", ("Operator Surat",), "Cemara Contoh", "A.Md.",
		"199006062014022917", "Pengatur Tk. I", "II/d"),
	Orang("VERIFIKATOR", "Verifikator Surat", "SUBBAG-UMPEG", "KASUBBAG-UMPEG", "Pelaksana",
		"verifikator", ("Verifikator",), "Jati Contoh", "S.AP.",
		"198905112012121918", "Penata Muda Tk. I", "III/b"),
	Orang("CARAKA", "Caraka", "SUBBAG-UMPEG", "KASUBBAG-UMPEG", "Pelaksana",
		"caraka", ("Staf", "Caraka"), "Merpati Contoh", "",
		"199802282023211919", "Juru Tk. I", "I/d"),
	Orang("PENGELOLA", "Pengelola E-Office", "SUBBAG-UMPEG", "KASUBBAG-UMPEG", "Pelaksana",
		"pengelola", ("Pengelola E-Office", "System Manager"), "Pinus Contoh", "S.Kom.",
		"199110102015031920", "Penata Muda Tk. I", "III/b"),
)
# fmt: on

# A post without a holder of its own: the head of the neighbouring section acts for it.
JABATAN_LOWONG = ("KASI-STATISTIK", "Kepala Seksi Statistik Sektoral", "SEKSI-STATISTIK", "KABID-STATSANDI")
PELAKSANA_TUGAS = ("KASI-STATISTIK", "KASI-SANDI")
PELAKSANA_HARIAN = ("KADIS", "SEKDIN")
# Unit and the post of its operator.
# The head of the office and its secretary, as the settings name them.
PIMPINAN, SEKRETARIS = "KADIS", "SEKDIN"
OPERATOR_UNIT = ("SUBBAG-UMPEG", "OPERATOR")


class Pengirim(NamedTuple):
	"""One agency that writes to the office, and who signs its letters."""

	nama: str
	jenis: str
	jabatan: str
	penanda_tangan: str


PERANGKAT_DAERAH = "Perangkat Daerah"

INSTANSI = {
	"SETDA": Pengirim(
		"Sekretariat Daerah Kabupaten Contoh",
		PERANGKAT_DAERAH,
		"Sekretaris Daerah",
		"Sawo Contoh, S.H., M.H.",
	),
	"BAPPEDA": Pengirim(
		"Badan Perencanaan Pembangunan Daerah Kabupaten Contoh",
		PERANGKAT_DAERAH,
		"Kepala Badan Perencanaan Pembangunan Daerah",
		"Nangka Contoh, S.T., M.T.",
	),
	"BPKAD": Pengirim(
		"Badan Pengelola Keuangan dan Aset Daerah Kabupaten Contoh",
		PERANGKAT_DAERAH,
		"Kepala Badan Pengelola Keuangan dan Aset Daerah",
		"Salak Contoh, S.E., M.Ak.",
	),
	"BKPSDM": Pengirim(
		"Badan Kepegawaian dan Pengembangan SDM Kabupaten Contoh",
		PERANGKAT_DAERAH,
		"Kepala Badan Kepegawaian dan Pengembangan SDM",
		"Rambutan Contoh, S.STP.",
	),
	"ITDA": Pengirim(
		"Inspektorat Daerah Kabupaten Contoh", PERANGKAT_DAERAH, "Inspektur", "Duku Contoh, Ak."
	),
	"DINKES": Pengirim(
		"Dinas Kesehatan Kabupaten Contoh", PERANGKAT_DAERAH, "Kepala Dinas Kesehatan", "dr. Delima Contoh"
	),
	"DISDIK": Pengirim(
		"Dinas Pendidikan dan Kebudayaan Kabupaten Contoh",
		PERANGKAT_DAERAH,
		"Kepala Dinas Pendidikan dan Kebudayaan",
		"Manggis Contoh, S.Pd., M.Pd.",
	),
	"DUKCAPIL": Pengirim(
		"Dinas Kependudukan dan Pencatatan Sipil Kabupaten Contoh",
		PERANGKAT_DAERAH,
		"Kepala Dinas Kependudukan dan Pencatatan Sipil",
		"Srikaya Contoh, S.Sos.",
	),
	"PMD": Pengirim(
		"Dinas Pemberdayaan Masyarakat dan Desa Kabupaten Contoh",
		PERANGKAT_DAERAH,
		"Kepala Dinas Pemberdayaan Masyarakat dan Desa",
		"Jambu Contoh, S.IP.",
	),
	"SATPOLPP": Pengirim(
		"Satuan Polisi Pamong Praja Kabupaten Contoh",
		PERANGKAT_DAERAH,
		"Kepala Satuan",
		"Kelapa Contoh, S.H.",
	),
	"KEC-RAWA": Pengirim(
		"Kecamatan Rawacontoh Kabupaten Contoh", PERANGKAT_DAERAH, "Camat Rawacontoh", "Pepaya Contoh, S.IP."
	),
	"DISKOMINFO-PROV": Pengirim(
		"Dinas Komunikasi dan Informatika Provinsi Contoh Raya",
		"Pemerintah Daerah Lain",
		"Kepala Dinas Komunikasi dan Informatika",
		"Cempedak Contoh, S.Kom., M.Si.",
	),
	"DESA": Pengirim(
		"Pemerintah Desa Contoh Makmur", "Desa/Kelurahan", "Kepala Desa Contoh Makmur", "Langsat Contoh"
	),
	"UNIV": Pengirim(
		"Universitas Contoh Nusantara",
		"Lainnya",
		"Dekan Fakultas Ilmu Komputer",
		"Dr. Belimbing Contoh, M.Kom.",
	),
	"JARINGAN": Pengirim("PT Jaringan Contoh Sejahtera", "Swasta", "Direktur", "Kedondong Contoh, M.M."),
	"WARTAWAN": Pengirim("Perhimpunan Wartawan Contoh", "Organisasi", "Ketua", "Matoa Contoh"),
}

# Codes and names from the national classification (Permendagri 83/2022); an office imports the whole list.
KLASIFIKASI = (
	("000", "Umum", None),
	("000.1", "Ketatausahaan dan Kerumahtanggaan", "000"),
	("000.1.5", "Rapat Pimpinan", "000.1"),
	("000.1.9", "Pengelola Jaringan/Instalasi Listrik, Air, Telepon, Internet dan Komputer", "000.1"),
	("000.6", "Persandian", "000"),
	("000.6.2", "Pengamanan persandian", "000.6"),
	("000.7", "Perencanaan Pembangunan", "000"),
	("000.7.2", "Perencanaan Pembangunan Daerah", "000.7"),
	("500", "Perekonomian", None),
	("500.12", "Komunikasi dan Informatika", "500"),
	("500.12.6", "e-Government", "500.12"),
	("500.12.10", "Keamanan Informasi", "500.12"),
	("500.12.11", "Komunikasi Publik", "500.12"),
	("500.12.15", "Infrastruktur Informatika", "500.12"),
	("500.14", "Statistik", "500"),
	("700", "Pengawasan", None),
	("800", "Kepegawaian", None),
	("800.1", "Sumber Daya Manusia", "800"),
	("800.2", "Pendidikan dan Pelatihan", "800"),
	("900", "Keuangan", None),
	("900.1", "Keuangan Daerah", "900"),
)
