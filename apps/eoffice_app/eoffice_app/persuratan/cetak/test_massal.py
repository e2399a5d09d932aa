from base64 import b64decode
from io import BytesIO
from unittest.mock import patch

import frappe
from pypdf import PdfReader

from eoffice_app.persuratan.cetak.massal import (
	PALING_BANYAK,
	JumlahCetakError,
	NaskahTidakDikenalError,
	list_lembar,
	print_lembar,
)
from eoffice_app.persuratan.cetak.pdf import CetakMassalError, refuse_multi_pdf
from eoffice_app.persuratan.cetak.test_naskah import read_page
from eoffice_app.persuratan.disposisi.langkah import write_disposisi
from eoffice_app.tests.dasar import KasusUji, make_surat_masuk, make_surat_menunggu


class TestCetakMassal(KasusUji):
	def print_as(self, user: str, names: list[str], **options) -> tuple[dict, list[str]]:
		with self.sebagai(user):
			answer = print_lembar(frappe.as_json(names), **options)
		pdf = PdfReader(BytesIO(b64decode(answer["pdf"]))) if answer["pdf"] else None
		return answer, [read_page(page) for page in pdf.pages] if pdf else []

	def test_the_sheets_come_in_the_order_asked_for_each_on_pages_of_its_own(self):
		long, short = make_surat_menunggu(perihal="Perihal panjang"), make_surat_masuk(perihal="Singkat")
		with self.sebagai("UJI-KADIS"):
			write_disposisi(long.name, ["UJI-KABID-A"], ["Tindak lanjuti"], "kata " * 2000)
		# Made by one program, and by one for each processor.
		for sheets_of_a_program in (25, 1):
			with patch("eoffice_app.persuratan.cetak.kumpulan.SEBAGIAN", sheets_of_a_program):
				answer, pages = self.print_as("UJI-OPERATOR", [long.name, short.name])
			self.assertEqual((answer["dicetak"], answer["tidak_ditemukan"]), (2, 0))
			self.assertIn("Perihal panjang", pages[0])
			self.assertIn(f"nomor agenda {long.nomor_agenda}, halaman 2 dari {len(pages) - 1}", pages[1])
			self.assertIn("Singkat", pages[-1])
			self.assertNotIn("halaman", pages[-1])

	def test_each_sheet_counts_as_printed(self):
		surat = make_surat_masuk()
		self.assertNotIn("CETAK ULANG", self.print_as("UJI-OPERATOR", [surat.name])[1][0])
		_answer, pages = self.print_as("UJI-OPERATOR", [surat.name], format="Lembar Disposisi Setengah Folio")
		self.assertIn("CETAK ULANG (cetakan ke-2)", pages[0])

	def test_a_letter_hidden_from_the_user_is_as_one_that_is_not_there(self):
		seen, hidden = make_surat_masuk(), make_surat_masuk(sifat="Rahasia")
		answer, pages = self.print_as("UJI-OPERATOR", [hidden.name, seen.name, "tidak-ada"])
		self.assertEqual((answer["dicetak"], answer["tidak_ditemukan"], len(pages)), (1, 2, 1))
		self.assertEqual(frappe.db.count("Riwayat Cetak", {"surat_masuk": hidden.name}), 0)
		answer, pages = self.print_as("UJI-OPERATOR", [hidden.name])
		self.assertEqual((answer["pdf"], answer["tidak_ditemukan"]), (None, 1))

	def test_who_may_not_print_prints_nothing(self):
		surat = make_surat_menunggu()
		for user in ("UJI-KADIS", "UJI-STAF-B"):
			with self.sebagai(user):
				for call in (list_lembar, lambda: print_lembar([surat.name])):
					with self.assertRaises(frappe.PermissionError):
						call()

	def test_none_and_too_many_are_refused(self):
		with self.sebagai("UJI-OPERATOR"):
			with self.assertRaises(JumlahCetakError):
				print_lembar([])
			with self.assertRaisesRegex(JumlahCetakError, str(PALING_BANYAK)):
				print_lembar([f"surat{number}" for number in range(PALING_BANYAK + 1)])

	def test_only_a_lembar_disposisi_is_printed_so(self):
		surat = make_surat_masuk()
		with self.sebagai("UJI-OPERATOR"):
			self.assertIn("Lembar Disposisi Setengah Folio", list_lembar())
			for paper in ("Bukti Registrasi", "<b>Tidak Ada</b>"):
				with self.assertRaises(NaskahTidakDikenalError):
					print_lembar([surat.name], format=paper)

	def test_what_a_paper_of_the_office_says_to_frappe_is_heard(self):
		paper = frappe.copy_doc(frappe.get_doc("Print Format", "Lembar Disposisi"))
		paper.name = "Lembar Uji"
		paper.html += '<p class="hidden-pdf">Hanya di layar</p><p class="visible-pdf">Hanya di kertas</p>'
		paper.html += "<style>.print-format {\n page-width: 200mm;\n page-height: 400mm;\n }</style>"
		paper.insert(ignore_permissions=True)
		with self.sebagai("UJI-OPERATOR"):
			answer = print_lembar([make_surat_masuk().name], format=paper.name)
		page = PdfReader(BytesIO(b64decode(answer["pdf"]))).pages[0]
		self.assertNotIn("Hanya di layar", read_page(page))
		self.assertIn("Hanya di kertas", read_page(page))
		self.assertEqual([round(float(side) * 25.4 / 72) for side in page.mediabox[2:]], [200, 400])

	def test_frappes_own_way_leads_here(self):
		with self.sebagai("UJI-OPERATOR"), self.assertRaisesRegex(CetakMassalError, "Cetak Lembar"):
			refuse_multi_pdf("Surat Masuk", name="[]", format="Lembar Disposisi")
