"""What the caraka's phone sends: counted once, believed only where it can be true, and kept without its secrets."""

import base64
from io import BytesIO

import frappe
from frappe.utils import add_to_date, now_datetime
from PIL import Image

from eoffice_app.ekspedisi.caraka import get_tugas, record_hasil
from eoffice_app.ekspedisi.galat import KeadaanEkspedisiError, SudahTercatatError, TandaTerimaTidakSahError
from eoffice_app.ekspedisi.perjalanan import close_run, hand_back
from eoffice_app.saluran.keadaan import TERKIRIM
from eoffice_app.tests.dasar import KasusUji, make_pegawai, surel
from eoffice_app.tests.ekspedisi import (
	CARAKA,
	CARAKA_LAIN,
	compose_catatan,
	make_alamat_data,
	make_run_under_way,
	make_tanda_tangan,
)

MENIT = 60_000


class TestCaraka(KasusUji):
	@classmethod
	def prepare_class(cls) -> dict:
		make_pegawai(CARAKA_LAIN, "Caraka")
		run, (line,) = make_run_under_way(perihal="Perihal yang tidak perlu diketahui")
		pengiriman = frappe.db.get_value("Baris Ekspedisi", line, "pengiriman")
		return {"run_doc": run, "line": line, "pengiriman": pengiriman}

	def send(self, oleh: str = CARAKA, **values):
		with self.sebagai(oleh):
			return record_hasil(**compose_catatan(self.line, **values))

	def read(self):
		return frappe.get_doc("Pengiriman Surat", self.pengiriman)

	def assert_refused(self, **values):
		with self.assertRaises(TandaTerimaTidakSahError, msg=values):
			self.send(**values)
		self.assertIsNone(self.read().diterima_pada)

	def test_the_phone_learns_what_stands_outside_and_no_more(self):
		with self.sebagai(CARAKA):
			tugas = get_tugas()
		(run,) = [run for run in tugas["ekspedisi"] if run.name == self.run_doc.name]
		(surat,) = run.surat
		self.assertEqual(
			(surat["tujuan"], surat["alamat"], surat["penanda"]), ("Instansi Uji", "Jalan Uji 1", "")
		)
		self.assertNotIn("Perihal yang", frappe.as_json(tugas))
		with self.sebagai(CARAKA_LAIN):
			self.assertNotIn(self.run_doc.name, [run.name for run in get_tugas()["ekspedisi"]])

	def test_a_letter_that_is_not_biasa_is_marked(self):
		run, _lines = make_run_under_way(sifat="Terbatas")
		with self.sebagai(CARAKA):
			found = next(row for row in get_tugas()["ekspedisi"] if row.name == run.name)
		self.assertEqual(found.surat[0]["penanda"], "Terbatas")

	def test_a_receipt_stands_in_delivery_letter_and_book_at_once(self):
		happened = now_datetime()
		self.send(foto=make_alamat_data(Image.new("RGB", (3000, 1000), "green"), "JPEG"))
		doc = self.read()
		self.assertEqual(
			(doc.keadaan, doc.diterima_oleh, doc.jabatan_penerima_surat),
			(TERKIRIM, "Penerima Contoh", "Resepsionis"),
		)
		self.assertEqual(doc.ekspedisi, self.run_doc.name)
		self.assertLess(abs(doc.diterima_pada - happened).total_seconds(), 30)
		self.assertEqual(frappe.db.get_value("Surat Keluar", doc.surat_keluar, "workflow_state"), TERKIRIM)
		baris = frappe.get_doc("Baris Ekspedisi", self.line)
		self.assertEqual((baris.hasil, baris.tercatat_oleh), ("Diterima", surel(CARAKA)))

	def test_pictures_are_private_files_of_the_delivery_without_what_the_camera_adds(self):
		photo = Image.new("RGB", (3000, 1000), "green")
		exif = photo.getexif()
		exif[0x010E] = "tempat rahasia"
		self.send(foto=make_alamat_data(photo, "JPEG", exif=exif))
		doc = self.read()
		for address in (doc.tanda_tangan, doc.foto):
			berkas = frappe.get_doc("File", {"file_url": address})
			self.assertTrue(berkas.is_private)
			self.assertEqual((berkas.attached_to_doctype, berkas.attached_to_name), (doc.doctype, doc.name))
		with open(frappe.get_doc("File", {"file_url": doc.foto}).get_full_path(), "rb") as stream:
			content = stream.read()
		self.assertNotIn(b"tempat rahasia", content)
		self.assertEqual(Image.open(BytesIO(content)).size, (1600, 533))

	def test_the_same_receipt_twice_counts_once(self):
		note = compose_catatan(self.line)
		with self.sebagai(CARAKA):
			first, second = record_hasil(**note), record_hasil(**note)
		self.assertEqual(first, second)
		self.assertEqual(frappe.db.count("File", {"attached_to_name": self.pengiriman}), 1)

	def test_another_receipt_for_the_same_letter_is_refused_and_said(self):
		self.send()
		with self.assertRaises(SudahTercatatError):
			self.send(nama_penerima="Orang lain")
		self.assertEqual(self.read().diterima_oleh, "Penerima Contoh")

	def test_undelivered_first_and_delivered_later_on_the_same_run(self):
		self.send(hasil="Tidak Terkirim", alasan="Kantor tutup")
		self.assertEqual(self.read().alasan, "Kantor tutup")
		self.send()
		self.assertEqual((self.read().keadaan, self.read().alasan), (TERKIRIM, None))
		with self.assertRaises(SudahTercatatError):
			self.send(hasil="Tidak Terkirim", alasan="Kantor tutup")

	def test_a_note_made_offline_keeps_the_time_it_was_made(self):
		frappe.db.set_value(
			"Ekspedisi", self.run_doc.name, "diserahkan_pada", add_to_date(now_datetime(), hours=-5)
		)
		self.send(umur=180 * MENIT)
		age = (now_datetime() - self.read().diterima_pada).total_seconds()
		self.assertAlmostEqual(age, 3 * 3600, delta=60)
		recorded = frappe.db.get_value("Baris Ekspedisi", self.line, "tercatat_pada")
		self.assertLess((now_datetime() - recorded).total_seconds(), 60)

	def test_a_time_that_cannot_be_is_refused(self):
		for umur in (180 * MENIT, -30 * MENIT, 10**15, -(10**15)):
			self.assert_refused(umur=umur)

	def test_a_note_that_lacks_something_is_refused(self):
		for values in (
			{"nama_penerima": "  "},
			{"nama_penerima": "x" * 200},
			{"tanda_tangan": ""},
			{"tanda_tangan": make_tanda_tangan(is_signed=False)},
			{"hasil": "Tidak Terkirim"},
			{"hasil": "Hilang"},
			{"kunci": ""},
			{"kunci": "x" * 65},
		):
			self.assert_refused(**values)

	def test_what_is_no_picture_is_refused(self):
		text = base64.b64encode(b"<svg onload=alert(1)>").decode()
		good = make_tanda_tangan()
		for picture in (
			"bukan gambar",
			f"data:image/svg+xml;base64,{text}",
			f"data:image/png;base64,{text}",
			good[: len(good) // 2],
			good.replace("data:image/png", "data:text/html"),
			f"data:image/png;base64,{'A' * 500_000}",
		):
			self.assert_refused(tanda_tangan=picture)
			self.assert_refused(foto=picture if "A" * 99 not in picture else picture * 12)

	def test_a_picture_of_too_many_points_is_refused_before_it_is_opened(self):
		self.assert_refused(tanda_tangan=make_alamat_data(Image.new("1", (8_000, 8_000)), "PNG"))

	def test_the_code_of_another_copy_is_refused(self):
		kode = self.read().kode
		self.assert_refused(kode="ABCD-EFGH")
		self.send(kode=kode.lower())
		self.assertTrue(frappe.db.get_value("Baris Ekspedisi", self.line, "dipindai"))

	def test_the_code_of_the_signed_letter_is_that_of_its_copy_too(self):
		surat = self.read().surat_keluar
		frappe.db.set_value("Surat Keluar", surat, "kode_verifikasi", "ABCDEFGHIJKLMNOPQRSTUVWXYZ")
		for sifat, known in (("Biasa", "ABCDEFGHIJKLMNOPQRSTUVWXYZ"), ("Terbatas", "")):
			frappe.db.set_value("Pengiriman Surat", self.pengiriman, "sifat", sifat)
			with self.sebagai(CARAKA):
				tugas = get_tugas()["ekspedisi"]
			(row,) = next(run for run in tugas if run.name == self.run_doc.name).surat
			self.assertEqual(row["kode_surat"], known)
		self.send(kode="https://kantor.example/verifikasi/ABCDEFGHIJKLMNOPQRSTUVWXYZ")
		self.assertTrue(frappe.db.get_value("Baris Ekspedisi", self.line, "dipindai"))

	def test_a_key_used_for_another_letter_is_refused(self):
		_run, (other,) = make_run_under_way()
		note = compose_catatan(other)
		with self.sebagai(CARAKA):
			record_hasil(**note)
		self.assert_refused(kunci=note["kunci"])

	def test_only_the_caraka_of_the_run_is_heard(self):
		for kode in (CARAKA_LAIN, "UJI-OPERATOR", "UJI-KADIS", "Guest"):
			with self.assertRaises(frappe.DoesNotExistError, msg=kode):
				self.send(kode)

	def test_notes_come_in_after_the_run_was_handed_back_and_not_after_it_was_closed(self):
		with self.sebagai(CARAKA):
			hand_back(self.run_doc.name)
		self.send(hasil="Tidak Terkirim", alasan="Kantor tutup")
		with self.sebagai("UJI-OPERATOR"):
			close_run(self.run_doc.name, {self.line: "Kirim Ulang"})
		with self.assertRaises(KeadaanEkspedisiError):
			self.send()
