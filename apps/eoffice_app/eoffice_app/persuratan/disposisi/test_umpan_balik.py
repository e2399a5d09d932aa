from io import BytesIO
from zipfile import ZipFile

import frappe

from eoffice_app.exceptions import BerkasTidakSahError, BukanPemangkuError, TransisiTidakSahError
from eoffice_app.persuratan.disposisi.langkah import mark_read, write_disposisi
from eoffice_app.persuratan.disposisi.pohon import get_pohon
from eoffice_app.persuratan.disposisi.umpan_balik import (
	UmpanBalikKosongError,
	accept_report,
	report_back,
	return_report,
)
from eoffice_app.tests.dasar import (
	KasusUji,
	make_berkas,
	make_disposed,
	make_pegawai,
	make_pemangku,
	surel,
)


class KasusUmpanBalik(KasusUji):
	"""A letter that the head has disposed to a Kabid."""

	@classmethod
	def prepare_class(cls) -> dict:
		return make_disposed()

	def setUp(self):
		super().setUp()
		frappe.db.set_single_value("Pengaturan E-Office", "umpan_balik_perlu_diterima", 1)
		frappe.clear_document_cache("Pengaturan E-Office", "Pengaturan E-Office")

	def tearDown(self):
		super().tearDown()
		frappe.clear_document_cache("Pengaturan E-Office", "Pengaturan E-Office")

	def report(self, text: str = "Sudah dihadiri", **values):
		with self.sebagai("UJI-KABID-A"):
			report_back(self.disposisi, text, **values)

	def read(self, field: str):
		return frappe.db.get_value("Disposisi", self.disposisi, field)

	def read_state(self) -> str:
		return frappe.db.get_value("Surat Masuk", self.surat.name, "workflow_state")


class TestMelapor(KasusUmpanBalik):
	def test_a_report_waits_for_the_one_above_and_the_letter_with_it(self):
		self.report()
		self.assertEqual((self.read("status"), self.read_state()), ("Dilaporkan", "Didisposisikan"))
		self.assertEqual(frappe.db.get_value("Surat Masuk", self.surat.name, "cabang_terbuka"), 1)

	def test_a_report_needs_words_and_comes_once(self):
		with self.sebagai("UJI-KABID-A"), self.assertRaises(UmpanBalikKosongError):
			report_back(self.disposisi, "  ")
		self.report()
		with self.assertRaises(TransisiTidakSahError):
			self.report("Sekali lagi")

	def test_only_its_recipient_reports(self):
		for kode in ("UJI-OPERATOR", "UJI-KADIS"):
			with self.sebagai(kode), self.assertRaises(BukanPemangkuError):
				report_back(self.disposisi, "Selesai")

	def test_who_passed_it_on_reports_after_he_took_the_reports_of_those_below(self):
		with self.sebagai("UJI-KABID-A"):
			(kasi,) = write_disposisi(self.surat.name, ["UJI-KASI-A1"], ["Tindak lanjuti"])
		for act in (lambda: None, lambda: report_back(kasi, "Sudah")):
			with self.sebagai("UJI-KASI-A1"):
				act()
			with self.assertRaises(TransisiTidakSahError):
				self.report()
		with self.sebagai("UJI-KABID-A"):
			accept_report(kasi)
		self.report()
		self.assertEqual(self.read("status"), "Dilaporkan")

	def test_a_plh_reports_and_is_named_so(self):
		make_pemangku("UJI-KABID-A", make_pegawai("UJI-KABID-B"), "Plh.", mulai=frappe.utils.nowdate())
		with self.sebagai("UJI-KABID-A"), self.assertRaises(BukanPemangkuError):
			report_back(self.disposisi, "Sudah")
		with self.sebagai("UJI-KABID-B"):
			report_back(self.disposisi, "Sudah")
		self.assertEqual(self.read("sebagai_pelapor"), "Plh. Jabatan UJI-KABID-A")
		self.assertEqual(self.read("nama_pelapor"), "Pegawai UJI-KABID-B")

	def test_who_reported_writes_no_more_disposisi_on_it(self):
		self.report()
		with self.sebagai("UJI-KABID-A"), self.assertRaises(BukanPemangkuError):
			write_disposisi(self.surat.name, ["UJI-KASI-A1"], ["Tindak lanjuti"])

	def test_an_office_may_leave_out_the_accepting(self):
		frappe.db.set_single_value("Pengaturan E-Office", "umpan_balik_perlu_diterima", 0)
		frappe.clear_document_cache("Pengaturan E-Office", "Pengaturan E-Office")
		self.report()
		self.assertEqual((self.read("status"), self.read_state()), ("Selesai", "Selesai"))


class TestMenerima(KasusUmpanBalik):
	def test_accepted_it_is_finished_and_the_letter_finishes_by_itself(self):
		self.report()
		with self.sebagai("UJI-KADIS"):
			accept_report(self.disposisi)
		self.assertEqual((self.read("status"), self.read_state()), ("Selesai", "Selesai"))
		self.assertEqual(self.read("nama_penerima_laporan"), "Pegawai UJI-KADIS")

	def test_returned_it_says_what_is_missing_and_is_reported_again(self):
		self.report()
		with self.sebagai("UJI-KADIS"):
			return_report(self.disposisi, "Sebutkan siapa yang hadir")
		self.assertEqual((self.read("status"), self.read_state()), ("Dibaca", "Didisposisikan"))
		with self.sebagai("UJI-KABID-A"):
			(node,) = get_pohon(self.surat.name)["akar"]
		self.assertEqual(node.catatan_pengembalian, "Sebutkan siapa yang hadir")
		self.assertTrue(node.boleh["lapor"])
		self.report("Dihadiri oleh Kabid dan Kasi")
		self.assertEqual((self.read("status"), self.read("catatan_pengembalian")), ("Dilaporkan", None))

	def test_returned_after_it_was_passed_on_the_work_below_is_still_seen(self):
		with self.sebagai("UJI-KABID-A"):
			(kasi,) = write_disposisi(self.surat.name, ["UJI-KASI-A1"], ["Tindak lanjuti"])
		with self.sebagai("UJI-KASI-A1"):
			report_back(kasi, "Sudah")
		with self.sebagai("UJI-KABID-A"):
			accept_report(kasi)
		self.report()
		with self.sebagai("UJI-KADIS"):
			return_report(self.disposisi, "Lengkapi")
		self.assertEqual(self.read("status"), "Ditindaklanjuti")

	def test_a_plh_accepts_and_is_named_so(self):
		self.report()
		make_pemangku("UJI-KADIS", make_pegawai("UJI-SEKDIN"), "Plh.", mulai=frappe.utils.nowdate())
		with self.sebagai("UJI-KADIS"), self.assertRaises(BukanPemangkuError):
			accept_report(self.disposisi)
		with self.sebagai("UJI-SEKDIN"):
			accept_report(self.disposisi)
		self.assertEqual(self.read("nama_penerima_laporan"), "Pegawai UJI-SEKDIN (Plh. Jabatan UJI-KADIS)")

	def test_a_return_needs_words(self):
		self.report()
		with self.sebagai("UJI-KADIS"), self.assertRaises(UmpanBalikKosongError):
			return_report(self.disposisi, " ")

	def test_only_what_was_reported_and_only_by_the_one_above(self):
		with self.sebagai("UJI-KADIS"), self.assertRaises(TransisiTidakSahError):
			accept_report(self.disposisi)
		self.report()
		for action in (
			lambda: accept_report(self.disposisi),
			lambda: return_report(self.disposisi, "Kurang"),
		):
			with self.sebagai("UJI-KABID-A"), self.assertRaises(BukanPemangkuError):
				action()

	def test_who_assists_does_not_hold_up_the_letter(self):
		with self.sebagai("UJI-KADIS"):
			(membantu,) = write_disposisi(
				self.surat.name,
				["UJI-SEKDIN"],
				["Tindak lanjuti"],
				khusus={"UJI-SEKDIN": {"peran_penerima": "Membantu"}},
			)
		self.report()
		with self.sebagai("UJI-KADIS"):
			accept_report(self.disposisi)
		self.assertEqual(self.read_state(), "Selesai")
		with self.sebagai("UJI-SEKDIN"):
			mark_read(self.surat.name)
			report_back(membantu, "Bantuan selesai")
		with self.sebagai("UJI-KADIS"):
			accept_report(membantu)
		self.assertEqual(self.read_state(), "Selesai")

	def test_both_sides_are_told(self):
		self.report()
		with self.sebagai("UJI-KADIS"):
			return_report(self.disposisi, "Kurang")
		self.report("Lengkap")
		with self.sebagai("UJI-KADIS"):
			accept_report(self.disposisi)
		notices = frappe.get_all(
			"Pemberitahuan Surat",
			filters={"disposisi": self.disposisi, "kunci": ["not like", "disposisi:%"]},
			pluck="jabatan",
		)
		self.assertEqual(notices.count("UJI-KABID-A"), 2)
		self.assertIn("UJI-KADIS", notices)

	def test_a_stranger_finds_no_door(self):
		self.report()
		for action in (
			lambda: report_back(self.disposisi, "Selesai"),
			lambda: accept_report(self.disposisi),
			lambda: return_report(self.disposisi, "Kurang"),
		):
			with self.sebagai("UJI-STAF-B"), self.assertRaises(frappe.DoesNotExistError):
				action()


class TestLampiran(KasusUmpanBalik):
	def test_a_file_becomes_the_disposisis_own_and_is_seen_with_the_letter(self):
		with self.sebagai("UJI-KABID-A"):
			berkas = make_berkas(nama="notula.pdf")
		self.report(lampiran=[berkas.file_url])
		berkas.reload()
		self.assertEqual((berkas.attached_to_name, berkas.is_private), (self.disposisi, 1))
		with self.sebagai("UJI-KADIS"):
			self.assertEqual(get_pohon(self.surat.name)["akar"][0].lampiran, [berkas.file_url])
			self.assertTrue(frappe.get_doc("File", berkas.name).is_downloadable())
		with self.sebagai("UJI-STAF-B"):
			self.assertFalse(frappe.get_doc("File", berkas.name).is_downloadable())

	def test_word_and_excel_by_their_content(self):
		for nama, part in (("laporan.docx", "word/document.xml"), ("data.xlsx", "xl/workbook.xml")):
			with self.sebagai("UJI-KABID-A"):
				berkas = make_berkas(make_dokumen(part), nama)
			self.report(lampiran=[berkas.file_url])
			with self.sebagai("UJI-KADIS"):
				return_report(self.disposisi, "Satu lagi")

	def test_neither_programs_nor_macros_nor_broken_files(self):
		for nama, content in (
			("laporan.docx", b"MZ program"),
			("laporan.pdf", b"%PDF-1.7 rusak"),
			("makro.docx", make_dokumen("word/document.xml", "word/vbaProject.bin")),
		):
			with self.sebagai("UJI-KABID-A"):
				berkas = make_berkas(content, nama)
			with self.assertRaises(BerkasTidakSahError):
				self.report(lampiran=[berkas.file_url])
		self.assertEqual(self.read("status"), "Terkirim")

	def test_nobody_attaches_what_another_uploaded(self):
		with self.sebagai("UJI-SEKDIN"):
			foreign = make_berkas()
		for address in (foreign.file_url, self.surat.scan[0].berkas, "/private/files/tidak-ada.pdf"):
			with self.assertRaises(BerkasTidakSahError):
				self.report(lampiran=[address])
		self.assertEqual(frappe.db.get_value("File", foreign.name, "owner"), surel("UJI-SEKDIN"))


def make_dokumen(*parts: str) -> bytes:
	"""Return an office document of these parts, with random bytes in it so that no two are the same file."""
	stream = BytesIO()
	with ZipFile(stream, "w") as archive:
		for name in ("[Content_Types].xml", "_rels/.rels", *parts):
			archive.writestr(name, f"<xml>{frappe.generate_hash(length=12)}</xml>")
	return stream.getvalue()
