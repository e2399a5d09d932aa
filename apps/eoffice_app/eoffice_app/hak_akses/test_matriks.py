"""Every role at every door of letters of all sifat: full sight, or exactly the answer for a letter that never was.

At each door each one asks for a letter that he sees and one that he does not; of which sifat these are changes from door to
door and from one who asks to the next, so that a door meets every sifat. A few doors meet all sifat of all who ask.

The office of `tests/dasar.py`, with a post below UJI-KASI-A1. The letter is addressed to UJI-KASI-A1 and disposed to
UJI-STAF-A1; UJI-KABID-A stands above.
"""

import re

import frappe

from eoffice_app.hak_akses.aturan import SIFAT_RAHASIA
from eoffice_app.tests.klien import Jawaban, make_klien
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
	"meja",
	"antrean meja",
}
# Names no letter, so Frappe refuses a guest before anybody looks for one.
BUKAN_UNTUK_TAMU = {"client.get menurut nomor", "keputusan di meja dibatalkan"}
# Of a decision that is not his nobody learns more than that there is none of his.
STATUS_LAIN = {"keputusan di meja dibatalkan": 417}
# Letters are not in Frappe's index at all: nobody finds them there.
TANPA_HASIL = {"cari umum"}
# Doors that show what waits for somebody: who finds the letter there.
PENEMU = {"meja": "UJI-STAF-A1", "antrean meja": "UJI-STAF-A1"}
# One door of each sort at which everybody asks for letters of all sifat: the rule itself, cell by cell.
SEMUA_SIFAT = {"formulir surat", "simpan", "daftar surat"}


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
		for pintu, buka, kode, surat in self.walk(MEMBACA):
			if surat["sifat"] in PENANYA[kode]:
				jawaban = buka(self.klien[kode], surat)
				self.assertEqual(jawaban.status, 200, (pintu, kode, surat["sifat"], jawaban.isi[:300]))
			else:
				self.assert_not_found(pintu, buka, kode, surat)

	def test_doors_that_few_may_use(self):
		for pintu, buka, kode, surat in self.walk_hidden(LAMPIRAN):
			self.assert_not_found(pintu, buka, kode, surat)

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
		for pintu, buka, kode, surat in self.walk_hidden(MENULIS):
			self.assert_not_found(pintu, buka, kode, surat)

	def test_doors_that_search_find(self):
		for pintu in MENCARI.keys() - TANPA_HASIL:
			klien = self.klien.get(PENEMU.get(pintu), self.pengelola_mesin)
			self.assert_betrays(pintu, MENCARI[pintu](klien, self.surat["Rahasia"]), "Rahasia")

	def test_doors_that_search(self):
		for pintu, buka, kode, surat in self.walk(MENCARI):
			jawaban = buka(self.klien[kode], surat)
			if surat["sifat"] not in PENANYA[kode]:
				self.assert_silent(pintu, jawaban, kode, surat)
			elif pintu not in BUKAN_UNTUK_SEMUA | TANPA_HASIL:
				self.assert_betrays(pintu, jawaban, surat["sifat"], kode)

	def test_doors_that_count(self):
		for pintu, buka, kode, surat in self.walk(MENGHITUNG):
			sifat = surat["sifat"]
			jawaban = buka(self.klien[kode], surat)
			if sifat in PENANYA[kode]:
				self.assertEqual(read_number(jawaban), 1, (pintu, kode, sifat, jawaban.isi[:300]))
			elif jawaban.status == 200:
				self.assertEqual(read_number(jawaban), 0, (pintu, kode, sifat))
			else:
				self.assertEqual(jawaban.status, 403, (pintu, kode, sifat, jawaban.isi[:300]))

	def walk(self, doors: dict):
		for number, (pintu, buka) in enumerate(doors.items()):
			for place, kode in enumerate(self.klien):
				for sifat in choose_sifat(pintu, kode, number + place):
					yield pintu, buka, kode, self.surat[sifat]

	def walk_hidden(self, doors: dict):
		for pintu, buka, kode, surat in self.walk(doors):
			if surat["sifat"] not in PENANYA[kode]:
				yield pintu, buka, kode, surat

	def assert_not_found(self, pintu: str, buka, kode: str, surat: dict):
		hidden, lost = buka(self.klien[kode], surat), self.ask_for_lost(pintu, buka, kode)
		context = (pintu, kode, surat["sifat"], hidden.isi[:300])
		status = 403 if kode == "Guest" and pintu in BUKAN_UNTUK_TAMU else STATUS_LAIN.get(pintu, 404)
		self.assertEqual((hidden.status, lost.status), (status, status), (*context, lost.isi[:300]))
		self.assertEqual(neutral(hidden, surat), neutral(lost, self.hilang), context)

	def ask_for_lost(self, pintu: str, buka, kode: str) -> Jawaban:
		if (pintu, kode) not in self.jawaban_hilang:
			self.jawaban_hilang[pintu, kode] = buka(self.klien[kode], self.hilang)
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


def choose_sifat(pintu: str, kode: str, turn: int) -> list[str]:
	"""Return the sifat of the letters that one asks for at a door: all, or one that he sees and one that he does not."""
	if pintu in SEMUA_SIFAT:
		return list(SIFAT)
	seen = [sifat for sifat in SIFAT if sifat in PENANYA[kode]]
	hidden = [sifat for sifat in SIFAT if sifat not in seen]
	return [sifat[turn % len(sifat)] for sifat in (seen, hidden) if sifat]


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
