from datetime import timedelta
from pathlib import Path

import frappe
import pikepdf
from frappe.utils import get_files_path, now_datetime

from eoffice_app.exceptions import BerkasTidakSahError
from eoffice_app.persuratan.berkas.gabung_scan import (
	TidakMenungguPenggabunganError,
	find_left_waiting,
	finish_merging,
	merge_again,
	store_result,
	take_lease,
)
from eoffice_app.persuratan.berkas.sewa import LAMA_SEWA, PERCOBAAN_TERBANYAK
from eoffice_app.persuratan.berkas.test_satu_pdf import make_locked, make_pages, make_picture
from eoffice_app.tests.dasar import (
	KasusUji,
	acting_as,
	make_berkas,
	make_surat_masuk,
	make_surat_menunggu,
)


class TestGabungScan(KasusUji):
	def tearDown(self):
		super().tearDown()
		for path in Path(get_files_path(is_private=1)).glob("surat-*.pdf"):
			if not frappe.db.exists("File", {"file_url": f"/private/files/{path.name}"}):
				path.unlink()

	def test_a_single_pdf_is_the_one_file_at_once(self):
		surat = make_surat_masuk()
		self.assertEqual((surat.keadaan_gabungan, surat.berkas_gabungan), ("Selesai", surat.scan[0].berkas))

	def test_several_scans_become_one_pdf_in_their_order(self):
		surat = self.register(make_pages(300, 310), make_picture("PNG", (300, 400)), make_pages(320))
		self.assertEqual((surat.keadaan_gabungan, surat.berkas_gabungan), ("Menunggu", None))
		surat = self.merge(surat)
		self.assertEqual((surat.keadaan_gabungan, surat.galat_gabungan), ("Selesai", None))
		with pikepdf.open(path_of(surat.berkas_gabungan)) as pdf:
			self.assertEqual([int(page.mediabox[2]) for page in pdf.pages], [300, 310, 595, 320])

	def test_the_one_file_belongs_to_the_letter_and_the_scans_stay(self):
		surat = self.merge(self.register(make_pages(300), make_pages(310)))
		berkas = frappe.get_doc("File", {"file_url": surat.berkas_gabungan})
		self.assertEqual(
			(berkas.attached_to_name, berkas.is_private, berkas.owner), (surat.name, 1, "Administrator")
		)
		self.assertEqual(berkas.file_size, path_of(surat.berkas_gabungan).stat().st_size)
		self.assertTrue(all(path_of(row.berkas).exists() for row in surat.scan))

	def test_the_one_file_is_as_visible_as_the_letter(self):
		surat = self.merge(self.register(make_pages(300), make_pages(310), sifat="Terbatas"))
		berkas = frappe.get_doc("File", {"file_url": surat.berkas_gabungan})
		for kode, sees in (("UJI-KADIS", True), ("UJI-OPERATOR", True), ("UJI-STAF-B", False)):
			with self.sebagai(kode):
				self.assertEqual(berkas.is_downloadable(), sees, kode)

	def test_a_job_that_runs_twice_does_its_work_once(self):
		surat = self.register(make_pages(300), make_pages(310))
		self.assertTrue(take_lease(surat.name))
		self.assertFalse(take_lease(surat.name))
		finish_merging(surat.name)
		self.assertFalse(take_lease(surat.name))
		self.assertEqual(self.count_merged(surat), 1)

	def test_a_killed_job_is_found_again_when_its_lease_has_run_out(self):
		surat = self.register(make_pages(300), make_pages(310))
		self.assertTrue(take_lease(surat.name))
		self.assertNotIn(surat.name, find_left_waiting())
		self.let_lease_run_out(surat)
		self.assertIn(surat.name, find_left_waiting())
		self.assertEqual(self.merge(surat).keadaan_gabungan, "Selesai")

	def test_a_job_that_dies_again_and_again_is_given_up(self):
		surat = self.register(make_pages(300), make_pages(310))
		for _attempt in range(PERCOBAAN_TERBANYAK):
			self.assertTrue(take_lease(surat.name))
			self.let_lease_run_out(surat)
		surat = self.merge(surat)
		self.assertEqual(surat.keadaan_gabungan, "Gagal")
		self.assertIn(str(PERCOBAAN_TERBANYAK), surat.galat_gabungan)

	def test_a_file_that_broke_on_the_disk_is_named_and_may_be_replaced(self):
		surat = self.register(make_pages(300), make_pages(310))
		broken = frappe.get_doc("File", {"file_url": surat.scan[1].berkas})
		path_of(surat.scan[1].berkas).write_bytes(b"%PDF-1.7\nbroken")
		surat = self.merge(surat)
		self.assertEqual((surat.keadaan_gabungan, surat.berkas_gabungan), ("Gagal", None))
		self.assertIn(broken.file_name, surat.galat_gabungan)
		with self.sebagai("UJI-OPERATOR"):
			surat.scan[1].berkas = make_berkas(make_pages(330)).file_url
			surat.save()
		self.assertEqual((surat.keadaan_gabungan, surat.galat_gabungan), ("Menunggu", None))
		self.assertEqual(self.merge(surat).keadaan_gabungan, "Selesai")

	def test_changed_scans_are_merged_anew_and_the_old_file_goes(self):
		surat = self.merge(self.register(make_pages(300), make_pages(310)))
		old = surat.berkas_gabungan
		with self.sebagai("UJI-OPERATOR"):
			surat.scan[0].berkas, surat.scan[1].berkas = surat.scan[1].berkas, surat.scan[0].berkas
			surat.save()
		surat = self.merge(surat)
		self.assertNotEqual(surat.berkas_gabungan, old)
		self.assertEqual(self.count_merged(surat), 1)
		with pikepdf.open(path_of(surat.berkas_gabungan)) as pdf:
			self.assertEqual([int(page.mediabox[2]) for page in pdf.pages], [310, 300])

	def test_scans_changed_while_the_job_runs_are_not_overwritten(self):
		surat = self.register(make_pages(300), make_pages(310))
		take_lease(surat.name)
		at_the_beginning = frappe.get_doc("Surat Masuk", surat.name)
		with self.sebagai("UJI-OPERATOR"):
			surat.reload()
			surat.append("scan", {"berkas": make_berkas(make_pages(320)).file_url})
			surat.save()
		store_result(
			at_the_beginning, {"keadaan_gabungan": "Selesai", "berkas_gabungan": "/private/files/lama.pdf"}
		)
		surat.reload()
		self.assertEqual((surat.keadaan_gabungan, surat.berkas_gabungan), ("Menunggu", None))

	def test_what_a_client_says_about_the_one_file_is_not_believed(self):
		surat = make_surat_masuk(berkas_gabungan="/files/lain.pdf", keadaan_gabungan="Gagal")
		self.assertEqual(surat.berkas_gabungan, surat.scan[0].berkas)
		with self.sebagai("UJI-OPERATOR"):
			surat.berkas_gabungan = "/files/lain.pdf"
			surat.save()
		self.assertEqual(surat.berkas_gabungan, surat.scan[0].berkas)

	def test_merging_goes_on_while_officials_work_on_the_letter(self):
		surat = make_surat_menunggu(scan=self.upload(make_pages(300), make_pages(310)))
		self.assertEqual(self.merge(surat).keadaan_gabungan, "Selesai")

	def test_a_failed_merging_may_be_tried_again_by_the_operator(self):
		surat = self.register(make_pages(300), make_pages(310))
		path = path_of(surat.scan[0].berkas)
		path.rename(path.with_suffix(".gone"))
		self.assertEqual(self.merge(surat).keadaan_gabungan, "Gagal")
		path.with_suffix(".gone").rename(path)
		with self.sebagai("UJI-OPERATOR"):
			merge_again(surat.name)
			self.assertEqual(self.merge(surat).keadaan_gabungan, "Selesai")
			with self.assertRaises(TidakMenungguPenggabunganError):
				merge_again(surat.name)
		with self.sebagai("UJI-STAF-B"), self.assertRaises(frappe.DoesNotExistError):
			merge_again(surat.name)

	def test_a_photograph_keeps_how_the_camera_was_held(self):
		content = make_picture("JPEG", (600, 400), orientation=6)
		letter = {"attached_to_doctype": "Surat Masuk", "attached_to_name": "new-surat-masuk-1"}
		with self.sebagai("UJI-OPERATOR"):
			berkas = make_berkas(content, "surat.jpg", **letter)
		self.assertEqual(path_of(berkas.file_url).read_bytes(), content)

	def test_a_file_locked_by_a_password_is_refused_at_upload(self):
		with self.sebagai("UJI-OPERATOR"), self.assertRaisesRegex(BerkasTidakSahError, "kata sandi"):
			make_berkas(make_locked("rahasia"), attached_to_doctype="Surat Masuk", attached_to_name="new-1")

	def register(self, *contents: bytes, **values):
		return make_surat_masuk(scan=self.upload(*contents), **values)

	def upload(self, *contents: bytes) -> list[dict]:
		with acting_as("UJI-OPERATOR"):
			return [{"berkas": make_berkas(make_unlike(content)).file_url} for content in contents]

	def merge(self, surat):
		self.assertTrue(take_lease(surat.name))
		finish_merging(surat.name)
		return frappe.get_doc("Surat Masuk", surat.name)

	def let_lease_run_out(self, surat):
		past = now_datetime() - LAMA_SEWA - timedelta(seconds=1)
		frappe.db.set_value("Surat Masuk", surat.name, "gabungan_dicoba_pada", past, update_modified=False)

	def count_merged(self, surat) -> int:
		return frappe.db.count(
			"File", {"attached_to_name": surat.name, "attached_to_field": "berkas_gabungan"}
		)


def path_of(address: str) -> Path:
	"""Return where the private file of an address lies."""
	return Path(get_files_path(address.rpartition("/")[2], is_private=1))


def make_unlike(content: bytes) -> bytes:
	"""Return a PDF unlike any other: Frappe keeps files of the same content only once."""
	is_pdf = content.startswith(b"%PDF")
	return content + b"%" + frappe.generate_hash(length=16).encode() + b"\n" if is_pdf else content
