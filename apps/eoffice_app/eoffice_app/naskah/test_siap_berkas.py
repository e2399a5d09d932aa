import threading
from datetime import timedelta

import frappe
from frappe.utils import now_datetime

from eoffice_app.naskah.berkas_konsep import BERKAS
from eoffice_app.naskah.siap import (
	SEWA,
	NaskahDisiapkanError,
	NaskahGagalError,
	get_naskah,
	store_result,
	try_to_compose,
)
from eoffice_app.naskah.tempat import TANDA_TANGAN, fill_tempat, list_tempat
from eoffice_app.naskah.test_berkas_konsep import make_by_file, upload
from eoffice_app.naskah.test_libreoffice import kill_when_running
from eoffice_app.naskah.test_tempat import make_page, read_text
from eoffice_app.persuratan.berkas.sewa import LAMA_SEWA, PERCOBAAN_TERBANYAK
from eoffice_app.persuratan.berkas.test_gabung_scan import path_of
from eoffice_app.persuratan.berkas.test_satu_pdf import make_pages
from eoffice_app.persuratan.konsep.langkah import send_draft
from eoffice_app.tests.dasar import KasusUji, make_pegawai, make_pemangku
from eoffice_app.tests.naskah_docx import make_docx


class TestNaskahBerkas(KasusUji):
	def test_a_file_becomes_a_pdf_by_a_job_and_is_said_to_be_under_way(self):
		surat = make_by_file()
		self.assertEqual(surat.keadaan_naskah, "Menunggu")
		with self.assertRaises(NaskahDisiapkanError):
			get_naskah(surat)
		surat = self.prepare(surat)
		self.assertEqual(surat.keadaan_naskah, "Siap")
		text = read_text(get_naskah(surat))
		for part in ("laporan kegiatan", "Jabatan UJI-KADIS,", "Pegawai UJI-KADIS"):
			self.assertIn(part, text)
		self.assertNotIn("{{", text)

	def test_attachments_follow_the_letter_and_the_signature_stays_on_it(self):
		foreign = make_page(TANDA_TANGAN)
		surat = self.prepare(make_by_file(make_docx("{{nomor}}"), lampiran=[make_pages(300, 310), foreign]))
		isi = get_naskah(surat)
		self.assertEqual([each.halaman for each in list_tempat(isi) if each.nama == TANDA_TANGAN], [0])
		filled = fill_tempat(isi, {"nomor": "15/OR"})
		self.assertEqual(filled.letak.halaman, 0)
		self.assertIn("15/OR", read_text(filled.isi))

	def test_a_job_that_runs_twice_does_its_work_once(self):
		surat = make_by_file()
		self.assertTrue(SEWA.take(surat.name))
		self.assertFalse(SEWA.take(surat.name))
		store_result(surat, *try_to_compose(surat))
		self.assertFalse(SEWA.take(surat.name))
		self.assertEqual(
			frappe.db.count("File", {"attached_to_name": surat.name, "attached_to_field": "berkas_naskah"}), 1
		)

	def test_libreoffice_killed_half_way_is_tried_again_when_the_lease_has_run_out(self):
		surat = make_by_file()
		self.assertTrue(SEWA.take(surat.name))
		killer = threading.Thread(target=kill_when_running)
		killer.start()
		self.assertEqual(try_to_compose(surat), (None, ""))
		killer.join()
		self.assertNotIn(surat.name, SEWA.find_left_waiting())
		self.let_lease_run_out(surat)
		self.assertIn(surat.name, SEWA.find_left_waiting())
		self.assertEqual(self.prepare(surat).keadaan_naskah, "Siap")

	def test_one_that_dies_again_and_again_is_given_up(self):
		surat = make_by_file()
		for _attempt in range(PERCOBAAN_TERBANYAK):
			self.assertTrue(SEWA.take(surat.name))
			self.let_lease_run_out(surat)
		surat = self.prepare(surat)
		self.assertEqual(surat.keadaan_naskah, "Gagal")
		with self.assertRaisesRegex(NaskahGagalError, str(PERCOBAAN_TERBANYAK)):
			get_naskah(surat)

	def test_a_file_that_broke_is_named_and_another_one_mends_it(self):
		surat = make_by_file()
		path_of(surat.berkas_konsep).unlink()
		surat = self.prepare(surat)
		self.assertEqual(surat.keadaan_naskah, "Gagal")
		self.assertIn("Unggah kembali", surat.galat_naskah)
		with self.sebagai("UJI-STAF-A1"):
			surat.berkas_konsep = upload(make_docx("{{nomor}}", "Naskah baru"))
			surat.save()
		self.assertEqual((surat.keadaan_naskah, surat.galat_naskah), ("Menunggu", None))
		self.assertIn("Naskah baru", read_text(get_naskah(self.prepare(surat))))

	def test_a_file_changed_while_the_job_runs_is_not_mistaken_for_the_earlier_one(self):
		surat = make_by_file()
		self.assertTrue(SEWA.take(surat.name))
		begun = frappe.get_doc("Surat Keluar", surat.name)
		result = try_to_compose(begun)
		with self.sebagai("UJI-STAF-A1"):
			surat.berkas_konsep = upload(make_docx("{{nomor}}", "Naskah kedua"))
			surat.save()
		store_result(begun, *result)
		surat.reload()
		self.assertEqual((surat.keadaan_naskah, surat.berkas_naskah), ("Menunggu", None))
		self.assertIn("Naskah kedua", read_text(get_naskah(self.prepare(surat))))

	def test_who_signs_instead_is_named_on_a_page_of_its_own(self):
		surat = make_by_file(penyusun="UJI-KADIS")
		with self.sebagai("UJI-KADIS"):
			send_draft(surat.name)
		surat = self.prepare(surat)
		make_pemangku("UJI-KADIS", make_pegawai("UJI-PLH", "Pejabat"), "Plh.")
		with self.assertRaises(NaskahDisiapkanError):
			get_naskah(surat)

	def test_a_change_that_the_page_does_not_show_makes_nothing_anew(self):
		surat = self.prepare(make_by_file())
		with self.sebagai("UJI-STAF-A1"):
			surat.derajat = "Segera"
			surat.save()
		self.assertEqual((surat.cara_menulis, surat.keadaan_naskah), (BERKAS, "Siap"))

	def prepare(self, surat):
		self.assertTrue(SEWA.take(surat.name))
		surat = frappe.get_doc("Surat Keluar", surat.name)
		store_result(surat, *try_to_compose(surat))
		return frappe.get_doc("Surat Keluar", surat.name)

	def let_lease_run_out(self, surat):
		past = now_datetime() - LAMA_SEWA - timedelta(seconds=1)
		frappe.db.set_value("Surat Keluar", surat.name, "naskah_dicoba_pada", past, update_modified=False)
