import os
import shutil
import tempfile
from base64 import b64decode
from datetime import datetime
from io import BytesIO
from unittest.mock import patch
from zoneinfo import ZoneInfo

import frappe
from frappe.utils import add_days, nowdate
from frappe.utils.pdf import get_pdf
from frappe.www.printview import get_rendered_template
from PIL import Image
from pypdf import PdfReader

from eoffice_app.persuratan.cetak.bukti_registrasi import get_bukti_registrasi
from eoffice_app.persuratan.cetak.kop import embed_image
from eoffice_app.persuratan.cetak.lembar_disposisi import get_lembar_disposisi
from eoffice_app.persuratan.cetak.pdf import PembuatPdfTidakAdaError, download_pdf
from eoffice_app.persuratan.cetak.tanggal import write_date
from eoffice_app.persuratan.disposisi.langkah import withdraw_disposisi, write_disposisi
from eoffice_app.persuratan.disposisi.umpan_balik import report_back
from eoffice_app.persuratan.surat_masuk.kode_status import fingerprint
from eoffice_app.tests.dasar import KasusUji, acting_as, make_surat_masuk, make_surat_menunggu, surel


class TestLembarDisposisi(KasusUji):
	@classmethod
	def prepare_class(cls) -> dict:
		surat, batas = make_surat_menunggu(perihal="Permohonan <b>data</b> & laporan"), add_days(nowdate(), 5)
		with acting_as("UJI-KADIS"):
			write_disposisi(
				surat.name,
				["UJI-KABID-A", "UJI-SEKDIN"],
				["Tindak lanjuti", "Siapkan bahan"],
				"Selesaikan pekan ini",
				batas,
			)
		with acting_as("UJI-KABID-A"):
			(kasi,) = write_disposisi(surat.name, ["UJI-KASI-A1"], ["Jadwalkan"], "Mulai besok")
		with acting_as("UJI-KASI-A1"):
			report_back(kasi, "Sudah dijadwalkan & diumumkan")
		return {"surat": surat, "batas": batas}

	def test_the_pdf_bears_every_name_instruction_date_and_report_of_the_chain(self):
		text = self.read_pdf("Lembar Disposisi")
		for expected in (
			self.surat.nomor_agenda,
			self.surat.nomor_surat,
			"Instansi Uji",
			"Jabatan UJI-KADIS",
			"Pegawai UJI-KADIS",
			"Penata / III/c",
			"Tindak lanjuti; Siapkan bahan",
			"Selesaikan pekan ini",
			write_date(self.batas),
			write_date(nowdate()),
			"Kepada: Jabatan UJI-SEKDIN",
			"Pegawai UJI-KABID-A",
			"Kepada: Jabatan UJI-KASI-A1",
			"Mulai besok",
			"Pegawai UJI-KASI-A1: Sudah dijadwalkan & diumumkan",
		):
			self.assertIn(expected, text)

	def test_only_what_the_addressee_gave_is_ticked(self):
		with self.sebagai("UJI-OPERATOR"):
			lembar = get_lembar_disposisi(self.surat.name)
		self.assertEqual(
			{nama for nama, ticked in lembar["penerima"] if ticked},
			{"Jabatan UJI-KABID-A", "Jabatan UJI-SEKDIN"},
		)
		self.assertIn(("Jabatan UJI-KABID-B", False), lembar["penerima"])
		self.assertEqual(
			[nama for nama, ticked in lembar["instruksi"] if ticked], ["Tindak lanjuti", "Siapkan bahan"]
		)
		self.assertEqual(lembar["catatan"], ["Selesaikan pekan ini"])
		self.assertEqual(
			[act["sebagai"] for act in lembar["riwayat"]], ["Jabatan UJI-KADIS", "Jabatan UJI-KABID-A"]
		)

	def test_a_withdrawn_disposisi_is_not_ticked_but_stays_on_the_sheet(self):
		with self.sebagai("UJI-KADIS"):
			withdraw_disposisi(
				frappe.db.get_value("Disposisi", {"surat_masuk": self.surat.name, "kepada": "UJI-SEKDIN"})
			)
		with self.sebagai("UJI-OPERATOR"):
			lembar = get_lembar_disposisi(self.surat.name)
		self.assertIn(("Jabatan UJI-SEKDIN", False), lembar["penerima"])
		penerima = {row["jabatan"]: row["keterangan"] for row in lembar["riwayat"][0]["penerima"]}
		self.assertTrue(penerima["Jabatan UJI-SEKDIN"].startswith("ditarik"))

	def test_text_of_a_letter_is_never_taken_for_markup(self):
		frappe.db.set_value(
			"Surat Masuk", self.surat.name, "perihal", '<meta name="pdfkit-page-size" content="A6">'
		)
		for paper in ("Lembar Disposisi", "Bukti Registrasi"):
			self.assertNotIn("<meta name=", self.render(paper))
			self.assertIn("&lt;meta name=", self.render(paper))

	def test_long_texts_flow_over_pages_and_none_is_lost(self):
		words = [f"kata{number}" for number in range(1500)]
		frappe.db.set_value("Disposisi", {"surat_masuk": self.surat.name}, "catatan", " ".join(words))
		pages = self.read_pages("Lembar Disposisi")
		self.assertGreater(len(pages), 1)
		found = " ".join(pages).split()
		self.assertEqual([word for word in words if word not in found], [])

	def test_who_may_not_print_gets_no_paper(self):
		with self.sebagai("UJI-KADIS"), self.assertRaises(frappe.PermissionError):
			get_lembar_disposisi(self.surat.name)
		with self.sebagai("UJI-STAF-B"):
			for read in (get_lembar_disposisi, get_bukti_registrasi):
				with self.assertRaises(frappe.DoesNotExistError):
					read(self.surat.name)

	def render(self, paper: str) -> str:
		with self.sebagai("UJI-OPERATOR"):
			return get_rendered_template(
				frappe.get_doc("Surat Masuk", self.surat.name), frappe.get_doc("Print Format", paper)
			)

	def read_pages(self, paper: str) -> list[str]:
		return [page.extract_text() for page in PdfReader(BytesIO(get_pdf(self.render(paper)))).pages]

	def read_pdf(self, paper: str) -> str:
		return " ".join(" ".join(self.read_pages(paper)).split())


class TestBuktiRegistrasi(KasusUji):
	def test_it_names_the_letter_the_clerk_and_the_status_code(self):
		surat = make_surat_masuk(perihal="Undangan rapat anggaran")
		with self.sebagai("UJI-OPERATOR"):
			bukti = get_bukti_registrasi(surat.name)
		self.assertEqual(bukti["surat"]["nomor_agenda"], surat.nomor_agenda)
		self.assertEqual(bukti["surat"]["perihal"], "Undangan rapat anggaran")
		self.assertEqual(bukti["petugas"], "Pegawai UJI-OPERATOR")
		self.assertEqual(fingerprint(bukti["kode_status"]), surat.sidik_kode_status)
		image = Image.open(BytesIO(b64decode(bukti["kode_qr"].partition(",")[2])))
		self.assertEqual(image.width, image.height)

	def test_it_is_printed_on_the_day_of_the_office(self):
		surat = make_surat_masuk()
		# Whatever the hour, it is another day in one of them than on the server.
		for zone in ("Pacific/Kiritimati", "Pacific/Pago_Pago"):
			with (
				self.subTest(zone),
				patch("frappe.utils.data.get_system_timezone", return_value=zone),
				self.sebagai("UJI-OPERATOR"),
			):
				today = datetime.now(ZoneInfo(zone)).date()
				self.assertEqual(get_bukti_registrasi(surat.name)["dicetak"], write_date(today))

	def test_the_perihal_of_a_letter_that_is_not_for_all_stays_unsaid(self):
		for sifat in ("Terbatas", "Rahasia", "Sangat Rahasia"):
			surat = make_surat_masuk(sifat=sifat, perihal="Pemeriksaan khusus")
			with self.sebagai("UJI-OPERATOR" if sifat == "Terbatas" else "UJI-SANDI"):
				perihal = get_bukti_registrasi(surat.name)["surat"]["perihal"]
			self.assertNotIn("Pemeriksaan", perihal)
			self.assertIn(sifat, perihal)

	def test_a_logo_is_part_of_the_page(self):
		stream = BytesIO()
		Image.new("RGB", (9, 9), "navy").save(stream, "PNG")
		logo = frappe.get_doc(
			{"doctype": "File", "file_name": "lambang.png", "content": stream.getvalue(), "is_private": 0}
		).insert()
		kind, _, content = embed_image(logo.file_url).partition(",")
		self.assertEqual(kind, "data:image/png;base64")
		self.assertEqual(b64decode(content), stream.getvalue())


class TestUnduhPdf(KasusUji):
	def test_a_server_without_wkhtmltopdf_says_what_is_missing(self):
		surat = make_surat_masuk()
		with tempfile.TemporaryDirectory() as folder:
			os.symlink(shutil.which("which"), os.path.join(folder, "which"))
			with patch.dict(os.environ, {"PATH": folder}), self.sebagai("UJI-OPERATOR"):
				with self.assertRaisesRegex(PembuatPdfTidakAdaError, "wkhtmltopdf tidak terpasang"):
					download_pdf("Surat Masuk", surat.name, format="Bukti Registrasi", cmd="ignored")

	def test_only_who_may_print_downloads_whatever_the_format(self):
		surat = make_surat_menunggu()
		for format in ("Standard", "Lembar Disposisi"):
			with self.sebagai("UJI-KADIS"), self.assertRaises(frappe.PermissionError):
				download_pdf("Surat Masuk", surat.name, format=format)
			for stranger in (surel("UJI-STAF-B"), "Guest"):
				frappe.set_user(stranger)
				with self.assertRaises(frappe.DoesNotExistError):
					download_pdf("Surat Masuk", surat.name, format=format)
			frappe.set_user("Administrator")
