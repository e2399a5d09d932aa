import frappe

from eoffice_app.exceptions import BerkasTidakSahError
from eoffice_app.naskah.berkas_konsep import BERKAS, DI_APLIKASI, NaskahKosongError
from eoffice_app.naskah.tempat import TempatNomorTidakAdaError
from eoffice_app.persuratan.doctype.surat_keluar.surat_keluar import NaskahTerkunciError
from eoffice_app.persuratan.konsep.langkah import get_perubahan, give_paraf, return_draft, send_draft
from eoffice_app.tests.dasar import (
	KasusUji,
	acting_as,
	compose_surat_keluar,
	make_berkas,
	make_pdf,
	make_surat_keluar,
	surel,
)
from eoffice_app.tests.klien import make_klien
from eoffice_app.tests.naskah_docx import make_bomb_docx, make_docx, make_macro_docx

SEMENTARA = "new-surat-keluar-uji"


class TestBerkasKonsep(KasusUji):
	def test_a_draft_may_be_a_file_whose_text_is_kept_beside_it(self):
		surat = make_by_file(lampiran=[make_pdf()])
		self.assertIn("<p>Dengan hormat kami sampaikan laporan kegiatan.</p>", surat.isi)
		for address in (surat.berkas_konsep, surat.lampiran_berkas[0].berkas):
			berkas = frappe.get_doc("File", {"file_url": address})
			self.assertEqual((berkas.attached_to_name, berkas.is_private), (surat.name, 1))
			for kode, sees in (("UJI-STAF-A1", True), ("UJI-STAF-B", False)):
				with self.sebagai(kode):
					self.assertEqual(berkas.is_downloadable(), sees, kode)

	def test_a_draft_without_text_is_refused_in_either_way(self):
		for values in ({"isi": ""}, {"cara_menulis": BERKAS, "isi": "<p>a</p>"}):
			with self.subTest(values=values), self.assertRaises(NaskahKosongError):
				make_surat_keluar(**values)

	def test_bad_files_are_refused(self):
		for content, words in (
			(b"rusak", "utuh"),
			(make_macro_docx(), "makro"),
			(make_bomb_docx(), "terlalu besar"),
			(make_docx("{{nomor}} {{tanggl}}"), "tanggl"),
		):
			with self.subTest(words=words), self.assertRaisesRegex(BerkasTidakSahError, words):
				make_by_file(content)
		for content, words in ((make_docx(), "bukan PDF"), (b"%PDF-1.7\nrusak", "rusak")):
			with self.subTest(words=words), self.assertRaisesRegex(BerkasTidakSahError, words):
				make_by_file(lampiran=[content])

	def test_a_file_without_the_number_is_told_at_once_unless_its_kind_needs_none(self):
		with self.assertRaises(TempatNomorTidakAdaError):
			make_by_file(make_docx("tanpa nomor"))
		frappe.db.set_value("Jenis Naskah", "Nota Dinas", "nomor_di_naskah", 0)
		self.assertTrue(make_by_file(make_docx("tanpa nomor")).berkas_konsep)

	def test_the_limit_of_size_is_the_offices(self):
		large = make_docx("{{nomor}}", *(frappe.generate_hash(length=3000) for _number in range(500)))
		self.assertGreater(len(large), 700 * 1024)
		self.assertTrue(make_by_file(large).name)
		with self.assertRaisesRegex(BerkasTidakSahError, r"1,\d MB, melebihi batas 1 MB"):
			make_by_file(large + bytes(400 * 1024))
		frappe.db.set_single_value("Pengaturan E-Office", "ukuran_konsep_maksimum", 2)
		with self.assertRaisesRegex(BerkasTidakSahError, "melebihi batas 2 MB"):
			make_by_file(lampiran=[make_pdf() + bytes(2 * 1024 * 1024)])

	def test_the_file_of_another_letter_is_not_taken(self):
		other = make_by_file(penyusun="UJI-STAF-B")
		with self.assertRaisesRegex(BerkasTidakSahError, "tidak ditemukan"):
			make_surat_keluar(cara_menulis=BERKAS, berkas_konsep=other.berkas_konsep)

	def test_another_file_is_another_version_and_voids_the_parafs(self):
		surat = make_by_file()
		with self.sebagai("UJI-STAF-A1"):
			send_draft(surat.name)
		with self.sebagai("UJI-KASI-A1"):
			give_paraf(surat.name, 1)
		with self.sebagai("UJI-KABID-A"):
			surat.reload()
			surat.berkas_konsep = upload(make_docx("{{nomor}}", "Kalimat baru."))
			surat.save()
		surat.reload()
		self.assertEqual(surat.versi, 2)
		self.assertEqual(
			[row.keadaan for row in surat.paraf if row.jabatan == "UJI-KASI-A1"], ["Gugur", "Menunggu"]
		)
		self.assertEqual(len({row.berkas for row in surat.riwayat_naskah}), 2)
		with self.sebagai("UJI-KASI-A1"):
			lines = get_perubahan(surat.name)["baris"]
		self.assertIn({"jenis": "ditambah", "teks": "Kalimat baru."}, lines)
		self.assertIn({"jenis": "dihapus", "teks": "Dengan hormat kami sampaikan laporan kegiatan."}, lines)

	def test_attachments_belong_to_the_drafter_and_change_the_version_too(self):
		surat = make_by_file(lampiran=[make_pdf()])
		with self.sebagai("UJI-STAF-A1"):
			send_draft(surat.name)
		with self.sebagai("UJI-KASI-A1"):
			surat.reload()
			surat.append("lampiran_berkas", {"berkas": upload(make_pdf())})
			with self.assertRaises(NaskahTerkunciError):
				surat.save()
			return_draft(surat.name, "Tambah lampiran")
		with self.sebagai("UJI-STAF-A1"):
			surat.reload()
			surat.append("lampiran_berkas", {"berkas": upload(make_pdf())})
			surat.save()
		self.assertEqual((surat.versi, len(surat.lampiran_berkas)), (2, 2))

	def test_who_goes_on_in_the_application_finds_the_text_there(self):
		surat = make_by_file()
		with self.sebagai("UJI-STAF-A1"):
			surat.cara_menulis = DI_APLIKASI
			surat.save()
		self.assertEqual(surat.berkas_konsep, None)
		self.assertIn("laporan kegiatan", surat.isi)

	def test_what_a_client_says_of_the_text_of_a_file_is_not_believed(self):
		surat = make_by_file()
		with self.sebagai("UJI-STAF-A1"):
			surat.isi = "<p>palsu</p>"
			surat.save()
		self.assertNotIn("palsu", surat.isi)


class TestUnggahKonsep(KasusUji):
	"""By the route on which the desk uploads."""

	@classmethod
	def setUpClass(cls):
		super().setUpClass()
		cls.klien = make_klien(surel("UJI-STAF-A1"))
		frappe.db.commit()

	@classmethod
	def tearDownClass(cls):
		for name in frappe.get_all("File", {"attached_to_name": SEMENTARA}, pluck="name"):
			frappe.delete_doc("File", name, force=True)
		frappe.db.commit()
		super().tearDownClass()

	def test_a_bad_file_is_refused_while_it_is_uploaded(self):
		for field, content, nama, words in (
			("berkas_konsep", make_macro_docx(), "surat.docx", "makro"),
			("berkas", make_pdf() + bytes(1024 * 1024), "lampiran.pdf", "melebihi batas 1 MB"),
			("berkas", make_docx(), "lampiran.pdf", "bukan PDF"),
		):
			with self.subTest(words=words):
				answer = self.send(field, content, nama)
				self.assertEqual(answer.status, 417)
				self.assertIn(words, answer.isi)

	def test_a_good_file_is_kept_private(self):
		answer = self.send("berkas_konsep", make_docx(frappe.generate_hash(length=8)), "surat.docx")
		self.assertEqual(answer.status, 200)
		self.assertIn("/private/files/", answer.isi)

	def send(self, field: str, content: bytes, nama: str):
		on = {"doctype": "Surat Keluar", "docname": SEMENTARA, "fieldname": field, "is_private": "0"}
		return self.klien.upload(content, nama, **on)


def make_by_file(content: bytes | None = None, lampiran: list[bytes] = (), penyusun: str = "UJI-STAF-A1"):
	"""Let the holder of a post draft a letter by file; return the saved document."""
	with acting_as(penyusun):
		return frappe.get_doc(
			compose_surat_keluar(
				cara_menulis=BERKAS,
				isi="",
				berkas_konsep=upload(make_docx() if content is None else content),
				lampiran_berkas=[{"berkas": upload(each, "lampiran.pdf")} for each in lampiran],
			)
		).insert()


def upload(content: bytes, nama: str = "surat.docx") -> str:
	"""Upload a file as the present user, on no letter as yet."""
	return make_berkas(content, nama).file_url
