"""The tours through the forms that a new clerk meets first: Frappe's Form Tours, created if absent and the office's to edit."""

import frappe

# DocType → the steps of its tour: the field, what the step is called, and what it says.
PANDUAN = {
	"Surat Masuk": (
		("scan", "Mulai dari scan", "Tarik berkas scan ke halaman ini. Isian lain diusulkan dari isinya."),
		(
			"saluran",
			"Cara surat diterima",
			"Pilih jalan masuknya surat: fisik, pos, surel, Sanapati, dan seterusnya.",
		),
		(
			"pengirim",
			"Pengirim",
			"Ketik beberapa huruf nama instansi. Bila belum ada, pilih Buat pada akhir daftar.",
		),
		(
			"nomor_surat",
			"Nomor surat",
			"Salin persis seperti pada surat. Surat yang pernah didaftarkan langsung diperingatkan.",
		),
		(
			"tanggal_surat",
			"Tanggal surat",
			"Tanggal yang tertulis pada surat. Boleh diketik, misalnya 22-11-2026.",
		),
		(
			"perihal",
			"Perihal",
			"Isi ringkas surat; inilah yang dibaca semua orang pada daftar dan lembar disposisi.",
		),
		(
			"tujuan",
			"Tujuan",
			"Jabatan yang dituju, bukan nama orangnya. Surat sampai kepada pemangkunya hari ini.",
		),
		(
			"sifat",
			"Sifat",
			"Menentukan siapa yang boleh membaca. Surat Rahasia hanya didaftarkan Operator Sandi.",
		),
		(
			"derajat",
			"Derajat",
			"Menentukan seberapa cepat surat harus selesai. Batas penyelesaian dihitung dari sini.",
		),
		(
			"klasifikasi",
			"Klasifikasi",
			"Kode arsip. Ketik kode atau kata; boleh dikosongkan dan diisi kemudian.",
		),
	),
	"Disposisi": (
		(
			"surat_masuk",
			"Suratnya",
			"Tekan nama surat untuk membaca scan dan seluruh perjalanan disposisinya.",
		),
		("dari", "Pemberi disposisi", "Pejabat yang memberi perintah kepada Anda."),
		("instruksi", "Instruksi", "Apa yang harus Anda lakukan dengan surat ini."),
		("catatan", "Catatan", "Arahan tambahan dari pemberi disposisi."),
		("batas_waktu", "Batas waktu", "Anda diingatkan setiap hari kerja bila tanggal ini terlewati."),
		("peran_penerima", "Peran Anda", "Penanggung Jawab melapor; yang Membantu ikut mengerjakan."),
		(
			"status",
			"Status",
			"Berubah sendiri: Dibaca ketika Anda membukanya, Dilaporkan ketika Anda memberi umpan balik.",
		),
	),
	"Surat Keluar": (
		(
			"jenis_naskah",
			"Jenis naskah",
			"Menentukan susunan surat, siapa yang boleh menandatangani, dan deret nomornya.",
		),
		(
			"membalas",
			"Membalas surat",
			"Bila surat ini menjawab surat masuk, pilih suratnya: tujuan dan perihal terisi sendiri.",
		),
		("perihal", "Perihal", "Isi ringkas surat."),
		("sifat", "Sifat", "Menentukan siapa yang boleh membaca. Nomor surat rahasia berjalan sendiri."),
		("klasifikasi", "Klasifikasi", "Kode arsip; biasanya menjadi bagian dari nomor surat."),
		("tujuan", "Kepada", "Satu baris untuk setiap penerima: instansi luar, atau jabatan di kantor ini."),
		("cara_menulis", "Cara menulis", "Tulis di sini, atau unggah naskah .docx dari pengolah kata."),
		(
			"penanda_tangan",
			"Penanda tangan",
			"Jabatan yang menandatangani. Paraf diminta setingkat demi setingkat sampai kepadanya.",
		),
		("koordinasi", "Paraf koordinasi", "Jabatan unit lain yang perlu ikut memeriksa. Boleh kosong."),
	),
}


def create_panduan_isian() -> None:
	"""Create the tours that the site does not have yet."""
	for doctype, steps in PANDUAN.items():
		if not frappe.db.exists("Form Tour", doctype):
			columns = ("fieldname", "title", "description")
			rows = [{**dict(zip(columns, step, strict=True)), "position": "Bottom"} for step in steps]
			frappe.get_doc(
				{"doctype": "Form Tour", "title": doctype, "reference_doctype": doctype, "steps": rows}
			).insert(ignore_permissions=True)
