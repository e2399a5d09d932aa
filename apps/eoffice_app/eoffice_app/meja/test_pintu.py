import io
from unittest.mock import patch

import frappe
from PIL import Image

from eoffice_app.meja import antrean, pintu
from eoffice_app.meja.antrean import list_waiting
from eoffice_app.meja.halaman import HalamanTidakTerbacaError
from eoffice_app.persuratan.disposisi.langkah import mark_read, write_disposisi
from eoffice_app.persuratan.disposisi.umpan_balik import report_back
from eoffice_app.persuratan.konsep.langkah import send_draft
from eoffice_app.tests.dasar import KasusUji, make_surat_keluar, make_surat_masuk, make_surat_menunggu


class TestAntrean(KasusUji):
	@classmethod
	def prepare_class(cls) -> dict:
		return {
			"biasa": make_surat_menunggu(),
			"segera": make_surat_menunggu(derajat="Sangat Segera"),
			"baru": make_surat_masuk(),
		}

	def list_own(self, kelompok: str = "disposisi") -> list[str]:
		ours = {self.biasa.name, self.segera.name, self.baru.name}
		return [row["surat"] for row in list_waiting(kelompok)["baris"] if row["surat"] in ours]

	def test_the_most_urgent_comes_first_and_only_what_waits(self):
		with self.sebagai("UJI-KADIS"):
			self.assertEqual(self.list_own(), [self.segera.name, self.biasa.name])
		for kode in ("UJI-SEKDIN", "UJI-STAF-B", "UJI-PENGELOLA"):
			with self.sebagai(kode):
				self.assertEqual(self.list_own(), [])

	def test_what_was_decided_waits_no_more(self):
		with self.sebagai("UJI-KADIS"):
			letter = pintu.get_surat(surat_masuk=self.biasa.name)
			pintu.decide("Tanpa Disposisi", letter["terbaca"], {}, surat_masuk=self.biasa.name)
			self.assertEqual(self.list_own(), [self.segera.name])

	def test_it_goes_down_as_disposisi_and_comes_up_as_report(self):
		with self.sebagai("UJI-KADIS"):
			(kabid,) = write_disposisi(self.biasa.name, ["UJI-KABID-A"], ["Tindak lanjuti"])
			self.assertEqual(self.list_own(), [self.segera.name])
		with self.sebagai("UJI-KABID-A"):
			self.assertEqual(self.list_own(), [self.biasa.name])
			self.assertIn(
				"Umpan Balik", pintu.get_surat(surat_masuk=self.biasa.name, disposisi=kabid)["tindakan"]
			)
			(kasi,) = write_disposisi(self.biasa.name, ["UJI-KASI-A1"], ["Tindak lanjuti"])
			self.assertEqual(self.list_own(), [])
		with self.sebagai("UJI-KASI-A1"):
			mark_read(self.biasa.name)
			report_back(kasi, "Sudah dikerjakan")
		with self.sebagai("UJI-KABID-A"):
			self.assertEqual(self.list_own("umpan_balik"), [self.biasa.name])
			found = pintu.get_surat(surat_masuk=self.biasa.name, disposisi=kasi)
			self.assertEqual(found["disposisi"]["umpan_balik"], "Sudah dikerjakan")
			self.assertEqual(found["tindakan"][:2], ["Terima Umpan Balik", "Kembalikan Umpan Balik"])

	def test_a_draft_waits_for_its_checkers_and_then_its_signer(self):
		draft = make_surat_keluar("UJI-KASI-A1")
		with self.sebagai("UJI-KASI-A1"):
			send_draft(draft.name)
		with self.sebagai("UJI-KABID-A"):
			self.assertIn(draft.name, [row["surat"] for row in list_waiting("paraf")["baris"]])
			letter = pintu.get_surat(surat_keluar=draft.name)
			self.assertEqual(letter["tindakan"], ["Paraf Konsep", "Kembalikan Konsep"])
			isi = {"versi": letter["kepala"]["versi"], "catatan": "Setuju"}
			kunci = pintu.decide("Paraf Konsep", letter["terbaca"], isi, surat_keluar=draft.name)["kunci"]
			self.assertNotIn(draft.name, [row["surat"] for row in list_waiting("paraf")["baris"]])
			pintu.undo(kunci)
			self.assertIn(draft.name, [row["surat"] for row in list_waiting("paraf")["baris"]])

	def test_a_long_draft_is_shown_to_its_last_page(self):
		draft = make_surat_keluar("UJI-KASI-A1", isi="<p>Dengan hormat kami laporkan.</p>" * 500)
		with self.sebagai("UJI-KASI-A1"):
			send_draft(draft.name)
		with self.sebagai("UJI-KABID-A"):
			count = pintu.get_jumlah_halaman(draft.name)["halaman"]
			self.assertGreater(count, 10)
			pintu.get_halaman(surat_keluar=draft.name, nomor=count, lebar=800)
			with Image.open(io.BytesIO(frappe.local.response.filecontent)) as picture:
				self.assertEqual((picture.format, picture.width), ("JPEG", 800))
			with self.assertRaises(HalamanTidakTerbacaError):
				pintu.get_halaman(surat_keluar=draft.name, nomor=count + 1)
		for kode in ("UJI-STAF-B", "Guest"):
			for knock in (pintu.get_jumlah_halaman, lambda name: pintu.get_halaman(surat_keluar=name)):
				with self.sebagai(kode), self.assertRaises(frappe.DoesNotExistError):
					knock(draft.name)

	def test_the_form_leads_to_meja_whom_it_waits_for_and_meja_begins_with_it(self):
		with self.sebagai("UJI-KADIS"):
			self.assertEqual(
				self.ask_form(), {"kelompok": "disposisi", "surat": f"Surat Masuk/{self.biasa.name}/"}
			)
			for page, expected in (
				(50, [self.segera.name, self.biasa.name]),
				# It stands further down than the page reaches.
				(1, [self.biasa.name, self.segera.name]),
			):
				with patch.object(antrean, "SEHALAMAN", page):
					meja = pintu.get_meja("disposisi", surat_masuk=self.biasa.name)
				self.assertEqual(meja["surat"]["surat"], self.biasa.name)
				self.assertEqual([row["surat"] for row in meja["antrean"]["baris"]], expected)
			meja = pintu.get_meja("disposisi", surat_masuk="tidak-ada")
			self.assertEqual(meja["surat"]["surat"], self.segera.name)
		for kode in ("UJI-SEKDIN", "UJI-OPERATOR"):
			with self.sebagai(kode):
				self.assertIsNone(self.ask_form())

	def ask_form(self) -> dict | None:
		surat = frappe.get_doc("Surat Masuk", self.biasa.name)
		surat.run_method("onload")
		return (surat.get("__onload") or {}).get("meja")

	def test_it_comes_up_with_the_first_letter_and_the_offices_phrases(self):
		with self.sebagai("UJI-KADIS"):
			meja = pintu.get_meja()
		self.assertEqual(meja["surat"]["kunci"], meja["antrean"]["baris"][0]["kunci"])
		self.assertGreaterEqual(meja["jumlah"]["disposisi"], 2)
		self.assertEqual(meja["jabatan"], ["Jabatan UJI-KADIS"])

	def test_without_a_post_the_desk_is_empty_and_without_a_role_it_is_closed(self):
		frappe.db.delete("Pemangku Jabatan", {"jabatan": "UJI-STAF-B"})
		with self.sebagai("UJI-STAF-B"):
			meja = pintu.get_meja()
			self.assertEqual((meja["surat"], meja["jabatan"], meja["antrean"]["baris"]), (None, [], []))
		for kode in ("UJI-PENGELOLA", "Guest"):
			for knock in (pintu.get_meja, lambda: pintu.get_antrean("disposisi")):
				with self.sebagai(kode), self.assertRaises(pintu.BukanMejaError):
					knock()


class TestSurat(KasusUji):
	@classmethod
	def prepare_class(cls) -> dict:
		return {
			"surat": make_surat_menunggu(tujuan="UJI-KABID-A"),
			"rahasia": make_surat_menunggu(tujuan="UJI-KABID-A", sifat="Rahasia"),
		}

	def test_a_page_is_a_picture_of_the_wished_width(self):
		with self.sebagai("UJI-KABID-A"):
			self.assertEqual(pintu.get_surat(surat_masuk=self.surat.name)["halaman"], 1)
			pintu.get_halaman(self.surat.name, 1, 1000)
		with Image.open(io.BytesIO(frappe.local.response.filecontent)) as picture:
			self.assertEqual((picture.format, picture.width), ("JPEG", 1200))
		with self.sebagai("UJI-KABID-A"), self.assertRaises(HalamanTidakTerbacaError):
			pintu.get_halaman(self.surat.name, 2, 1000)

	def test_a_stranger_gets_neither_letter_nor_page_nor_words(self):
		for knock in (
			lambda: pintu.get_surat(surat_masuk=self.surat.name),
			lambda: pintu.get_halaman(self.surat.name, 1),
			lambda: pintu.find_in_scan(self.surat.name, "rapat"),
		):
			with self.sebagai("UJI-STAF-B"), self.assertRaises(frappe.DoesNotExistError):
				knock()
			with self.sebagai("Guest"), self.assertRaises((frappe.DoesNotExistError, frappe.PermissionError)):
				knock()

	def test_a_secret_letter_is_not_made_ready_and_its_reading_is_logged(self):
		opened = {"surat_masuk": self.rahasia.name}
		with self.sebagai("UJI-KABID-A"):
			self.assertIsNone(pintu.get_surat(surat_masuk=self.rahasia.name, disiapkan=1))
			self.assertFalse(frappe.db.exists("Riwayat Buka", opened))
			self.assertEqual(pintu.get_surat(surat_masuk=self.rahasia.name)["surat"], self.rahasia.name)
			pintu.get_halaman(self.rahasia.name, 1)
		self.assertEqual(
			sorted(frappe.get_all("Riwayat Buka", filters=opened, pluck="pintu")), ["Berkas", "Formulir"]
		)
