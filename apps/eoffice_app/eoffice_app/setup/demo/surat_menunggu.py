"""Demo letters that wait: for a disposisi, to be passed on, or to be checked."""

from eoffice_app.setup.demo.naskah import SuratContoh, forwarded, verified

MENUNGGU = (
	SuratContoh(
		pengirim="SETDA",
		nomor="100.3/512/HUKUM/{tahun}",
		perihal="Permintaan Masukan atas Rancangan Peraturan Bupati tentang Tata Naskah Dinas Elektronik",
		isi=(
			"Terlampir kami sampaikan rancangan Peraturan Bupati tentang Tata Naskah Dinas Elektronik untuk "
			"mendapat masukan dari Saudara.",
			"Masukan tertulis diharapkan kami terima selambat-lambatnya sepuluh hari kerja.",
		),
		hari_lalu=7,
		umur_surat=2,
		klasifikasi="000.1",
		saluran="Caraka",
		lampiran=("Rancangan Peraturan Bupati", "Naskah penjelasan"),
		perjalanan=forwarded(),
	),
	SuratContoh(
		pengirim="DISKOMINFO-PROV",
		nomor="000.1.5/298/DISKOMINFO/{bulan}/{tahun}",
		perihal="Undangan Rapat Teknis Penyelenggaraan Satu Data Tingkat Provinsi",
		isi=(
			"Dalam rangka penyelenggaraan Satu Data tingkat provinsi, dengan ini mengundang Saudara untuk "
			"hadir pada rapat teknis yang diselenggarakan pada:",
			"Konfirmasi kehadiran disampaikan melalui narahubung pada formulir terlampir.",
		),
		acara=(("Hari", "Kamis"), ("Pukul", "09.00 WIB"), ("Tempat", "Hotel Contoh Indah, Kota Contoh Raya")),
		hari_lalu=3,
		umur_surat=3,
		derajat="Segera",
		klasifikasi="500.14",
		saluran="Surel",
		lampiran=("Formulir konfirmasi",),
		perjalanan=forwarded(),
	),
	SuratContoh(
		pengirim="DINKES",
		nomor="400.7/948/DINKES/{tahun}",
		perihal="Permohonan Publikasi Jadwal Imunisasi Massal melalui Kanal Resmi",
		isi=(
			"Dimohon bantuan Saudara untuk memublikasikan jadwal imunisasi massal melalui kanal resmi "
			"pemerintah daerah, radio dan papan informasi elektronik.",
			"Bahan publikasi terlampir dan dapat disesuaikan dengan kebutuhan.",
		),
		hari_lalu=3,
		umur_surat=1,
		derajat="Segera",
		klasifikasi="500.12.11",
		saluran="SRIKANDI",
		lampiran=("Jadwal imunisasi",),
		perjalanan=forwarded(),
	),
	SuratContoh(
		pengirim="BKPSDM",
		nomor="800.1/0931/BKPSDM/{tahun}",
		perihal="Penyampaian Hasil Penilaian Disiplin Pegawai",
		isi=(
			"Disampaikan hasil penilaian disiplin pegawai di lingkungan Dinas Komunikasi dan Informatika "
			"untuk mendapat perhatian Saudara.",
			"Surat ini berisi data pribadi dan bersifat terbatas.",
		),
		hari_lalu=2,
		umur_surat=2,
		sifat="Terbatas",
		klasifikasi="800.1",
		saluran="Caraka",
		perjalanan=forwarded(),
	),
	SuratContoh(
		pengirim="DUKCAPIL",
		nomor="400.12/342/DUKCAPIL/{tahun}",
		perihal="Usulan Pemeliharaan Perangkat Server Layanan Adminduk",
		isi=(
			"Perangkat server layanan administrasi kependudukan telah berusia lebih dari lima tahun dan "
			"beberapa kali mengalami gangguan.",
			"Kami mengusulkan pemeliharaan menyeluruh pada triwulan ini.",
		),
		hari_lalu=2,
		umur_surat=1,
		tujuan="KABID-APTIKA",
		klasifikasi="500.12.6",
		saluran="Fisik",
		lampiran=("Riwayat gangguan",),
		perjalanan=forwarded(),
	),
)

DIVERIFIKASI = (
	SuratContoh(
		pengirim="DISDIK",
		nomor="400.3/702/DISDIK/{tahun}",
		perihal="Permohonan Ruang Server untuk Ujian Berbasis Komputer",
		isi=(
			"Sehubungan dengan pelaksanaan ujian berbasis komputer tingkat kabupaten, kami memohon izin "
			"penempatan dua unit server pada pusat data Dinas Komunikasi dan Informatika.",
			"Teknis penempatan akan dikoordinasikan oleh tim kami.",
		),
		hari_lalu=2,
		umur_surat=2,
		klasifikasi="500.12.15",
		saluran="Surel",
		lampiran=("Spesifikasi perangkat",),
		perjalanan=verified(),
	),
	SuratContoh(
		pengirim="JARINGAN",
		nomor="PM/131/JCS/{tahun}",
		perihal="Pemberitahuan Pemeliharaan Jaringan Serat Optik",
		isi=(
			"Diberitahukan bahwa akan dilaksanakan pemeliharaan jaringan serat optik pada ruas Sukacontoh "
			"sampai Rawacontoh.",
			"Layanan akan terhenti paling lama dua jam di luar jam kerja.",
		),
		hari_lalu=1,
		umur_surat=1,
		derajat="Segera",
		klasifikasi="000.1.9",
		saluran="Surel",
		perjalanan=verified(),
	),
	SuratContoh(
		pengirim="SATPOLPP",
		nomor="300/221/SATPOLPP/{tahun}",
		perihal="Permohonan Rekaman Kamera Pemantau Simpang Lima Sukacontoh",
		isi=(
			"Untuk kepentingan penyelidikan pelanggaran ketertiban umum, dimohon Saudara memberikan salinan "
			"rekaman kamera pemantau di Simpang Lima Sukacontoh.",
			"Petugas kami akan mengambil salinan rekaman dengan membawa surat tugas.",
		),
		hari_lalu=1,
		umur_surat=0,
		sifat="Terbatas",
		derajat="Segera",
		klasifikasi="500.12.15",
		saluran="Caraka",
		perjalanan=verified(),
	),
)

DITERIMA = (
	SuratContoh(
		pengirim="KEC-RAWA",
		nomor="000.1.5/063/KEC-RWC/{tahun}",
		perihal="Undangan Musyawarah Perencanaan Pembangunan Kecamatan",
		isi=(
			"Mengharap kehadiran Saudara pada Musyawarah Perencanaan Pembangunan Kecamatan Rawacontoh yang "
			"akan dilaksanakan pada:",
			"Demikian disampaikan, atas perhatian dan kehadirannya diucapkan terima kasih.",
		),
		acara=(("Hari", "Senin"), ("Pukul", "08.30 WIB"), ("Tempat", "Aula Kantor Kecamatan Rawacontoh")),
		hari_lalu=1,
		umur_surat=2,
		klasifikasi="000.7",
		saluran="Fisik",
	),
	SuratContoh(
		pengirim="PMD",
		nomor="400.10/301/DPMD/{tahun}",
		perihal="Penyampaian Laporan Triwulan Pemanfaatan Situs Web Desa",
		isi=(
			"Bersama ini kami sampaikan laporan triwulan pemanfaatan situs web desa di Kabupaten Contoh "
			"sebagai bahan evaluasi.",
			"Dari seratus dua desa, delapan puluh enam desa memperbarui situs web secara teratur.",
		),
		hari_lalu=0,
		umur_surat=3,
		klasifikasi="500.12.6",
		saluran="SRIKANDI",
		lampiran=("Rekapitulasi per kecamatan", "Grafik pemanfaatan", "Daftar desa yang perlu pendampingan"),
	),
	SuratContoh(
		pengirim="WARTAWAN",
		nomor="052/PWC/{bulan}/{tahun}",
		perihal="Permohonan Liputan Peluncuran Aplikasi Layanan Masyarakat",
		isi=(
			"Kami memohon izin melakukan liputan pada acara peluncuran aplikasi layanan masyarakat yang "
			"diselenggarakan Dinas Komunikasi dan Informatika.",
			"Daftar nama wartawan yang bertugas kami sampaikan kemudian.",
		),
		hari_lalu=0,
		umur_surat=1,
		klasifikasi="500.12.11",
		saluran="Formulir Web",
	),
	SuratContoh(
		pengirim="UNIV",
		nomor="B/517/UCN/MG/{tahun}",
		perihal="Permohonan Tempat Magang Mahasiswa Program Studi Informatika",
		isi=(
			"Kami mengajukan permohonan tempat magang bagi enam orang mahasiswa Program Studi Informatika "
			"selama tiga bulan.",
			"Besar harapan kami permohonan ini dapat diterima.",
		),
		hari_lalu=0,
		umur_surat=4,
		klasifikasi="800.2",
		saluran="Pos",
		lampiran=("Daftar mahasiswa",),
	),
)

SURAT_MENUNGGU = (*MENUNGGU, *DIVERIFIKASI, *DITERIMA)
