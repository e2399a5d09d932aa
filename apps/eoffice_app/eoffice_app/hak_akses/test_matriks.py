"""Every role at every door of a letter of every sifat: full sight, or exactly the answer for a letter that never was.

The office of `tests/dasar.py`, with a post below UJI-KASI-A1. The letter is addressed to UJI-KASI-A1 and disposed to
UJI-STAF-A1; UJI-KABID-A stands above.
"""

import re

import frappe

from eoffice_app.hak_akses.aturan import SIFAT_RAHASIA
from eoffice_app.tests.klien import Jawaban, Klien, make_klien
from eoffice_app.tests.pintu import LAMPIRAN, MEMBACA, MENCARI, MENGHITUNG, MENULIS
from eoffice_app.tests.surat_lengkap import KasusSuratLengkap

SIFAT = ("Biasa", "Terbatas", "Rahasia", "Sangat Rahasia")
# Who asks → the sifat that he sees. Sources: issue 3, "Who sees what"; SOP 000, Standar Ketentuan.
PENANYA = {
	"UJI-OPERATOR": ("Biasa", "Terbatas"),
	"UJI-OPERATOR-LAIN": (),
	"UJI-SANDI": ("Biasa", *SIFAT_RAHASIA),
	"UJI-VERIFIKATOR": ("Biasa",),
	"UJI-PIMPINAN-LAIN": ("Biasa",),
	"UJI-KASI-A1": SIFAT,
	"UJI-STAF-A1": SIFAT,
	"UJI-KABID-A": ("Biasa",),
	"UJI-KABID-B": (),
	"UJI-STAF-B": (),
	"UJI-PENGELOLA": (),
	"UJI-SISTEM": (),
	"Guest": (),
}
# What Frappe's own permissions leave to few, whoever sees the letter.
BUKAN_UNTUK_SEMUA = {
	"ekspor",
	"ekspor data",
	"ekspor dikelompokkan",
	"daftar berkas",
	"daftar komentar",
	"daftar versi",
	"daftar label",
	"label umum",
	"daftar situs",
}
# Names no letter, so Frappe refuses a guest before anybody looks for one.
BUKAN_UNTUK_TAMU = {"client.get menurut nomor"}
# Letters are not in Frappe's index at all: nobody finds them there.
TANPA_HASIL = {"cari umum"}


# Frappe 16 numbers each message.
NOMOR_GALAT = r"(?<=__frappe_exc_id)\W+\w{56}"


class TestMatriks(KasusSuratLengkap):
	daftar_sifat = SIFAT
	daftar_penanya = tuple(PENANYA)

	@classmethod
	def setUpClass(cls):
		super().setUpClass()
		cls.jawaban_hilang = {}
		cls.hilang = describe_lost(cls.surat["Biasa"])
		cls.pengelola_mesin = make_klien("Administrator")
		frappe.db.commit()

	def test_doors_that_name_the_letter(self):
		for pintu, buka in MEMBACA.items():
			for kode, klien, sifat, surat in self.walk():
				if sifat in PENANYA[kode]:
					jawaban = buka(klien, surat)
					self.assertEqual(jawaban.status, 200, (pintu, kode, sifat, jawaban.isi[:300]))
				else:
					self.assert_not_found(pintu, buka, kode, klien, surat)

	def test_doors_that_few_may_use(self):
		for pintu, buka in LAMPIRAN.items():
			for kode, klien, sifat, surat in self.walk():
				if sifat not in PENANYA[kode]:
					self.assert_not_found(pintu, buka, kode, klien, surat)

	def test_a_browser_is_shown_a_page_that_says_not_found(self):
		stranger, surat = self.klien["UJI-STAF-B"], self.surat["Rahasia"]
		for things in (surat, self.hilang):
			for address in (
				things["berkas"],
				f"/printview?doctype=Surat Masuk&name={things['name']}",
				f"/api/method/frappe.utils.print_format.download_pdf?doctype=Surat Masuk&name={things['name']}",
			):
				jawaban = stranger.browse(address)
				self.assertEqual(jawaban.status, 404, address)
				self.assertIn("<html", jawaban.isi, address)

	def test_doors_that_would_write(self):
		for pintu, buka in MENULIS.items():
			for kode, klien, sifat, surat in self.walk():
				if sifat not in PENANYA[kode]:
					self.assert_not_found(pintu, buka, kode, klien, surat)

	def test_doors_that_search(self):
		for pintu, buka in MENCARI.items():
			if pintu not in TANPA_HASIL:
				self.assert_betrays(pintu, buka(self.pengelola_mesin, self.surat["Rahasia"]), "Rahasia")
			for kode, klien, sifat, surat in self.walk():
				jawaban = buka(klien, surat)
				if sifat not in PENANYA[kode]:
					self.assert_silent(pintu, jawaban, kode, surat)
				elif pintu not in BUKAN_UNTUK_SEMUA | TANPA_HASIL:
					self.assert_betrays(pintu, jawaban, sifat, kode)

	def test_doors_that_count(self):
		for pintu, buka in MENGHITUNG.items():
			for kode, klien, sifat, surat in self.walk():
				jawaban = buka(klien, surat)
				if sifat in PENANYA[kode]:
					self.assertEqual(read_number(jawaban), 1, (pintu, kode, sifat, jawaban.isi[:300]))
				elif jawaban.status == 200:
					self.assertEqual(read_number(jawaban), 0, (pintu, kode, sifat))
				else:
					self.assertEqual(jawaban.status, 403, (pintu, kode, sifat, jawaban.isi[:300]))

	def walk(self):
		for kode, klien in self.klien.items():
			for sifat, surat in self.surat.items():
				yield kode, klien, sifat, surat

	def assert_not_found(self, pintu: str, buka, kode: str, klien: Klien, surat: dict):
		hidden, lost = buka(klien, surat), self.ask_for_lost(pintu, buka, kode, klien)
		context = (pintu, kode, surat["sifat"], hidden.isi[:300])
		status = 403 if kode == "Guest" and pintu in BUKAN_UNTUK_TAMU else 404
		self.assertEqual((hidden.status, lost.status), (status, status), (*context, lost.isi[:300]))
		self.assertEqual(neutral(hidden, surat), neutral(lost, self.hilang), context)

	def ask_for_lost(self, pintu: str, buka, kode: str, klien: Klien) -> Jawaban:
		if (pintu, kode) not in self.jawaban_hilang:
			self.jawaban_hilang[pintu, kode] = buka(klien, self.hilang)
		return self.jawaban_hilang[pintu, kode]

	def assert_silent(self, pintu: str, jawaban: Jawaban, kode: str, surat: dict):
		for word in (surat["tanda"], surat["name"]):
			self.assertNotIn(word, jawaban.isi, (pintu, kode, surat["sifat"]))
		self.assertIn(jawaban.status, (200, 403, 404), (pintu, kode, surat["sifat"], jawaban.isi[:300]))

	def assert_betrays(self, pintu: str, jawaban: Jawaban, sifat: str, kode: str = "Administrator"):
		surat = self.surat[sifat]
		self.assertTrue(
			any(surat[word] in jawaban.isi for word in ("tanda", "name", "berkas")),
			(pintu, kode, sifat, jawaban.status, jawaban.isi[:500]),
		)


def describe_lost(surat: dict) -> dict:
	"""Return the names of a letter that never was, in the shape of a real one's."""
	# Comments have numbers for names, so no zero stands first, and a short one might be there.
	lost = {key: "9" * max(len(value), 9) for key, value in surat.items()}
	return {**lost, "sifat": surat["sifat"], "berkas": "/private/files/0000000.pdf"}


def neutral(jawaban: Jawaban, surat: dict) -> str:
	"""Return the text of an answer without the names that the request itself brought, and without what is new each time."""
	names = sorted((value for key, value in surat.items() if key != "sifat"), key=len, reverse=True)
	return re.sub("|".join([*map(_whole_name, names), NOMOR_GALAT]), "…", jawaban.isi)


def _whole_name(name: str) -> str:
	# A number may also be that of a line in a traceback, or part of a longer one.
	return rf"(?<!line )(?<!\w){name}(?!\w)" if name.isdigit() else re.escape(name)


def read_number(jawaban: Jawaban) -> int:
	"""Return the number that a counting door answered."""
	return frappe.parse_json(jawaban.isi)["message"]
