"""Demo letters on their way down and up the line of officials."""

from eoffice_app.setup.demo.naskah import (
	SuratContoh,
	disposed,
	forwarded,
	read,
	reported,
	withdrawn,
)

SURAT_BERJALAN = (
	SuratContoh(
		pengirim="ITDA",
		nomor="700/166/ITDA/{tahun}",
		perihal="Tindak Lanjut Hasil Pemeriksaan atas Pengelolaan Aset Perangkat Teknologi Informasi",
		isi=(
			"Berdasarkan laporan hasil pemeriksaan, masih terdapat beberapa rekomendasi atas pengelolaan "
			"aset perangkat teknologi informasi yang belum ditindaklanjuti.",
			"Saudara diminta menyampaikan bukti tindak lanjut selambat-lambatnya empat belas hari sejak "
			"surat ini diterima. Surat ini bersifat rahasia dan hanya untuk pejabat yang dituju.",
		),
		hari_lalu=12,
		umur_surat=1,
		sifat="Rahasia",
		derajat="Segera",
		klasifikasi="700",
		saluran="Caraka",
		lampiran=("Matriks rekomendasi dan tindak lanjut",),
		perjalanan=(
			*forwarded(rahasia=True),
			disposed(
				"KADIS",
				"SEKDIN",
				"Tindak lanjuti; Siapkan bahan",
				"Siapkan bukti untuk tiga rekomendasi. Jaga kerahasiaan.",
				batas_hari=2,
			),
			read("SEKDIN"),
			disposed(
				"SEKDIN", "KASUBBAG-RENKEU", "Siapkan bahan", "Kumpulkan berita acara serah terima aset."
			),
			read("KASUBBAG-RENKEU"),
		),
	),
	SuratContoh(
		pengirim="DINKES",
		nomor="400.7/921/DINKES/{tahun}",
		perihal="Permohonan Penambahan Kapasitas Jaringan Internet Puskesmas",
		isi=(
			"Sehubungan dengan penerapan rekam medis elektronik pada seluruh puskesmas, kapasitas jaringan "
			"internet yang tersedia saat ini belum memadai, terutama pada jam pelayanan pagi.",
			"Kami mohon Saudara dapat menambah kapasitas jaringan sesuai daftar kebutuhan terlampir.",
		),
		hari_lalu=11,
		umur_surat=3,
		klasifikasi="500.12.15",
		saluran="SRIKANDI",
		lampiran=("Daftar kebutuhan kapasitas", "Hasil pengukuran kecepatan", "Peta lokasi puskesmas"),
		perjalanan=(
			*forwarded(),
			disposed(
				"KADIS",
				"KABID-APTIKA; SEKDIN",
				"Tanggapan dan saran; Koordinasikan/konfirmasikan",
				"Hitung kebutuhan anggaran sebelum dijawab.",
				batas_hari=3,
			),
			read("KABID-APTIKA"),
			disposed(
				"KABID-APTIKA", "KASI-INFRA", "Tindak lanjuti", "Ukur ulang di lima puskesmas terjauh.", 2
			),
			read("KASI-INFRA"),
			disposed("KASI-INFRA", "STAF-INFRA", "Siapkan bahan", "Berangkat bersama petugas puskesmas."),
			reported("STAF-INFRA", "Pengukuran di lima puskesmas selesai; rata-rata 8 Mbps pada jam sibuk."),
			read("SEKDIN"),
			disposed("SEKDIN", "KASUBBAG-RENKEU", "Siapkan bahan", "Cek sisa pagu belanja jaringan."),
			reported(
				"KASUBBAG-RENKEU",
				"Sisa pagu mencukupi untuk dua belas titik sampai akhir tahun.",
				menunggu=True,
			),
		),
	),
	SuratContoh(
		pengirim="SETDA",
		nomor="000.6.2/077/UMUM/{tahun}",
		perihal="Permohonan Pengamanan Sinyal pada Rapat Forum Koordinasi Pimpinan Daerah",
		isi=(
			"Dalam rangka pelaksanaan rapat Forum Koordinasi Pimpinan Daerah, kami mohon dukungan personel "
			"dan peralatan pengamanan sinyal di ruang rapat.",
			"Personel diharapkan hadir satu jam sebelum acara dimulai.",
		),
		acara=(("Pukul", "13.30 WIB"), ("Tempat", "Ruang Rapat Utama Kantor Bupati Contoh")),
		hari_lalu=9,
		umur_surat=1,
		sifat="Terbatas",
		derajat="Sangat Segera",
		klasifikasi="000.6.2",
		saluran="Sanapati",
		perjalanan=(
			*forwarded(),
			disposed("KADIS", "KABID-STATSANDI", "Tindak lanjuti", batas_hari=0),
			read("KABID-STATSANDI"),
			disposed("KABID-STATSANDI", "KASI-SANDI; KASI-STATISTIK", "Tindak lanjuti; Siapkan bahan"),
			reported("KASI-SANDI", "Dua personel dan satu perangkat telah disiagakan."),
		),
	),
	SuratContoh(
		pengirim="PMD",
		nomor="400.10/287/DPMD/{tahun}",
		perihal="Permohonan Narasumber Bimbingan Teknis Pengelolaan Situs Web Desa",
		isi=(
			"Kami akan menyelenggarakan bimbingan teknis pengelolaan situs web desa bagi empat puluh "
			"perangkat desa.",
			"Untuk itu dimohon Saudara menugaskan dua orang narasumber pada kegiatan tersebut.",
		),
		acara=(
			("Hari", "Rabu dan Kamis"),
			("Pukul", "08.00 s.d. 15.00"),
			("Tempat", "Aula Desa Contoh Makmur"),
		),
		hari_lalu=8,
		umur_surat=2,
		klasifikasi="800.2",
		saluran="Surel",
		lampiran=("Susunan acara",),
		perjalanan=(
			*forwarded(),
			disposed("KADIS", "KABID-APTIKA; KABID-IKP", "Hadiri/wakili", "Masing-masing satu narasumber."),
			read("KABID-APTIKA"),
			disposed("KABID-APTIKA", "KASI-APLIKASI", "Hadiri/wakili"),
			withdrawn("KADIS", "KABID-IKP"),
			read("KASI-APLIKASI"),
		),
	),
	SuratContoh(
		pengirim="BPKAD",
		nomor="900.1/733/BPKAD/{tahun}",
		perihal="Rekonsiliasi Data Aset Tetap Peralatan dan Mesin",
		isi=(
			"Dalam rangka penyusunan laporan keuangan pemerintah daerah, Saudara diminta melakukan "
			"rekonsiliasi data aset tetap peralatan dan mesin.",
			"Rekonsiliasi dilaksanakan di Bidang Aset sesuai jadwal terlampir.",
		),
		hari_lalu=7,
		umur_surat=2,
		tujuan="SEKDIN",
		klasifikasi="900.1",
		saluran="Fisik",
		lampiran=("Jadwal rekonsiliasi",),
		perjalanan=(
			*forwarded(),
			disposed("SEKDIN", "KASUBBAG-RENKEU; KASUBBAG-UMPEG", "Tindak lanjuti", batas_hari=4),
			read("KASUBBAG-RENKEU"),
		),
	),
	SuratContoh(
		pengirim="UNIV",
		nomor="B/509/UCN/PK/{tahun}",
		perihal="Permohonan Data dan Izin Penelitian Mahasiswa tentang Keterbukaan Informasi Publik",
		isi=(
			"Bersama ini kami mengajukan permohonan izin penelitian dan permintaan data bagi dua orang "
			"mahasiswa yang menyusun skripsi tentang keterbukaan informasi publik.",
			"Penelitian direncanakan berlangsung selama satu bulan.",
		),
		hari_lalu=6,
		umur_surat=4,
		klasifikasi="500.12.11",
		saluran="Formulir Web",
		lampiran=("Proposal penelitian", "Daftar data yang dimohon"),
		perjalanan=(
			*forwarded(),
			disposed("KADIS", "KABID-IKP", "Proses lebih lanjut"),
			read("KABID-IKP"),
			disposed("KABID-IKP", "KASI-INFOPUB", "Tindak lanjuti", "Layani melalui PPID.", 5),
		),
	),
	SuratContoh(
		pengirim="BAPPEDA",
		nomor="500.14/641/BAPPEDA/{tahun}",
		perihal="Permintaan Data Statistik Sektoral untuk Buku Data Kabupaten Contoh",
		isi=(
			"Sehubungan dengan penyusunan Buku Data Kabupaten Contoh, dimohon Saudara selaku wali data "
			"menghimpun data statistik sektoral dari seluruh perangkat daerah.",
			"Data disampaikan sesuai tabel terlampir.",
		),
		hari_lalu=5,
		umur_surat=1,
		klasifikasi="500.14",
		saluran="SRIKANDI",
		lampiran=("Daftar tabel data", "Metadata kegiatan statistik"),
		perjalanan=(
			*forwarded(),
			disposed("KADIS", "KABID-STATSANDI", "Tindak lanjuti", batas_hari=7),
			read("KABID-STATSANDI"),
			disposed("KABID-STATSANDI", "KASI-STATISTIK", "Tindak lanjuti; Koordinasikan/konfirmasikan"),
			read("KASI-STATISTIK"),
			disposed(
				"KASI-STATISTIK", "STAF-STATISTIK", "Siapkan bahan", "Mulai dari dinas yang datanya lengkap."
			),
			read("STAF-STATISTIK"),
		),
	),
	SuratContoh(
		pengirim="KEC-RAWA",
		nomor="500.12/058/KEC-RWC/{tahun}",
		perihal="Laporan Gangguan Jaringan Intra Pemerintah di Kantor Kecamatan",
		isi=(
			"Dilaporkan bahwa sejak hari Senin jaringan intra pemerintah di Kantor Kecamatan Rawacontoh "
			"mengalami gangguan sehingga pelayanan administrasi terhambat.",
			"Mohon bantuan perbaikan secepatnya.",
		),
		hari_lalu=4,
		umur_surat=1,
		tujuan="KABID-APTIKA",
		derajat="Sangat Segera",
		klasifikasi="500.12.15",
		saluran="Faks",
		perjalanan=(
			*forwarded(),
			disposed("KABID-APTIKA", "KASI-INFRA", "Tindak lanjuti", "Periksa menara Rawacontoh.", 0),
			read("KASI-INFRA"),
			disposed("KASI-INFRA", "STAF-INFRA", "Tindak lanjuti"),
		),
	),
)
