"""The outgoing letters of the demo office, in every state that a draft passes on its way."""

from dataclasses import dataclass, field

from eoffice_app.setup.demo.naskah import Langkah

KIRIM, PARAF, KEMBALIKAN, BATALKAN, TANDA_TANGAN = (
	"kirim",
	"paraf",
	"kembalikan",
	"batalkan",
	"tanda tangan",
)
SERAHKAN = "serahkan"
APLIKASI = ("KASI-APLIKASI", "KABID-APTIKA")


@dataclass(frozen=True)
class KonsepContoh:
	"""One outgoing letter. `tujuan` and `tembusan` are codes of INSTANSI or of posts; `menjawab` is the subject of the
	incoming letter that it answers."""

	penyusun: str
	jenis: str
	perihal: str
	isi: tuple[str, ...]
	tujuan: tuple[str, ...]
	tembusan: tuple[str, ...] = ()
	penanda_tangan: str = "KADIS"
	sifat: str = "Biasa"
	derajat: str = "Biasa"
	klasifikasi: str = "500.12"
	lampiran: str = ""
	menjawab: str = ""
	perjalanan: tuple[Langkah, ...] = field(default=())


def checked(penyusun: str, *pemeriksa: str) -> tuple[Langkah, ...]:
	"""Return the steps that bring a draft past these checkers."""
	return (Langkah(KIRIM, penyusun), *(Langkah(PARAF, oleh) for oleh in pemeriksa))


def signed(penyusun: str, *pemeriksa: str, oleh: str = "KADIS") -> tuple[Langkah, ...]:
	"""Return the steps that bring a draft past its checkers and its signer."""
	return (*checked(penyusun, *pemeriksa), Langkah(TANDA_TANGAN, oleh))


SURAT_KELUAR = (
	KonsepContoh(
		penyusun="STAF-APLIKASI",
		jenis="Surat Undangan",
		perihal="Undangan Sosialisasi Layanan Pengaduan Daring",
		isi=(
			"Dalam rangka peningkatan mutu layanan publik, kami mengundang Saudara menghadiri sosialisasi layanan "
			"pengaduan daring di ruang rapat Dinas Komunikasi dan Informatika.",
			"Mengingat pentingnya acara, Saudara diharapkan hadir tepat waktu.",
		),
		tujuan=("DINKES", "DISDIK", "DUKCAPIL"),
		tembusan=("SETDA",),
		derajat="Segera",
		perjalanan=(*signed("STAF-APLIKASI", *APLIKASI), Langkah(SERAHKAN, "OPERATOR")),
	),
	KonsepContoh(
		penyusun="KASI-INFRA",
		jenis="Surat Dinas",
		perihal="Jawaban atas Permohonan Penambahan Kapasitas Jaringan Internet Puskesmas",
		isi=(
			"Menjawab surat Saudara, penambahan kapasitas jaringan internet puskesmas dapat dilaksanakan bertahap "
			"mulai bulan depan.",
			"Jadwal pelaksanaan pada setiap puskesmas akan kami sampaikan kemudian.",
		),
		tujuan=("DINKES",),
		tembusan=("SETDA", "BAPPEDA"),
		klasifikasi="500.12.15",
		menjawab="Permohonan Penambahan Kapasitas Jaringan Internet Puskesmas",
		perjalanan=signed("KASI-INFRA", "KABID-APTIKA"),
	),
	KonsepContoh(
		penyusun="KABID-STATSANDI",
		jenis="Nota Dinas",
		perihal="Penyampaian Data Sektoral Triwulan",
		isi=("Bersama ini kami sampaikan data sektoral triwulan untuk bahan laporan.",),
		tujuan=("SEKDIN",),
		penanda_tangan="KABID-STATSANDI",
		klasifikasi="500.14",
		lampiran="1 berkas",
		perjalanan=(Langkah(KIRIM, "KABID-STATSANDI"),),
	),
	KonsepContoh(
		penyusun="STAF-APLIKASI",
		jenis="Surat Edaran",
		perihal="Pembaruan Kata Sandi Aplikasi Perkantoran",
		isi=("Seluruh pengguna aplikasi perkantoran diminta memperbarui kata sandinya setiap tiga bulan.",),
		tujuan=("SETDA",),
		klasifikasi="500.12.10",
		perjalanan=checked("STAF-APLIKASI", *APLIKASI),
	),
	KonsepContoh(
		penyusun="STAF-APLIKASI",
		jenis="Surat Dinas",
		perihal="Permintaan Data Penanggung Jawab Aplikasi",
		isi=("Kami mohon Saudara menyampaikan nama penanggung jawab setiap aplikasi yang dikelola.",),
		tujuan=("DISDIK", "PMD"),
		perjalanan=checked("STAF-APLIKASI", "KASI-APLIKASI"),
	),
	KonsepContoh(
		penyusun="STAF-INFRA",
		jenis="Surat Dinas",
		perihal="Pemberitahuan Pemeliharaan Jaringan",
		isi=(
			"Akan dilaksanakan pemeliharaan jaringan pada hari Sabtu, sehingga layanan terhenti sementara.",
		),
		tujuan=("DINKES", "KEC-RAWA"),
		klasifikasi="500.12.15",
		perjalanan=(
			Langkah(KIRIM, "STAF-INFRA"),
			Langkah(KEMBALIKAN, "KASI-INFRA", isi="Sebutkan jam mulai dan jam selesai pemeliharaan."),
		),
	),
	KonsepContoh(
		penyusun="KASI-SANDI",
		jenis="Surat Dinas",
		perihal="Hasil Penilaian Keamanan Sistem",
		isi=("Hasil penilaian keamanan sistem kami sampaikan untuk ditindaklanjuti.",),
		tujuan=("ITDA",),
		sifat="Rahasia",
		klasifikasi="000.6.2",
		lampiran="1 berkas",
		perjalanan=checked("KASI-SANDI", "KABID-STATSANDI"),
	),
	KonsepContoh(
		penyusun="STAF-MEDIA",
		jenis="Surat Undangan",
		perihal="Undangan Temu Media Akhir Tahun",
		isi=("Kami mengundang Saudara menghadiri temu media akhir tahun.",),
		tujuan=("WARTAWAN",),
		klasifikasi="500.12.11",
	),
	KonsepContoh(
		penyusun="STAF-STATISTIK",
		jenis="Surat Dinas",
		perihal="Permintaan Data Kependudukan Semester",
		isi=("Kami mohon data kependudukan semester untuk penyusunan statistik sektoral.",),
		tujuan=("DUKCAPIL",),
		klasifikasi="500.14",
		perjalanan=(
			Langkah(BATALKAN, "STAF-STATISTIK", isi="Data sudah diterima melalui portal satu data."),
		),
	),
)
