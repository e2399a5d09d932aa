"""Demo letters that have come to their end: finished, filed, returned, rejected or cancelled."""

from eoffice_app.setup.demo.naskah import (
	FILED,
	SuratContoh,
	closed,
	disposed,
	forwarded,
	read,
	reported,
	verified,
)

SURAT_SELESAI = (
	SuratContoh(
		pengirim="SETDA",
		nomor="000.1.5/412/ORG/{tahun}",
		perihal="Undangan Rapat Koordinasi Penerapan Sistem Pemerintahan Berbasis Elektronik",
		isi=(
			"Dalam rangka menyamakan langkah penerapan Sistem Pemerintahan Berbasis Elektronik pada seluruh "
			"perangkat daerah, dengan ini kami mengundang Saudara untuk menghadiri rapat koordinasi pada:",
			"Mengingat pentingnya acara tersebut, diharapkan Saudara hadir tepat waktu dan membawa data "
			"aplikasi yang dikelola pada perangkat daerah masing-masing.",
		),
		acara=(
			("Hari", "Selasa"),
			("Pukul", "09.00 s.d. selesai"),
			("Tempat", "Ruang Rapat Melati, Kantor Bupati Contoh"),
			("Pakaian", "Pakaian Dinas Harian"),
		),
		hari_lalu=34,
		umur_surat=2,
		derajat="Segera",
		klasifikasi="000.1.5",
		saluran="Caraka",
		lampiran=("Daftar undangan",),
		perjalanan=(
			*forwarded(),
			disposed(
				"KADIS", "KABID-APTIKA", "Hadiri/wakili; Siapkan bahan", "Bawa daftar aplikasi terbaru."
			),
			read("KABID-APTIKA"),
			disposed(
				"KABID-APTIKA", "KASI-APLIKASI", "Siapkan bahan", "Daftar aplikasi per perangkat daerah."
			),
			read("KASI-APLIKASI"),
			reported(
				"KASI-APLIKASI", "Daftar 27 aplikasi telah disusun dan diserahkan kepada Kepala Bidang."
			),
			reported(
				"KABID-APTIKA", "Rapat telah dihadiri. Notula dan daftar tindak lanjut terlampir di berkas."
			),
			*FILED,
		),
	),
	SuratContoh(
		pengirim="BKPSDM",
		nomor="800.2/0877/BKPSDM/{tahun}",
		perihal="Permintaan Nama Peserta Pelatihan Pengelolaan Arsip Dinamis",
		isi=(
			"Sehubungan dengan penyelenggaraan Pelatihan Pengelolaan Arsip Dinamis bagi aparatur perangkat "
			"daerah, dimohon Saudara menugaskan dua orang pegawai sebagai peserta.",
			"Nama peserta disampaikan kepada kami selambat-lambatnya tujuh hari kerja sejak surat ini "
			"diterima, dengan mengisi formulir sebagaimana terlampir.",
		),
		hari_lalu=33,
		umur_surat=3,
		klasifikasi="800.2",
		saluran="Surel",
		lampiran=("Formulir calon peserta", "Jadwal pelatihan"),
		perjalanan=(
			*forwarded(),
			disposed("KADIS", "SEKDIN", "Proses lebih lanjut"),
			read("SEKDIN"),
			disposed("SEKDIN", "KASUBBAG-UMPEG", "Tindak lanjuti", "Usulkan operator dan satu orang staf."),
			read("KASUBBAG-UMPEG"),
			disposed("KASUBBAG-UMPEG", "OPERATOR; CARAKA", "Siapkan bahan", "Isi formulir hari ini."),
			reported("OPERATOR", "Formulir atas nama dua orang calon peserta telah diisi."),
			reported("CARAKA", "Formulir telah diantar ke BKPSDM, tanda terima disimpan di Subbagian Umum."),
			reported("KASUBBAG-UMPEG", "Nama peserta telah disampaikan kepada BKPSDM."),
			reported("SEKDIN", "Selesai, dua orang peserta telah terdaftar."),
			*FILED,
		),
	),
	SuratContoh(
		pengirim="DISKOMINFO-PROV",
		nomor="500.12.10/231/DISKOMINFO/{bulan}/{tahun}",
		perihal="Laporan Hasil Pemindaian Kerentanan Situs Web Perangkat Daerah",
		isi=(
			"Bersama ini kami sampaikan hasil pemindaian kerentanan terhadap situs web perangkat daerah "
			"Kabupaten Contoh yang dilaksanakan pada minggu pertama bulan berjalan.",
			"Perbaikan terhadap temuan berkategori tinggi agar dilaksanakan dan dilaporkan kembali kepada "
			"kami. Surat ini bersifat terbatas dan tidak untuk disebarluaskan.",
		),
		hari_lalu=30,
		umur_surat=4,
		sifat="Terbatas",
		derajat="Segera",
		klasifikasi="500.12.10",
		saluran="Sanapati",
		lampiran=("Rekapitulasi temuan", "Rincian temuan dan saran perbaikan"),
		perjalanan=(
			*forwarded(),
			disposed(
				"KADIS",
				"KABID-STATSANDI; KABID-APTIKA",
				"Koordinasikan/konfirmasikan; Tindak lanjuti",
				"Perbaiki temuan tinggi lebih dahulu, laporkan berkala.",
			),
			read("KABID-STATSANDI"),
			disposed("KABID-STATSANDI", "KASI-SANDI", "Tindak lanjuti"),
			reported("KASI-SANDI", "Lima temuan tinggi telah diverifikasi, tiga di antaranya sudah ditutup."),
			reported(
				"KABID-STATSANDI", "Verifikasi selesai, sisa temuan ditangani Bidang Aplikasi Informatika."
			),
			read("KABID-APTIKA"),
			disposed("KABID-APTIKA", "KASI-APLIKASI", "Tindak lanjuti", "Dua temuan pada portal layanan."),
			reported("KASI-APLIKASI", "Dua temuan pada portal layanan telah diperbaiki dan diuji ulang."),
			reported("KABID-APTIKA", "Seluruh temuan berkategori tinggi telah ditutup."),
			*FILED,
		),
	),
	SuratContoh(
		pengirim="BAPPEDA",
		nomor="000.7.2/590/BAPPEDA/{tahun}",
		perihal="Penyampaian Bahan Penyusunan Rencana Kerja Perangkat Daerah",
		isi=(
			"Memperhatikan jadwal penyusunan Rencana Kerja Pemerintah Daerah, dimohon Saudara menyampaikan "
			"bahan rencana kerja yang memuat program, kegiatan, indikator dan kebutuhan pendanaan.",
			"Bahan disampaikan dalam bentuk salinan digital sesuai format terlampir.",
		),
		hari_lalu=28,
		umur_surat=2,
		klasifikasi="000.7.2",
		saluran="Fisik",
		lampiran=("Format rencana kerja",),
		perjalanan=(
			*forwarded(),
			disposed("KADIS", "SEKDIN", "Tindak lanjuti"),
			read("SEKDIN"),
			disposed("SEKDIN", "KASUBBAG-RENKEU", "Siapkan bahan; Koordinasikan/konfirmasikan"),
			reported("KASUBBAG-RENKEU", "Bahan dari semua bidang telah dihimpun dan diunggah."),
			reported("SEKDIN", "Bahan rencana kerja telah disampaikan kepada Bappeda."),
			*FILED,
		),
	),
	SuratContoh(
		pengirim="WARTAWAN",
		nomor="045/PWC/{bulan}/{tahun}",
		perihal="Permohonan Audiensi dan Kerja Sama Publikasi",
		isi=(
			"Kami bermaksud melakukan audiensi dengan Bapak Kepala Dinas untuk membahas rencana kerja sama "
			"publikasi kegiatan pemerintah daerah.",
			"Besar harapan kami Bapak berkenan menerima kami pada waktu yang Bapak tentukan.",
		),
		hari_lalu=21,
		umur_surat=5,
		klasifikasi="500.12.11",
		saluran="Pos",
		perjalanan=(
			*forwarded(),
			disposed("KADIS", "KABID-IKP", "Jadwalkan; Hadiri/wakili"),
			read("KABID-IKP"),
			disposed("KABID-IKP", "KASI-MEDIA", "Jadwalkan"),
			reported("KASI-MEDIA", "Audiensi dijadwalkan dan pemohon sudah dihubungi."),
			reported("KABID-IKP", "Audiensi telah dilaksanakan, catatan pertemuan disimpan di bidang."),
		),
	),
	SuratContoh(
		pengirim="DUKCAPIL",
		nomor="400.12/318/DUKCAPIL/{tahun}",
		perihal="Permohonan Integrasi Layanan Data Kependudukan dengan Portal Layanan Publik",
		isi=(
			"Untuk memudahkan pelayanan kepada masyarakat, kami memohon dukungan Saudara dalam "
			"mengintegrasikan layanan data kependudukan dengan portal layanan publik Kabupaten Contoh.",
			"Tim teknis kami siap berkoordinasi pada waktu yang Saudara tentukan.",
		),
		hari_lalu=18,
		umur_surat=1,
		klasifikasi="500.12.6",
		saluran="SRIKANDI",
		lampiran=("Kerangka acuan integrasi", "Spesifikasi antarmuka", "Daftar tim teknis"),
		perjalanan=(
			*forwarded(),
			disposed("KADIS", "KABID-APTIKA", "Koordinasikan/konfirmasikan; Tindak lanjuti", batas_hari=10),
			read("KABID-APTIKA"),
			disposed("KABID-APTIKA", "KASI-APLIKASI; KASI-INFRA", "Tindak lanjuti"),
			read("KASI-APLIKASI"),
			disposed("KASI-APLIKASI", "STAF-APLIKASI", "Siapkan bahan", "Buat rancangan antarmuka."),
			reported("STAF-APLIKASI", "Rancangan antarmuka selesai dan sudah dibahas dengan tim Dukcapil."),
			reported("KASI-APLIKASI", "Integrasi tahap uji coba berjalan baik."),
			reported("KASI-INFRA", "Jalur jaringan tertutup antara kedua kantor telah tersedia."),
			reported("KABID-APTIKA", "Integrasi siap dipakai, menunggu berita acara serah terima."),
		),
	),
	SuratContoh(
		pengirim="SATPOLPP",
		nomor="300/204/SATPOLPP/{tahun}",
		perihal="Pemberitahuan Kegiatan Penertiban Reklame Media Luar Ruang",
		isi=(
			"Diberitahukan bahwa Satuan Polisi Pamong Praja akan melaksanakan penertiban reklame dan media "
			"luar ruang yang tidak berizin di wilayah Kecamatan Sukacontoh.",
			"Sehubungan dengan itu dimohon Saudara membantu penyebarluasan informasi kepada masyarakat.",
		),
		hari_lalu=14,
		umur_surat=2,
		klasifikasi="500.12.11",
		saluran="Caraka",
		perjalanan=(
			*forwarded(),
			disposed("KADIS", "KABID-IKP", "Untuk diketahui; Tindak lanjuti"),
			reported("KABID-IKP", "Informasi telah disiarkan melalui kanal resmi pemerintah daerah."),
		),
	),
	SuratContoh(
		pengirim="DESA",
		nomor="140/031/DCM/{bulan}/{tahun}",
		perihal="Permohonan Bantuan Perangkat Komputer untuk Kantor Desa",
		isi=(
			"Dengan hormat, kami mengajukan permohonan bantuan perangkat komputer untuk menunjang pelayanan "
			"administrasi di Kantor Desa Contoh Makmur.",
			"Demikian permohonan ini kami sampaikan, atas perhatian Bapak kami ucapkan terima kasih.",
		),
		hari_lalu=26,
		umur_surat=3,
		saluran="Fisik",
		perjalanan=(
			closed(
				"Kembalikan",
				"Surat belum ditandatangani Kepala Desa dan rincian kebutuhan tidak dilampirkan.",
			),
		),
	),
	SuratContoh(
		pengirim="JARINGAN",
		nomor="SP/118/JCS/{tahun}",
		perihal="Penawaran Produk Perangkat Jaringan dan Permohonan Rekomendasi",
		isi=(
			"Perkenankan kami memperkenalkan produk perangkat jaringan untuk kebutuhan perangkat daerah, "
			"sekaligus memohon surat rekomendasi kepada seluruh perangkat daerah.",
			"Brosur dan daftar harga kami lampirkan sebagai bahan pertimbangan.",
		),
		hari_lalu=23,
		umur_surat=2,
		klasifikasi="000.1.9",
		saluran="Surel",
		lampiran=("Brosur produk",),
		perjalanan=(
			*verified(),
			closed(
				"Tolak",
				"Dinas tidak memberi rekomendasi produk; penawaran disampaikan melalui katalog elektronik.",
			),
		),
	),
	SuratContoh(
		pengirim="DISDIK",
		nomor="400.3/655/DISDIK/{tahun}",
		perihal="Undangan Pembukaan Pekan Budaya Daerah",
		isi=(
			"Dengan hormat kami mengundang Saudara untuk menghadiri pembukaan Pekan Budaya Daerah yang akan "
			"diselenggarakan pada:",
			"Atas kehadiran Saudara kami ucapkan terima kasih.",
		),
		acara=(
			("Hari", "Jumat"),
			("Pukul", "19.30 WIB"),
			("Tempat", "Alun-alun Sukacontoh"),
		),
		hari_lalu=16,
		umur_surat=2,
		derajat="Segera",
		klasifikasi="000.1.5",
		saluran="Faks",
		perjalanan=(
			*forwarded(),
			closed("Batalkan", "Penyelenggara mencabut undangan ini dan menggantinya dengan undangan baru."),
		),
	),
)
