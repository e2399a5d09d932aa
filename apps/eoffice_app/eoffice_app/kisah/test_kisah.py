"""The story of a letter: told in the order it happened, to those who may see the letter, and nothing of hidden letters."""

import frappe

from eoffice_app.kisah.kisah import get_kisah_keluar, get_kisah_masuk
from eoffice_app.persuratan.disposisi.langkah import mark_read, withdraw_disposisi, write_disposisi
from eoffice_app.persuratan.disposisi.penyelesaian import note_no_disposisi
from eoffice_app.persuratan.disposisi.umpan_balik import accept_report, report_back, return_report
from eoffice_app.persuratan.doctype.surat_masuk.surat_masuk import close_with_reason
from eoffice_app.persuratan.konsep.langkah import give_paraf, return_draft, send_draft
from eoffice_app.tests.dasar import KasusUji, make_surat_keluar, make_surat_masuk, make_surat_menunggu


class KasusKisah(KasusUji):
	"""With the versions that Frappe keeps of each saving, which it leaves out while tests run."""

	def setUp(self):
		super().setUp()
		frappe.flags.in_test = False

	def tearDown(self):
		frappe.flags.in_test = True
		super().tearDown()


class TestKisahMasuk(KasusKisah):
	def setUp(self):
		super().setUp()
		self.surat = make_surat_menunggu(perihal="Rapat <b>penting</b> & 'segera'")

	def tell(self, surat, kode: str = "UJI-KADIS") -> list[dict]:
		with self.sebagai(kode):
			return get_kisah_masuk(surat.name)

	def read_sentences(self, surat, kode: str = "UJI-KADIS") -> list[str]:
		return [event["kalimat"] for event in self.tell(surat, kode)]

	def assert_told(self, sentences: list[str], expected: list[str]):
		self.assertEqual(len(sentences), len(expected), sentences)
		for sentence, words in zip(sentences, expected, strict=True):
			self.assertIn(words, sentence)

	def test_it_is_told_from_the_registration_to_the_last_report(self):
		with self.sebagai("UJI-KADIS"):
			kabid, kabid_b = write_disposisi(
				self.surat.name,
				["UJI-KABID-A", "UJI-KABID-B"],
				["Tindak lanjuti"],
				"Baca <i>dulu</i> & jawab",
			)
			withdraw_disposisi(kabid_b)
		with self.sebagai("UJI-KABID-A"):
			mark_read(self.surat.name)
			report_back(kabid, "Sudah")
		with self.sebagai("UJI-KADIS"):
			return_report(kabid, "Lengkapi dulu")
		with self.sebagai("UJI-KABID-A"):
			report_back(kabid, "Sudah lengkap")
		with self.sebagai("UJI-KADIS"):
			accept_report(kabid)
		self.assert_told(
			self.read_sentences(self.surat),
			[
				f"mendaftarkan surat dengan nomor agenda {self.surat.nomor_agenda}",
				"Pegawai UJI-VERIFIKATOR memeriksa surat dan menyatakannya sesuai.",
				"meneruskan surat kepada Jabatan UJI-KADIS.",
				"mendisposisikan surat kepada Jabatan UJI-KABID-A, Jabatan UJI-KABID-B: Tindak lanjuti.",
				"menarik disposisi kepada Jabatan UJI-KABID-B.",
				"Jabatan UJI-KABID-A membaca disposisi.",
				"mengembalikan umpan balik Jabatan UJI-KABID-A.",
				"Jabatan UJI-KABID-A (Pegawai UJI-KABID-A) memberi umpan balik.",
				"menerima umpan balik Jabatan UJI-KABID-A.",
				"Surat dinyatakan selesai oleh Pegawai UJI-KADIS.",
			],
		)
		notes = [event["catatan"] for event in self.tell(self.surat) if event["catatan"]]
		self.assertEqual(notes, ["Baca <i>dulu</i> & jawab", "Lengkapi dulu", "Sudah lengkap"])

	def test_why_it_was_refused_or_needed_no_disposisi_is_told(self):
		surat = make_surat_masuk()
		with self.sebagai("UJI-VERIFIKATOR"):
			close_with_reason(surat.name, "Tolak", "Scan tidak terbaca")
		last = self.tell(surat)[-1]
		self.assertIn("menyatakan surat ini ditolak.", last["kalimat"])
		self.assertEqual(last["catatan"], "Scan tidak terbaca")
		with self.sebagai("UJI-KADIS"):
			note_no_disposisi(self.surat.name, "Cukup diketahui")
		last = self.tell(self.surat)[-1]
		self.assertIn("tidak perlu disposisi", last["kalimat"])
		self.assertEqual(last["catatan"], "Cukup diketahui")

	def test_a_correction_names_what_was_corrected_and_not_how(self):
		surat = make_surat_masuk()
		with self.sebagai("UJI-OPERATOR"):
			doc = frappe.get_doc("Surat Masuk", surat.name)
			doc.update({"perihal": "Perihal baru", "lampiran": "1 berkas"})
			doc.save()
		(sentence,) = (text for text in self.read_sentences(surat) if "memperbaiki" in text)
		self.assertEqual(sentence, "Pegawai UJI-OPERATOR memperbaiki data surat: Perihal.")

	def test_an_answer_is_told_to_who_may_see_it(self):
		with self.sebagai("UJI-KADIS"):
			write_disposisi(self.surat.name, ["UJI-KABID-A"], ["Tindak lanjuti"])
		with self.sebagai("UJI-KABID-A"):
			write_disposisi(self.surat.name, ["UJI-STAF-A1"], ["Siapkan bahan"])
		make_surat_keluar(membalas=self.surat.name, perihal="Jawaban", sifat="Terbatas")
		told = {
			kode: [event["catatan"] for event in self.tell(self.surat, kode)]
			for kode in ("UJI-STAF-A1", "UJI-OPERATOR")
		}
		self.assertIn("Jawaban", told["UJI-STAF-A1"])
		self.assertNotIn("Jawaban", told["UJI-OPERATOR"])

	def test_strangers_are_told_that_there_is_no_such_letter(self):
		rahasia = make_surat_menunggu(sifat="Rahasia")
		for surat, kode in (
			(self.surat, "UJI-STAF-B"),
			(self.surat, "Guest"),
			(rahasia, "UJI-OPERATOR"),
			(rahasia, "UJI-VERIFIKATOR"),
		):
			with self.sebagai(kode), self.assertRaises(frappe.DoesNotExistError, msg=kode):
				get_kisah_masuk(surat.name)
		self.assertTrue(self.read_sentences(rahasia))


class TestKisahKeluar(KasusKisah):
	def setUp(self):
		super().setUp()
		self.surat = make_surat_keluar()

	def test_it_is_told_from_the_draft_to_its_return(self):
		with self.sebagai("UJI-STAF-A1"):
			send_draft(self.surat.name)
		with self.sebagai("UJI-KASI-A1"):
			give_paraf(self.surat.name, 1, "Sudah sesuai")
		with self.sebagai("UJI-KABID-A"):
			return_draft(self.surat.name, "Tambahkan tembusan")
			story = get_kisah_keluar(self.surat.name)
		self.assertEqual(
			[(event["kalimat"], event["catatan"]) for event in story],
			[
				("Pegawai UJI-STAF-A1 mulai menyusun konsep Nota Dinas.", ""),
				("Pegawai UJI-STAF-A1 mengirim konsep untuk diparaf.", ""),
				("Jabatan UJI-KASI-A1 (Pegawai UJI-KASI-A1) memberi paraf pada versi 1.", "Sudah sesuai"),
				(
					"Jabatan UJI-KABID-A (Pegawai UJI-KABID-A) mengembalikan konsep versi 1.",
					"Tambahkan tembusan",
				),
			],
		)

	def test_strangers_are_told_that_there_is_no_such_letter(self):
		for kode in ("UJI-KABID-B", "UJI-OPERATOR", "Guest"):
			with self.sebagai(kode), self.assertRaises(frappe.DoesNotExistError, msg=kode):
				get_kisah_keluar(self.surat.name)
