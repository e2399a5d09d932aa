"""The marked copies, the file for SRIKANDI and the day's journals."""

import csv
from io import BytesIO, StringIO
from zipfile import ZipFile

import frappe
import pikepdf
from frappe.utils import add_days, nowdate

from eoffice_app.persuratan.cetak.jurnal import read_jurnal
from eoffice_app.persuratan.report.daftar_berita_keluar import daftar_berita_keluar
from eoffice_app.persuratan.report.jurnal_faks_harian import jurnal_faks_harian
from eoffice_app.saluran import tindakan
from eoffice_app.saluran.berkas import name_berkas
from eoffice_app.saluran.cap_salinan import Salinan, mark_salinan
from eoffice_app.saluran.keadaan import BATAL, DALAM_PENGIRIMAN, TERKIRIM
from eoffice_app.saluran.petugas import BukanPetugasPengirimanError
from eoffice_app.saluran.salinan import SalinanTidakAdaError, download_salinan
from eoffice_app.saluran.srikandi import EksporKosongError, export_srikandi
from eoffice_app.tests.dasar import KasusUji, make, make_pdf
from eoffice_app.tests.naskah_tte import ask_poppler, get_pkcs12, make_permintaan
from eoffice_app.tests.surat_bernomor import make_pengiriman
from eoffice_app.tte.lokal import Lokal
from eoffice_app.tte.sertifikat import BerkasPkcs12

SALINAN = Salinan("TINDASAN", "Kepada: Instansi Uji", "ABCDEFGHIJKLMNOPQRSTUVWXYZ")
DUA_INSTANSI = [{"jenis_penerima": "Instansi", "penerima": name} for name in ("Instansi Uji", "Instansi Dua")]


class TestTanda(KasusUji):
	def test_a_copy_says_what_it_is_for_whom_and_its_code(self):
		said = ask_poppler("pdftotext", mark_salinan(make_pdf(), SALINAN), "-layout")
		for words in ("TINDASAN", "Kepada: Instansi Uji", "ABCD-EFGH"):
			self.assertIn(words, said)

	def test_a_signed_letter_keeps_its_look_and_claims_no_signature_of_its_own(self):
		signed = Lokal(BerkasPkcs12(get_pkcs12())).sign(make_permintaan()).isi
		marked = mark_salinan(signed, SALINAN)
		said = " ".join(ask_poppler("pdftotext", marked).split())
		self.assertIn("Ditandatangani secara elektronik oleh", said)
		self.assertIn("Drs. BUDI SANTOSO, M.Si.", said)
		self.assertNotIn("Signature #1", ask_poppler("pdfsig", marked))
		self.assertIn("Signature is Valid", ask_poppler("pdfsig", signed))

	def test_a_page_scanned_on_its_side_is_marked_where_it_is_read(self):
		for turned, size in ((90, (560, 400)), (180, (400, 560)), (270, (560, 400))):
			with pikepdf.open(BytesIO(make_pdf())) as pdf:
				expected = [float(edge) for edge in pdf.pages[0].mediabox][2:]
				pdf.pages[0].obj["/Rotate"] = turned
				stream = BytesIO()
				pdf.save(stream)
			marked = mark_salinan(stream.getvalue(), SALINAN)
			self.assertIn("TINDASAN", ask_poppler("pdftotext", marked))
			with pikepdf.open(BytesIO(marked)) as pdf:
				shown = [float(edge) for edge in pdf.pages[0].mediabox][2:]
			self.assertEqual(shown, expected[::-1] if size[0] > size[1] else expected)

	def test_names_of_files(self):
		self.assertEqual(name_berkas("005/12 A/2026"), "005-12-A-2026.pdf")
		self.assertEqual(name_berkas("../../etc"), "..-..-etc.pdf")
		self.assertEqual(name_berkas(None), "surat.pdf")


class TestSalinan(KasusUji):
	def setUp(self):
		super().setUp()
		make("Instansi", {"nama_instansi": "Instansi Dua"})

	def download(self, *docs) -> bytes:
		frappe.local.response = frappe._dict()
		download_salinan(frappe.as_json([doc.name for doc in docs]))
		return frappe.local.response.filecontent

	def test_each_addressee_gets_his_copy_with_the_papers_it_asks_for(self):
		first, second = make_pengiriman("Pos", tujuan=DUA_INSTANSI)
		with self.sebagai("UJI-OPERATOR"):
			tindakan.change_papers(second.name, True, True, "Tindasan")
			content = self.download(first, second)
		pages = [
			" ".join(ask_poppler("pdftotext", content, "-f", str(number), "-l", str(number)).split())
			for number in range(1, 5)
		]
		for page, words in zip(
			pages, ("ASLI", "SURAT PENGANTAR", "TINDASAN", "TANDA TERIMA SURAT"), strict=True
		):
			self.assertIn(words, page)
		self.assertIn("Instansi Uji", pages[0])
		for page in pages[1:]:
			self.assertIn("Instansi Dua", page)

	def test_the_signed_file_is_not_touched(self):
		(doc,) = make_pengiriman("Pos")
		signed = frappe.get_doc(
			"File", {"file_url": frappe.db.get_value("Surat Keluar", doc.surat_keluar, "berkas_bertanda")}
		)
		with open(signed.get_full_path(), "rb") as stream:
			before = stream.read()
		with self.sebagai("UJI-OPERATOR"):
			self.download(doc)
		with open(signed.get_full_path(), "rb") as stream:
			self.assertEqual(stream.read(), before)

	def test_papers_of_a_secret_letter_do_not_say_what_it_is_about(self):
		(doc,) = make_pengiriman("Caraka", sifat="Rahasia", perihal="Hal yang rahasia")
		with self.sebagai("UJI-SANDI"):
			tindakan.change_papers(doc.name, True, True, "Asli")
			said = ask_poppler("pdftotext", self.download(doc))
		self.assertIn("TANDA TERIMA SURAT", said)
		self.assertNotIn("Hal yang rahasia", said)

	def test_strangers_and_readers_print_nothing(self):
		(doc,) = make_pengiriman("Pos")
		for kode, error in (
			("UJI-STAF-B", frappe.DoesNotExistError),
			("Guest", frappe.DoesNotExistError),
			("UJI-KADIS", frappe.PermissionError),
		):
			with self.sebagai(kode), self.assertRaises(error):
				self.download(doc)

	def test_there_must_be_something_to_print(self):
		(doc,) = make_pengiriman("Pos")
		with self.sebagai("UJI-OPERATOR"):
			with self.assertRaises(SalinanTidakAdaError):
				self.download()
			tindakan.cancel(doc.name, "Salah alamat")
			self.assertEqual(doc.get_db_value("keadaan"), BATAL)
			with self.assertRaises(SalinanTidakAdaError):
				self.download(doc)


class TestSrikandi(KasusUji):
	def export(self, *docs) -> ZipFile:
		frappe.local.response = frappe._dict()
		export_srikandi(frappe.as_json([doc.name for doc in docs]))
		return ZipFile(BytesIO(frappe.local.response.filecontent))

	def test_the_file_holds_list_and_letters_and_the_number_comes_back(self):
		(doc,) = make_pengiriman("SRIKANDI", perihal="=HYPERLINK(1)")
		(other,) = make_pengiriman("Pos")
		with self.sebagai("UJI-OPERATOR"):
			archive = self.export(doc, other)
			doc.reload()
			self.assertEqual(doc.keadaan, DALAM_PENGIRIMAN)
			self.export(doc)
			self.assertEqual(tindakan.note_sent(doc.name, nomor_bukti="SR-77"), TERKIRIM)
			with self.assertRaises(EksporKosongError):
				self.export(doc)
		listed = list(csv.DictReader(StringIO(archive.read("daftar.csv").decode("utf-8-sig"))))
		self.assertEqual([row["Nomor Surat"] for row in listed], [doc.nomor_surat])
		self.assertEqual(listed[0]["Perihal"], "'=HYPERLINK(1)")
		self.assertTrue(archive.read(listed[0]["Berkas"]).startswith(b"%PDF"))
		self.assertEqual(doc.get_db_value("nomor_bukti"), "SR-77")

	def test_strangers_export_nothing(self):
		(doc,) = make_pengiriman("SRIKANDI")
		for kode, error in (
			("UJI-STAF-B", frappe.DoesNotExistError),
			("Guest", frappe.DoesNotExistError),
			("UJI-KADIS", BukanPetugasPengirimanError),
		):
			with self.sebagai(kode), self.assertRaises(error):
				self.export(doc)


class TestJurnal(KasusUji):
	def test_the_day_s_journal_of_each_way(self):
		(faks,) = make_pengiriman("Faks")
		(berita,) = make_pengiriman("Sanapati", sifat="Rahasia")
		with self.sebagai("UJI-OPERATOR"):
			tindakan.note_sent(faks.name, halaman=3)
			rows = jurnal_faks_harian.execute({"tanggal": nowdate()})[1]
			mine = next(row for row in rows if row["name"] == faks.name)
			self.assertEqual((mine["halaman"], mine["operator"]), (3, "Pegawai UJI-OPERATOR"))
			self.assertRegex(mine["jam"], r"^\d\d\.\d\d$")
			self.assertEqual([row["urut"] for row in rows], list(range(1, len(rows) + 1)))
			self.assertNotIn(faks.name, self.names(read_jurnal("Faks", add_days(nowdate(), -1))))
		with self.sebagai("UJI-SANDI"):
			tindakan.note_sent(berita.name, halaman=1)
			self.assertIn(berita.name, self.names(daftar_berita_keluar.execute({})[1]))

	def test_nobody_reads_in_a_journal_of_letters_that_he_does_not_see(self):
		(berita,) = make_pengiriman("Sanapati", sifat="Rahasia")
		with self.sebagai("UJI-SANDI"):
			tindakan.note_sent(berita.name, halaman=1)
		for kode in ("UJI-OPERATOR", "UJI-STAF-B"):
			with self.sebagai(kode):
				self.assertNotIn(berita.name, self.names(read_jurnal("Sanapati", None)))

	def test_what_failed_after_sending_stays_in_the_journal(self):
		(faks,) = make_pengiriman("Faks")
		with self.sebagai("UJI-OPERATOR"):
			tindakan.note_sent(faks.name, halaman=1)
			tindakan.note_undelivered(faks.name, "Garis sibuk")
			row = next(row for row in read_jurnal("Faks", None) if row["name"] == faks.name)
		self.assertEqual(row["hasil"], "Tidak Terkirim: Garis sibuk")

	def names(self, rows: list[dict]) -> list[str]:
		return [row["name"] for row in rows]
