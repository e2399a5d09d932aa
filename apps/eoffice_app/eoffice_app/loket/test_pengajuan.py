"""A submission: what is kept, under which number and code, and that the same one is kept once."""

import hashlib

import frappe

from eoffice_app.exceptions import BerkasTidakSahError, RiwayatTetapError
from eoffice_app.loket.berkas_pengajuan import BerkasTerunggah
from eoffice_app.loket.keadaan import BARU, FORMULIR_WEB, SURAT_ELEKTRONIK
from eoffice_app.loket.masukan import LayananTidakAdaError, PengajuanTidakLengkapError
from eoffice_app.loket.pengajuan import submit
from eoffice_app.persuratan.surat_masuk.kode_status import fingerprint
from eoffice_app.tests.dasar import KasusUji, acting_as, make_pdf
from eoffice_app.tests.pengajuan import compose_data, compose_surel, make_pengajuan, read_berkas


class TestKirim(KasusUji):
	def test_what_a_guest_sends_is_kept_as_it_came(self):
		isi = make_pdf()
		with acting_as("Guest"):
			hasil = submit(
				compose_data(perihal="Undangan  rapat\n"), [BerkasTerunggah("Surat Dinas.pdf", isi)]
			)
		pengajuan = frappe.get_doc("Pengajuan Surat", hasil.nama)
		self.assertEqual(
			(pengajuan.keadaan, pengajuan.asal, pengajuan.perihal), (BARU, FORMULIR_WEB, "Undangan rapat")
		)
		row = pengajuan.berkas[0]
		self.assertEqual(
			(row.nama_asli, row.jenis, row.ukuran), ("Surat Dinas.pdf", "application/pdf", len(isi))
		)
		self.assertEqual(row.sha256, hashlib.sha256(isi).hexdigest())
		self.assertEqual(read_berkas(row.berkas), isi)

	def test_number_counts_in_its_year_and_only_the_fingerprint_of_the_code_is_kept(self):
		first, second = make_pengajuan(), make_pengajuan()
		number, year = second.nomor_bukti.removeprefix("PL-").split("/")
		self.assertEqual(first.nomor_bukti, f"PL-{int(number) - 1:06}/{year}")
		kept = frappe.get_doc("Pengajuan Surat", first.nama).as_json()
		self.assertNotIn(first.kode, kept)
		self.assertIn(fingerprint(first.kode), kept)

	def test_same_key_of_a_page_makes_one(self):
		data = compose_data(kunci_kirim="k" * 32)
		berkas = [BerkasTerunggah("a.pdf", make_pdf())]
		self.assertEqual(submit(data, berkas), submit(data, berkas))
		self.assertEqual(frappe.db.count("Pengajuan Surat", {"kunci_kirim": "k" * 32}), 1)

	def test_same_mail_of_a_mailbox_makes_one_however_long_its_id(self):
		data = compose_surel(message_id=f"<{'m' * 900}@contoh.example>")
		self.assertEqual(submit(data, []).nama, submit(data, []).nama)

	def test_mail_is_taken_as_it_is(self):
		hasil = submit(compose_surel(perihal="", nama_pengirim="N" * 500, surel="bukan alamat"), [])
		pengajuan = frappe.get_doc("Pengajuan Surat", hasil.nama)
		self.assertEqual((pengajuan.asal, pengajuan.surel), (SURAT_ELEKTRONIK, None))
		self.assertEqual(len(pengajuan.nama_pengirim), 200)
		nameless = submit(compose_surel(nama_pengirim=""), [])
		self.assertEqual(
			frappe.db.get_value("Pengajuan Surat", nameless.nama, "nama_pengirim"), compose_surel().surel
		)

	def test_incomplete_form_is_refused_with_what_is_missing(self):
		for values, words in (
			({"nama_pengirim": " "}, "Nama pengirim"),
			({"perihal": ""}, "Perihal"),
			({"surel": "", "telepon": ""}, "surel atau nomor telepon"),
			({"surel": "a@b.id, c@d.id"}, "tidak benar"),
			({"tanggal_surat": "2999-01-01"}, "belum terjadi"),
			({"perihal": "x" * 1001}, "terlalu panjang"),
		):
			with self.subTest(words), self.assertRaisesRegex(PengajuanTidakLengkapError, words):
				submit(compose_data(**values), [BerkasTerunggah("a.pdf", make_pdf())])
		with self.assertRaisesRegex(PengajuanTidakLengkapError, "Belum ada berkas"):
			submit(compose_data(), [])

	def test_file_that_is_not_what_it_says_is_refused_and_nothing_kept(self):
		before = frappe.db.count("Pengajuan Surat")
		with self.assertRaises(BerkasTidakSahError):
			submit(compose_data(), [BerkasTerunggah("surat.pdf", b"MZ\x90\x00 bukan PDF")])
		self.assertEqual(frappe.db.count("Pengajuan Surat"), before)

	def test_questions_of_a_service_are_answered_in_its_kind_and_order(self):
		berkas = [BerkasTerunggah("a.pdf", make_pdf())]
		answers = {
			"Kegunaan data": "Penelitian",
			"Data yang diminta": "Jumlah penduduk",
			"Periode data": "2025",
			"Tidak ditanya": "x",
		}
		hasil = submit(compose_data(layanan="Permohonan Data", isian=answers), berkas)
		kept = frappe.parse_json(frappe.db.get_value("Pengajuan Surat", hasil.nama, "isian"))
		self.assertEqual([row[0] for row in kept], ["Data yang diminta", "Periode data", "Kegunaan data"])
		with self.assertRaisesRegex(PengajuanTidakLengkapError, "Periode data"):
			submit(compose_data(layanan="Permohonan Data", isian={**answers, "Periode data": ""}), berkas)

	def test_service_that_is_switched_off_is_not_offered(self):
		frappe.db.set_value("Layanan Loket", "Kirim Surat", "aktif", 0)
		with self.assertRaises(LayananTidakAdaError):
			submit(compose_data(), [BerkasTerunggah("a.pdf", make_pdf())])

	def test_names_of_files_lose_paths_and_signs_nobody_sees(self):
		hasil = make_pengajuan(nama_berkas="../../etc/gaji\u202efdp.exe.pdf")
		nama = frappe.get_doc("Pengajuan Surat", hasil.nama).berkas[0].nama_asli
		self.assertEqual(nama, "gajifdp.exe.pdf")


class TestTetap(KasusUji):
	def test_operator_changes_only_what_is_his(self):
		name = make_pengajuan().nama
		with self.sebagai("UJI-OPERATOR"):
			pengajuan = frappe.get_doc("Pengajuan Surat", name)
			pengajuan.update({"perihal": "Diubah", "keadaan": "Diterima", "perlu_cetak": "Perlu Dicetak"})
			pengajuan.berkas = []
			pengajuan.save()
		kept = frappe.get_doc("Pengajuan Surat", name)
		self.assertEqual((kept.keadaan, kept.perlu_cetak), (BARU, "Perlu Dicetak"))
		self.assertEqual((kept.perihal, len(kept.berkas)), ("Permohonan narasumber", 1))

	def test_nobody_deletes_one(self):
		with self.assertRaises(RiwayatTetapError):
			frappe.delete_doc("Pengajuan Surat", make_pengajuan().nama)
