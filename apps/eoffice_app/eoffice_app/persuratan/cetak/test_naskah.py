from io import BytesIO

import frappe
from frappe.utils import add_days, nowdate
from frappe.utils.pdf import get_pdf
from frappe.www.printview import get_rendered_template
from pypdf import PageObject, PdfReader

from eoffice_app.exceptions import TransisiTidakSahError
from eoffice_app.persuratan.cetak.kartu_kendali import get_kartu_kendali
from eoffice_app.persuratan.cetak.lembar_disposisi import get_lembar_disposisi
from eoffice_app.persuratan.cetak.pdf import download_pdf
from eoffice_app.persuratan.cetak.surat_pengembalian import get_surat_pengembalian
from eoffice_app.persuratan.cetak.tanggal import write_date
from eoffice_app.persuratan.disposisi.langkah import write_disposisi
from eoffice_app.persuratan.doctype.surat_masuk.surat_masuk import close_with_reason
from eoffice_app.tests.dasar import KasusUji, make_surat_masuk, make_surat_menunggu

SETENGAH_FOLIO = "Lembar Disposisi Setengah Folio"
MILIMETER = 72 / 25.4


def read_page(page: PageObject) -> str:
	"""Return the words of a page: what stands between them differs from font to font."""
	return " ".join(page.extract_text().split())


class KasusNaskah(KasusUji):
	def make_didisposisikan(self, **values):
		surat = make_surat_menunggu(**values)
		with self.sebagai("UJI-KADIS"):
			write_disposisi(surat.name, ["UJI-KABID-A", "UJI-SEKDIN"], ["Tindak lanjuti"], "Pekan ini")
		return surat

	def read_lembar(self, surat) -> dict:
		with self.sebagai("UJI-OPERATOR"):
			return get_lembar_disposisi(surat.name)

	def download(self, surat, paper: str) -> PdfReader:
		frappe.local.response = frappe._dict()
		with self.sebagai("UJI-OPERATOR"):
			download_pdf("Surat Masuk", surat.name, format=paper, no_letterhead=1)
		return PdfReader(BytesIO(frappe.local.response.filecontent))


class TestRangkaian(KasusNaskah):
	def test_who_acted_for_whom_and_who_only_assists_is_on_the_sheet(self):
		surat = self.make_didisposisikan()
		frappe.db.set_value(
			"Disposisi", {"surat_masuk": surat.name}, {"mewakili": "Drs. Contoh", "sebagai": "Plh. Kepala"}
		)
		frappe.db.set_value(
			"Disposisi", {"surat_masuk": surat.name, "kepada": "UJI-SEKDIN"}, "peran_penerima", "Membantu"
		)
		(act,) = self.read_lembar(surat)["riwayat"]
		self.assertEqual((act["sebagai"], act["mewakili"]), ("Plh. Kepala", "Drs. Contoh"))
		roles = {row["jabatan"]: row["peran"] for row in act["bagian"][0]["penerima"]}
		self.assertEqual(roles, {"Jabatan UJI-KABID-A": "", "Jabatan UJI-SEKDIN": "membantu"})

	def test_a_post_keeps_the_name_it_had_when_it_was_written_to(self):
		surat = self.make_didisposisikan()
		frappe.db.set_value("Jabatan", "UJI-KABID-A", "nama_jabatan", "Nama baru")
		frappe.db.set_value(
			"Disposisi", {"surat_masuk": surat.name, "kepada": "UJI-KABID-A"}, "jabatan_penerima", "Nama lama"
		)
		lembar = self.read_lembar(surat)
		self.assertIn(("Nama lama", True), lembar["penerima"])
		names = [row["jabatan"] for row in lembar["riwayat"][0]["bagian"][0]["penerima"]]
		self.assertIn("Nama lama", names)

	def test_each_recipient_told_something_else_has_a_part_of_his_own(self):
		surat = self.make_didisposisikan()
		frappe.db.set_value(
			"Disposisi", {"surat_masuk": surat.name, "kepada": "UJI-SEKDIN"}, "catatan", "Bantu anggaran"
		)
		(act,) = self.read_lembar(surat)["riwayat"]
		self.assertEqual({part["catatan"] for part in act["bagian"]}, {"Pekan ini", "Bantu anggaran"})

	def test_a_direct_send_the_secretarys_paraf_and_a_returned_report_are_printed(self):
		surat = self.make_didisposisikan()
		frappe.db.set_value(
			"Disposisi",
			{"surat_masuk": surat.name},
			{
				"kirim_langsung": 1,
				"alasan_langsung": "Rapat besok",
				"catatan_pengembalian": "Lengkapi daftar hadir",
			},
		)
		frappe.db.set_value(
			"Surat Masuk",
			surat.name,
			{"paraf_sebagai": "Sekretaris Uji", "paraf_nama": "Dra. Contoh", "paraf_pada": nowdate()},
		)
		text = " ".join(
			read_page(page)
			for paper in ("Lembar Disposisi", SETENGAH_FOLIO)
			for page in self.download(surat, paper).pages
		)
		for expected in (
			"DIKIRIM LANGSUNG (H-1)",
			"Rapat besok",
			"Lengkapi daftar hadir",
			"Sekretaris Uji",
			"Dra. Contoh",
		):
			self.assertGreaterEqual(text.count(expected), 2, expected)

	def test_signs_that_frappe_keeps_in_html_spelling_are_printed_as_typed(self):
		surat = self.make_didisposisikan(perihal="Nilai < 5 & > 3")
		self.assertEqual(self.read_lembar(surat)["surat"]["perihal"], "Nilai < 5 & > 3")


class TestUkuran(KasusNaskah):
	def assert_size(self, pdf: PdfReader, width: int, height: int):
		box = pdf.pages[0].mediabox
		self.assertAlmostEqual(float(box.width), width * MILIMETER, delta=3)
		self.assertAlmostEqual(float(box.height), height * MILIMETER, delta=3)

	def test_each_paper_has_its_size(self):
		surat = self.make_didisposisikan()
		self.assert_size(self.download(surat, "Lembar Disposisi"), 210, 297)
		self.assert_size(self.download(surat, SETENGAH_FOLIO), 165, 215)
		self.assert_size(self.download(surat, "Kartu Kendali"), 215, 110)

	def test_every_page_of_a_long_sheet_names_the_letter_and_its_number(self):
		surat = self.make_didisposisikan()
		frappe.db.set_value("Disposisi", {"surat_masuk": surat.name}, "catatan", "kata panjang " * 700)
		for paper in ("Lembar Disposisi", SETENGAH_FOLIO):
			pages = [read_page(page) for page in self.download(surat, paper).pages]
			self.assertGreater(len(pages), 1, paper)
			for number, text in enumerate(pages, start=1):
				self.assertIn(
					f"nomor agenda {surat.nomor_agenda}, halaman {number} dari {len(pages)}", text, paper
				)


class TestCetakUlang(KasusNaskah):
	def test_from_the_second_time_on_the_sheet_says_so(self):
		surat = self.make_didisposisikan()
		first, second, third = (
			read_page(self.download(surat, paper).pages[0])
			for paper in ("Lembar Disposisi", SETENGAH_FOLIO, "Lembar Disposisi")
		)
		self.assertNotIn("CETAK ULANG", first)
		self.assertIn("CETAK ULANG (cetakan ke-2)", second)
		self.assertIn("oleh Pegawai UJI-OPERATOR", second)
		self.assertIn("CETAK ULANG (cetakan ke-3)", third)
		self.assertTrue(frappe.local.flags.commit)

	def test_what_is_only_shown_is_not_counted(self):
		surat = self.make_didisposisikan()
		self.assertEqual(self.read_lembar(surat)["cetak_ulang"], "")
		self.download(surat, "Bukti Registrasi")
		self.assertEqual(frappe.db.count("Riwayat Cetak", {"surat_masuk": surat.name}), 0)


class TestKartuKendali(KasusNaskah):
	def test_it_says_who_works_on_the_letter_since_when(self):
		surat = self.make_didisposisikan()
		with self.sebagai("UJI-OPERATOR"):
			kartu = get_kartu_kendali(surat.name)
		self.assertEqual(set(kartu["pengolah"]), {"Jabatan UJI-KABID-A", "Jabatan UJI-SEKDIN"})
		self.assertEqual(kartu["diteruskan"], write_date(nowdate()))
		self.assertEqual((kartu["nomor_urut"], kartu["catatan"]), (surat.nomor_agenda, ["Pekan ini"]))

	def test_before_any_disposisi_it_names_the_addressee(self):
		surat = make_surat_masuk()
		with self.sebagai("UJI-OPERATOR"):
			kartu = get_kartu_kendali(surat.name)
		self.assertEqual((kartu["pengolah"], kartu["diteruskan"]), (["Jabatan UJI-KADIS"], "-"))

	def test_a_stranger_gets_none(self):
		surat = make_surat_masuk()
		with self.sebagai("UJI-STAF-B"), self.assertRaises(frappe.DoesNotExistError):
			get_kartu_kendali(surat.name)


class TestSuratPengembalian(KasusNaskah):
	def make_dikembalikan(self, action: str = "Kembalikan"):
		surat = make_surat_masuk(perihal="Permohonan data")
		rows = (("Berstempel", 0, "tidak ada stempel"), ("Lampiran lengkap", 1, ""))
		for butir, sesuai, catatan in rows:
			frappe.get_doc(
				{
					"doctype": "Hasil Verifikasi",
					"parent": surat.name,
					"parenttype": "Surat Masuk",
					"parentfield": "hasil_verifikasi",
					"butir": butir,
					"sesuai": sesuai,
					"catatan": catatan,
				}
			).db_insert()
		with self.sebagai("UJI-VERIFIKATOR"):
			close_with_reason(surat.name, action, "Surat belum berstempel.")
		return surat

	def test_it_says_why_who_decided_and_what_was_wanting(self):
		surat = self.make_dikembalikan()
		with self.sebagai("UJI-OPERATOR"):
			naskah = get_surat_pengembalian(surat.name)
			html = get_rendered_template(
				frappe.get_doc("Surat Masuk", surat.name),
				frappe.get_doc("Print Format", "Surat Pengembalian"),
			)
		self.assertEqual(naskah["kekurangan"], [{"butir": "Berstempel", "catatan": "tidak ada stempel"}])
		self.assertEqual((naskah["nama"], naskah["ditolak"]), ("Pegawai UJI-VERIFIKATOR", False))
		self.assertEqual(naskah["tanggal"], write_date(nowdate()))
		text = read_page(PdfReader(BytesIO(get_pdf(html))).pages[0])
		for expected in (
			"Pengembalian Surat",
			"Instansi Uji",
			"Surat belum berstempel.",
			"tidak ada stempel",
		):
			self.assertIn(expected, text)
		self.assertNotIn("Lampiran lengkap", text)

	def test_a_refused_letter_is_called_refused(self):
		surat = self.make_dikembalikan("Tolak")
		with self.sebagai("UJI-OPERATOR"):
			self.assertTrue(get_surat_pengembalian(surat.name)["ditolak"])

	def test_a_letter_that_stays_has_none(self):
		surat = make_surat_masuk()
		with self.sebagai("UJI-OPERATOR"), self.assertRaisesRegex(TransisiTidakSahError, "Diterima"):
			get_surat_pengembalian(surat.name)

	def test_a_stranger_gets_none(self):
		surat = self.make_dikembalikan()
		with self.sebagai("UJI-STAF-B"), self.assertRaises(frappe.DoesNotExistError):
			get_surat_pengembalian(surat.name)

	def test_nobody_writes_himself_who_decided(self):
		surat = make_surat_masuk()
		with self.sebagai("UJI-OPERATOR"):
			doc = frappe.get_doc("Surat Masuk", surat.name)
			doc.update({"keadaan_sejak": add_days(nowdate(), -9), "keadaan_oleh_sebagai": "Bupati"})
			doc.save()
		self.assertEqual(doc.keadaan_sejak, surat.keadaan_sejak)
		self.assertFalse(doc.keadaan_oleh_sebagai)
