"""What agencies and citizens have handed in at the demo office's counter."""

from dataclasses import dataclass, field

from eoffice_app.loket.keadaan import FORMULIR_WEB, SURAT_ELEKTRONIK
from eoffice_app.setup.demo.kantor import DOMAIN


@dataclass(frozen=True)
class PengajuanContoh:
	"""One submission; `kop` and `penanda_tangan` are those of its scan, which an e-mail may lack. `nasib` is what the
	operator did with it: "" (it waits), "terima", or the reason why it was returned."""

	nama_pengirim: str
	instansi_pengirim: str
	surel: str
	perihal: str
	isi: tuple[str, ...]
	asal: str = FORMULIR_WEB
	layanan: str | None = "Kirim Surat"
	telepon: str = ""
	nomor: str = ""
	kop: tuple[str, str, str] | None = None
	penanda_tangan: str = ""
	isian: dict[str, str] = field(default_factory=dict)
	nasib: str = ""


PENGAJUAN_DEMO = (
	PengajuanContoh(
		nama_pengirim="Kenanga Contoh",
		instansi_pengirim="SMK Negeri 9 Sukacontoh",
		surel="tatausaha@smkn9-sukacontoh.example",
		telepon="0812-0000-0909",
		nomor="421.5/117/SMKN9",
		perihal="Permohonan Tempat Praktik Kerja Lapangan bagi 12 Siswa",
		isi=(
			"Dengan hormat kami memohon kesediaan Bapak/Ibu menerima 12 siswa jurusan jaringan komputer untuk praktik "
			"kerja lapangan selama tiga bulan.",
		),
		kop=("", "SMK NEGERI 9 SUKACONTOH", "Jalan Contoh Nomor 9, Sukacontoh"),
		penanda_tangan="Teratai Contoh, S.Pd.",
		nasib="terima",
	),
	PengajuanContoh(
		nama_pengirim="Bagian Umum",
		instansi_pengirim="",
		surel=f"dinkes@{DOMAIN}",
		nomor="400.7/1021/DINKES",
		perihal="Undangan Rapat Koordinasi Sistem Informasi Kesehatan",
		isi=("Bersama ini kami mengundang Saudara pada rapat koordinasi sistem informasi kesehatan daerah.",),
		kop=("PEMERINTAH KABUPATEN CONTOH", "DINAS KESEHATAN", "Sukacontoh"),
		penanda_tangan="Cempaka Contoh, M.Kes.",
	),
	PengajuanContoh(
		nama_pengirim="Melur Contoh",
		instansi_pengirim="Universitas Contoh Raya",
		surel="melur@universitas-contoh.example",
		layanan="Permohonan Data",
		nomor="B-311/UCR/PD",
		perihal="Permohonan Data Statistik Sektoral untuk Penelitian",
		isi=("Mohon kiranya kami diberi data jumlah penduduk menurut kecamatan untuk keperluan penelitian.",),
		kop=("", "UNIVERSITAS CONTOH RAYA", "Kota Contoh Raya"),
		penanda_tangan="Prof. Anggrek Contoh",
		isian={
			"Data yang diminta": "Jumlah penduduk menurut kecamatan dan jenis kelamin",
			"Periode data": "2021 sampai 2025",
			"Kegunaan data": "Penelitian skripsi tentang layanan digital desa",
		},
	),
	PengajuanContoh(
		nama_pengirim="Dahlia Contoh",
		instansi_pengirim="",
		surel="",
		telepon="0812-0000-0101",
		perihal="Usulan Titik Wi-Fi Publik di Taman Kelurahan",
		isi=("Kami warga mengusulkan titik Wi-Fi publik di taman kelurahan.",),
		kop=("", "RUKUN WARGA 03", "Kelurahan Contoh Indah, Sukacontoh"),
		nasib="Surat belum ditandatangani. Mohon ditandatangani ketua RW, lalu dikirim kembali.",
	),
	PengajuanContoh(
		asal=SURAT_ELEKTRONIK,
		layanan=None,
		nama_pengirim="Redaksi Warta Contoh",
		instansi_pengirim="",
		surel="redaksi@warta-contoh.example",
		perihal="Permohonan wawancara tentang Satu Data",
		isi=(
			"Yth. Kepala Dinas,",
			"Kami bermaksud mewawancarai Bapak/Ibu mengenai pelaksanaan Satu Data di kabupaten pada hari Kamis pekan "
			"depan, tempat dan waktu menyesuaikan.",
			"Hormat kami, Redaksi Warta Contoh.",
		),
	),
)
