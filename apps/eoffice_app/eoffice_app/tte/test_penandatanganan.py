"""Letters signed through the endpoint, as the desk does it."""

import hashlib
from datetime import datetime, timedelta, timezone
from pathlib import Path

import frappe
from cryptography.hazmat.primitives.serialization import pkcs12
from frappe.deferred_insert import save_to_db
from frappe.utils import add_days, get_site_path, getdate, nowdate

from eoffice_app.penomoran.pemeriksaan import examine_ledger
from eoffice_app.tests.klien import make_klien
from eoffice_app.tests.naskah_tte import PASSPHRASE, ask_poppler, get_otoritas
from eoffice_app.tests.tanda_tangan import (
	DERET,
	JENIS,
	SERI,
	KasusTandaTangan,
	make_sertifikat,
	set_pengaturan,
	sign_and_wait,
)
from eoffice_app.tte.berkas_surat import BerkasTetapError
from eoffice_app.tte.galat import DaftarSuratError, PassphraseKosongError, PassphraseTerkunciError
from eoffice_app.tte.otoritas_uji import make_otoritas_uji
from eoffice_app.tte.penandatanganan import get_hasil, sign_surat
from eoffice_app.tte.pengaturan import PENGATURAN, SERTIFIKAT, read_private_file
from eoffice_app.tte.verifikasi import SAH, verify_pdf

SEKARANG = datetime.now(timezone.utc)
TAHUN = getdate(nowdate()).year


class TestPenandatanganan(KasusTandaTangan):
	def signed(self, **values) -> str:
		name = self.wait_for_signature(**values)
		(row,) = self.sign(name)
		self.assertEqual((row["keadaan"], row["keterangan"]), ("Berhasil", None))
		return name

	def assert_refused(self, words: str, *letters: str, **options):
		"""The letters are not signed, for a reason that says `words`, and no number is lost."""
		rows = self.sign(*letters, **options)
		self.assertRegex(rows[0]["keterangan"], words)
		for row in rows:
			self.assertEqual((row["keadaan"], row["nomor"]), ("Gagal", None))
			surat = self.read(row["surat_keluar"])
			self.assertEqual((surat.workflow_state, surat.nomor), ("Menunggu Tanda Tangan", None))
		self.assert_ledger_whole(0)
		return rows

	def assert_ledger_whole(self, numbers: int):
		self.assertEqual(frappe.db.count("Buku Nomor", {"deret": DERET}), numbers)
		self.assertEqual([each for each in examine_ledger() if each.seri.startswith(SERI)], [])

	def test_a_letter_is_signed_numbered_and_kept_with_its_original(self):
		surat = self.read(self.signed())
		self.assertEqual((surat.workflow_state, surat.nomor), ("Bernomor", f"001/{TAHUN}"))
		self.assertEqual(
			(surat.penyedia, surat.nama_penanda_tangan, surat.sebagai),
			("Lokal", "Pegawai UJI-KADIS", "Jabatan UJI-KADIS"),
		)
		self.assertEqual(str(surat.tanggal_surat), nowdate())
		signed, original = (
			read_private_file(surat.get(field)) for field in ("berkas_bertanda", "berkas_asli")
		)
		self.assertEqual(hashlib.sha256(signed).hexdigest(), surat.sha256_bertanda)
		self.assertEqual(hashlib.sha256(original).hexdigest(), surat.sha256_asli)
		self.assertEqual(verify_pdf(signed, [get_otoritas().export()]).keadaan, SAH)
		self.assertIn("Signature is Valid", ask_poppler("pdfsig", signed, "-nocert"))
		for isi in (signed, original):
			self.assertIn(surat.nomor, ask_poppler("pdftotext", isi))
		self.assertEqual(frappe.db.count("Agenda Keluar", {"surat_keluar": surat.name}), 1)
		self.assertEqual(frappe.db.count("Pengiriman Surat", {"surat_keluar": surat.name}), 1)

	def test_several_each_on_its_own_success_or_failure(self):
		first, second, third = (self.wait_for_signature() for _time in range(3))
		frappe.db.set_value("Surat Keluar", second, "versi", 2)
		frappe.db.commit()
		rows = self.sign(first, second, third)
		self.assertEqual([row["keadaan"] for row in rows], ["Berhasil", "Gagal", "Berhasil"])
		self.assertIn("sudah diubah sejak Anda membacanya", rows[1]["keterangan"])
		self.assertEqual([row["nomor"] for row in rows], [f"001/{TAHUN}", None, f"002/{TAHUN}"])
		self.assert_ledger_whole(2)

	def test_a_second_click_signs_nothing_more(self):
		name = self.signed()
		first = self.read(name)
		(row,) = self.sign(name)
		self.assertIn("berstatus Bernomor", row["keterangan"])
		self.assertEqual(self.read(name).sha256_bertanda, first.sha256_bertanda)
		self.assert_ledger_whole(1)

	def test_wrong_passphrases_stop_the_list_and_the_third_stops_the_user(self):
		letters = [self.wait_for_signature() for _time in range(2)]
		rows = self.assert_refused("Passphrase salah", *letters, passphrase="salah")
		self.assertIn("belum dicoba", rows[1]["keterangan"])
		for _time in range(2):
			self.sign(letters[0], passphrase="salah")
		with self.sebagai("UJI-KADIS"), self.assertRaises(PassphraseTerkunciError):
			sign_and_wait(letters[:1])
		self.assert_ledger_whole(0)

	def test_a_right_one_forgets_the_wrong_ones_before(self):
		letters = [self.wait_for_signature() for _time in range(2)]
		for passphrase in ("salah", "salah", PASSPHRASE, "salah", "salah"):
			self.sign(letters[0], passphrase=passphrase)
		self.assertEqual(self.sign(letters[1])[0]["keadaan"], "Berhasil")

	def test_a_certificate_that_is_over_revoked_or_of_strangers(self):
		name = self.wait_for_signature()
		otoritas = get_otoritas()
		over = otoritas.issue("A", PASSPHRASE, SEKARANG - timedelta(days=9), SEKARANG - timedelta(days=1))
		stranger = make_otoritas_uji("Kantor Lain").issue("A", PASSPHRASE)
		for isi, words in ((over, "berakhir pada"), (stranger, "bukan otoritas tepercaya")):
			with self.subTest(words=words):
				self.install(isi)
				self.assert_refused(words, name)

	def test_a_revoked_certificate(self):
		name = self.wait_for_signature()
		isi = get_otoritas().issue("A", PASSPHRASE)
		self.install(isi)
		serial = pkcs12.load_key_and_certificates(isi, PASSPHRASE.encode())[1].serial_number
		set_pengaturan(otoritas=[get_otoritas().export(), get_otoritas().revoke(serial)])
		frappe.db.commit()
		self.assert_refused("dicabut", name)

	def install(self, isi: bytes):
		doc = frappe.get_doc(SERTIFIKAT, self.certificate)
		doc.install(isi)
		doc.save()
		frappe.db.commit()

	def test_without_a_certificate_or_where_ink_is_asked_for(self):
		name = self.wait_for_signature()
		frappe.db.set_value(SERTIFIKAT, self.certificate, "aktif", 0)
		frappe.db.commit()
		self.assert_refused("belum mempunyai sertifikat", name)
		self.use("Basah")
		frappe.db.commit()
		self.assert_refused("dengan tinta", name)
		self.use("Lokal")
		frappe.db.set_value(SERTIFIKAT, self.certificate, "aktif", 1)
		frappe.db.set_value("Jenis Naskah", JENIS, "boleh_tte", 0)
		frappe.clear_document_cache("Jenis Naskah", JENIS)
		frappe.db.commit()
		try:
			self.assert_refused("hanya boleh ditandatangani dengan tinta", name)
		finally:
			frappe.db.set_value("Jenis Naskah", JENIS, "boleh_tte", 1)
			frappe.clear_document_cache("Jenis Naskah", JENIS)
			frappe.db.commit()

	def test_a_pattern_with_an_unknown_token_takes_no_number(self):
		name = self.wait_for_signature()
		frappe.db.set_value("Deret Nomor", DERET, "pola", "{urut}/{entah}")
		frappe.clear_document_cache("Deret Nomor", DERET)
		frappe.db.commit()
		try:
			self.assert_refused("tidak dikenal: entah", name)
		finally:
			frappe.db.set_value("Deret Nomor", DERET, "pola", "{urut:3}/{tahun}")
			frappe.clear_document_cache("Deret Nomor", DERET)
			frappe.db.commit()

	def test_to_a_stranger_the_letter_is_not_there_and_others_do_not_sign(self):
		name = self.wait_for_signature("UJI-KABID-A")
		with self.sebagai("UJI-STAF-B"), self.assertRaises(frappe.DoesNotExistError):
			sign_and_wait((name,))
		make_sertifikat("UJI-KABID-A")
		frappe.db.commit()
		# The drafter sees his letter, and is not its signer.
		self.assert_refused("Hanya pemangku jabatan", name, kode="UJI-KABID-A")
		answer = make_klien("Guest").call(f"{sign_surat.__module__}.sign_surat", daftar="[]", passphrase="x")
		self.assertEqual(answer.status, 403)

	def test_the_result_of_another_is_not_there(self):
		name = self.wait_for_signature()
		self.sign(name)
		kelompok = frappe.db.get_value("Upaya Tanda Tangan", {"surat_keluar": name}, "kelompok")
		with self.sebagai("UJI-KABID-A"), self.assertRaises(frappe.DoesNotExistError):
			get_hasil(kelompok)

	def test_a_list_that_is_none(self):
		name = self.wait_for_signature()
		with self.sebagai("UJI-KADIS"):
			for letters in ((), (name, name)):
				with self.assertRaises(DaftarSuratError):
					sign_and_wait(letters)
			with self.assertRaises(DaftarSuratError):
				sign_and_wait((name, self.wait_for_signature()), tanggal_surat=nowdate())
			with self.assertRaises(PassphraseKosongError):
				sign_and_wait((name,), passphrase="")

	def test_signed_files_stay(self):
		surat = self.read(self.signed())
		for field in ("berkas_asli", "berkas_bertanda"):
			berkas = frappe.get_doc("File", {"file_url": surat.get(field)})
			with self.assertRaises(BerkasTetapError):
				frappe.delete_doc("File", berkas.name)
			berkas.file_name = "lain.pdf"
			with self.assertRaises(BerkasTetapError):
				berkas.save()
			surat = self.read(surat.name)
			surat.set(field, "/private/files/lain.pdf")
			surat.flags.langkah = True
			with self.assertRaises(BerkasTetapError):
				surat.save()
		# A client's own words about a signature are not even looked at.
		surat = self.read(surat.name)
		surat.update({"nomor": "9", "sha256_bertanda": "x", "penyedia": "Basah"})
		surat.save()
		self.assertEqual(surat.nomor, f"001/{TAHUN}")

	def test_a_fault_of_the_machine_keeps_nothing_and_no_secret(self):
		name = self.wait_for_signature()
		address = frappe.get_doc(PENGATURAN).otoritas[0].berkas
		path = Path(get_site_path("private", "files", Path(address).name))
		moved = path.rename(path.with_suffix(".hilang"))
		try:
			self.assert_refused("kesalahan sistem", name)
		finally:
			moved.rename(path)
		self.assert_secret_nowhere()

	def test_a_request_that_breaks_leaves_no_passphrase_in_any_log(self):
		name = self.wait_for_signature()
		before = frappe.db.count("Error Log")
		klien = make_klien("uji-kadis@uji.example")
		frappe.db.commit()
		daftar = frappe.as_json([{"surat_keluar": name, "versi": 1}])
		frappe.db.sql_ddl("rename table `tabUpaya Tanda Tangan` to `tabUpaya Hilang`")
		try:
			answer = klien.call(f"{sign_surat.__module__}.sign_surat", daftar=daftar, passphrase=PASSPHRASE)
		finally:
			frappe.db.sql_ddl("rename table `tabUpaya Hilang` to `tabUpaya Tanda Tangan`")
		self.assertEqual(answer.status, 500)
		self.assertNotIn(PASSPHRASE, answer.isi)
		# Frappe puts what went wrong by and writes it down a little later.
		save_to_db()
		frappe.db.commit()
		self.assertGreater(frappe.db.count("Error Log"), before)
		self.assert_secret_nowhere()

	def assert_secret_nowhere(self):
		for doctype, column in (
			("Error Log", "error"),
			("Version", "data"),
			("Upaya Tanda Tangan", "keterangan"),
		):
			self.assertEqual(frappe.db.count(doctype, {column: ["like", f"%{PASSPHRASE}%"]}), 0, doctype)
		logs = [*Path(get_site_path("logs")).glob("*.log"), *Path("../logs").glob("*.log")]
		self.assertTrue(logs)
		for path in logs:
			self.assertNotIn(PASSPHRASE.encode(), path.read_bytes(), path)

	def test_dated_back_by_whom_the_series_allows_and_with_a_reason(self):
		kemarin = add_days(nowdate(), -1)
		old, today = self.wait_for_signature(), self.signed()
		with self.sebagai("UJI-KADIS"), self.assertRaises(frappe.ValidationError):
			sign_and_wait((old,), tanggal_surat=kemarin)
		(row,) = self.sign(old, tanggal_surat=kemarin, alasan="Listrik padam")
		self.assertIn("hanya diberikan oleh", row["keterangan"])
		self.allow_insertion("Pimpinan")
		(row,) = self.sign(old, tanggal_surat=kemarin, alasan="Listrik padam")
		# Older than the first number: there is no place.
		self.assertIn("lebih tua dari nomor pertama", row["keterangan"])
		self.assertEqual(self.read(today).nomor, f"001/{TAHUN}")

	def test_dated_back_across_the_years_end(self):
		self.allow_insertion("Pimpinan")
		first, second, third = (self.wait_for_signature() for _time in range(3))
		akhir, awal = f"{TAHUN - 1}-12-31", f"{TAHUN - 1}-12-30"
		numbers = [
			self.sign(name, **date)[0]["nomor"]
			for name, date in (
				(first, {}),
				(second, {"tanggal_surat": awal, "alasan": "Ditemukan kemudian"}),
				(third, {"tanggal_surat": akhir, "alasan": "Ditemukan kemudian"}),
			)
		]
		self.assertEqual(numbers, [f"001/{TAHUN}", f"001/{TAHUN - 1}", f"002/{TAHUN - 1}"])
		self.assertIn(f"30 Desember {TAHUN - 1}", self.read_page(second))
		fourth = self.wait_for_signature()
		(row,) = self.sign(fourth, tanggal_surat=awal, alasan="Ditemukan kemudian")
		self.assertEqual(row["nomor"], f"001.a/{TAHUN - 1}")
		self.assert_ledger_whole(4)

	def read_page(self, surat: str) -> str:
		return ask_poppler("pdftotext", read_private_file(self.read(surat).berkas_bertanda))

	def allow_insertion(self, peran: str):
		frappe.db.set_value("Deret Nomor", DERET, "peran_sisipan", peran)
		frappe.clear_document_cache("Deret Nomor", DERET)
		frappe.db.commit()

	def test_a_letter_with_a_reserved_number_is_handed_in(self):
		with self.sebagai("UJI-KADIS"):
			pesanan = frappe.get_doc(
				{"doctype": "Pesanan Nomor", "deret": DERET, "jumlah": 2, "alasan": "Listrik padam"}
			).insert()
		frappe.db.commit()
		(row,) = self.sign(self.wait_for_signature(), pesanan=pesanan.name, nomor_urut=2)
		self.assertEqual(row["nomor"], f"002/{TAHUN}")
		(row,) = self.sign(self.wait_for_signature())
		self.assertEqual(row["nomor"], f"003/{TAHUN}")
		(row,) = self.sign(self.wait_for_signature(), pesanan=pesanan.name, nomor_urut=2)
		self.assertIn("tidak sedang dipesan", row["keterangan"])
