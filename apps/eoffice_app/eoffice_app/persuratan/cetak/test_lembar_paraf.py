import frappe

from eoffice_app.naskah.test_tempat import read_text
from eoffice_app.persuratan.cetak.lembar_paraf import get_lembar_paraf
from eoffice_app.persuratan.cetak.pdf import download_pdf
from eoffice_app.persuratan.cetak.test_kertas import read_pages
from eoffice_app.persuratan.konsep.langkah import give_paraf, send_draft
from eoffice_app.setup.naskah_cetak import create_naskah_cetak
from eoffice_app.tests.dasar import KasusUji, make_pegawai, make_pemangku, make_surat_keluar

NASKAH = "Lembar Paraf"


class TestLembarParaf(KasusUji):
	def setUp(self):
		super().setUp()
		create_naskah_cetak()

	def test_the_sheet_tells_who_gave_paraf_when_as_what_and_which_are_void(self):
		surat = self.make_checked()
		rows = get_lembar_paraf(surat.name)["paraf"]
		first, second, again = rows[0], rows[1], rows[2]
		self.assertEqual((first["nama"], first["gugur"], first["versi"]), ("Pegawai UJI-KASI-A1", True, 1))
		self.assertEqual(first["catatan"], "Sudah sesuai & rapi")
		self.assertIn(str(frappe.utils.getdate().year), first["waktu"])
		self.assertEqual((second["jabatan"], second["menunggu"]), ("Jabatan UJI-KABID-A", True))
		self.assertEqual((again["jabatan"], again["gugur"]), ("Jabatan UJI-KASI-A1", False))

	def test_who_acts_for_a_post_is_named_as_what_he_signed(self):
		make_pemangku("UJI-KASI-A1", make_pegawai("UJI-PLH", "Pejabat"), "Plh.")
		surat = make_surat_keluar()
		with self.sebagai("UJI-STAF-A1"):
			send_draft(surat.name)
		with self.sebagai("UJI-PLH"):
			give_paraf(surat.name, 1)
		row = get_lembar_paraf(surat.name)["paraf"][0]
		self.assertEqual((row["nama"], row["sebagai"]), ("Pegawai UJI-PLH", "Plh. Jabatan UJI-KASI-A1"))

	def test_the_paper_shows_it_and_escapes_what_was_typed(self):
		surat = self.make_checked(perihal="Laporan <b>tebal</b>")
		with self.sebagai("UJI-STAF-A1"):
			download_pdf("Surat Keluar", surat.name, format=NASKAH)
		text = read_text(frappe.local.response.filecontent)
		for part in (
			"LEMBAR PARAF",
			"Laporan <b>tebal</b>",
			"GUGUR",
			"Sudah sesuai & rapi",
			"Menunggu",
			"Versi 2",
		):
			self.assertIn(part, text)

	def test_a_long_sheet_bears_its_head_on_every_page_and_loses_nothing(self):
		surat = self.make_checked()
		for level in range(12):
			note = f"Catatan {level}. " + "Lengkapi lampirannya. " * (100 if level == 5 else 1)
			row = {"nama_jabatan": f"Kepala Bidang {level}", "jenis": "Hierarki", "catatan": note}
			surat.append("paraf", {**row, "jabatan": "UJI-KABID-A", "keadaan": "Diparaf"}).db_insert()
		with self.sebagai("UJI-STAF-A1"):
			download_pdf("Surat Keluar", surat.name, format=NASKAH)
		pages = read_pages(frappe.local.response.filecontent)
		self.assertGreater(len(pages), 2)
		for number, text in enumerate(pages, start=1):
			self.assertIn(f"halaman {number} dari {len(pages)}", text)
			self.assertIn("Jabatan Nama Paraf Versi Catatan", text)
		whole = " ".join(pages)
		self.assertEqual(whole.count("Lengkapi"), 111)
		for level in range(12):
			self.assertIn(f"Kepala Bidang {level} ", whole)

	def test_a_draft_without_paraf_has_a_sheet_that_says_so(self):
		surat = make_surat_keluar()
		with self.sebagai("UJI-STAF-A1"):
			html = frappe.get_print("Surat Keluar", surat.name, NASKAH)
		self.assertIn("Belum ada paraf", html)

	def test_a_stranger_learns_nothing(self):
		surat = make_surat_keluar()
		for kode in ("UJI-STAF-B", "Guest"):
			with self.sebagai(kode), self.assertRaises(frappe.DoesNotExistError):
				get_lembar_paraf(surat.name)

	def make_checked(self, **values):
		"""A draft that got a paraf, and another text after it."""
		surat = make_surat_keluar(**values)
		with self.sebagai("UJI-STAF-A1"):
			send_draft(surat.name)
		with self.sebagai("UJI-KASI-A1"):
			give_paraf(surat.name, 1, "Sudah sesuai & rapi")
		with self.sebagai("UJI-KABID-A"):
			surat.reload()
			surat.isi = "<p>Kalimat yang dibetulkan.</p>"
			surat.save()
		return surat
