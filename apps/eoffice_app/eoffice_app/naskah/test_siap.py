import frappe

from eoffice_app.naskah.siap import get_naskah
from eoffice_app.naskah.tempat import NOMOR, TANDA_TANGAN, TANGGAL, list_tempat
from eoffice_app.naskah.test_tempat import read_text
from eoffice_app.persuratan.berkas.test_gabung_scan import path_of
from eoffice_app.persuratan.konsep.langkah import give_paraf, send_draft
from eoffice_app.setup.jenis_naskah import read_templat
from eoffice_app.tests.dasar import KasusUji, make_pegawai, make_pemangku, make_surat_keluar


class TestNaskahSiap(KasusUji):
	def setUp(self):
		super().setUp()
		frappe.db.set_value("Jenis Naskah", "Nota Dinas", "templat", read_templat("nota"))

	def test_a_draft_is_a_page_with_its_text_and_its_places(self):
		isi = get_naskah(make_surat_keluar(perihal="Laporan <b>& kegiatan"))
		text = read_text(isi)
		for part in (
			"Laporan <b>& kegiatan",
			"Instansi Uji",
			"Dengan hormat",
			"Jabatan UJI-KADIS,",
			"Penata / III/c",
		):
			self.assertIn(part, text)
		self.assertEqual({each.nama for each in list_tempat(isi)}, {NOMOR, TANGGAL, TANDA_TANGAN})

	def test_what_was_sent_up_is_made_once_and_stays_the_same_for_all(self):
		surat = self.send(make_surat_keluar("UJI-KADIS"))
		first = get_naskah(surat)
		frappe.db.set_value("Jenis Naskah", "Nota Dinas", "templat", "{{ isi }}")
		frappe.clear_cache(doctype="Jenis Naskah")
		self.assertEqual(get_naskah(frappe.get_doc("Surat Keluar", surat.name)), first)
		berkas = frappe.get_doc("File", {"file_url": surat.berkas_naskah})
		self.assertEqual((berkas.is_private, berkas.owner), (1, "Administrator"))
		with self.sebagai("UJI-STAF-B"):
			self.assertFalse(berkas.is_downloadable())

	def test_another_signer_of_the_day_makes_another_page(self):
		surat = self.send(make_surat_keluar("UJI-KADIS"))
		first = get_naskah(surat)
		make_pemangku("UJI-KADIS", make_pegawai("UJI-PLH", "Pejabat"), "Plh.")
		second = get_naskah(surat)
		self.assertNotEqual(first, second)
		self.assertIn("Plh. Jabatan UJI-KADIS,", read_text(second))

	def test_a_text_changed_by_a_checker_makes_another_page(self):
		surat = self.send(make_surat_keluar("UJI-STAF-A1"), "UJI-STAF-A1")
		get_naskah(surat)
		with self.sebagai("UJI-KASI-A1"):
			surat.reload()
			surat.isi = "<p>Kalimat yang dibetulkan.</p>"
			surat.save()
			give_paraf(surat.name, surat.versi)
		self.assertIn(
			"Kalimat yang dibetulkan", read_text(get_naskah(frappe.get_doc("Surat Keluar", surat.name)))
		)

	def test_a_page_lost_from_the_disk_is_made_again(self):
		surat = self.send(make_surat_keluar("UJI-KADIS"))
		get_naskah(surat)
		path_of(surat.berkas_naskah).unlink()
		self.assertIn("Dengan hormat", read_text(get_naskah(surat)))

	def test_what_a_client_says_about_the_page_is_not_believed(self):
		surat = make_surat_keluar(berkas_naskah="/private/files/lain.pdf", sidik_naskah="x")
		self.assertEqual((surat.berkas_naskah, surat.sidik_naskah), (None, None))

	def send(self, surat, kode: str = "UJI-KADIS"):
		with self.sebagai(kode):
			send_draft(surat.name)
		return frappe.get_doc("Surat Keluar", surat.name)
