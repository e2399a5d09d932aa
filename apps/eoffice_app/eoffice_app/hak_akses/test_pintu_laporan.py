"""Reports as doors: who may open which, that a hidden letter is in none, and that no link or kept report leads around."""

import frappe
from frappe.utils import getdate, nowdate

from eoffice_app.hak_akses.kolom_tautan import list_followed
from eoffice_app.hak_akses.pengganti import run_report
from eoffice_app.hak_akses.tautan import LaporanTerlarangError
from eoffice_app.laporan import rekap
from eoffice_app.laporan.peristiwa import SURAT_MASUK
from eoffice_app.tests.dasar import KasusFrappe, make_surat_keluar, remove_surat_keluar
from eoffice_app.tests.pintu import LAPORAN
from eoffice_app.tests.surat_lengkap import KasusSuratLengkap

# Who asks → the sifat of the letters that he sees.
PENANYA = {
	"UJI-OPERATOR": ("Biasa", "Terbatas"),
	"UJI-SANDI": ("Biasa", "Rahasia"),
	"UJI-VERIFIKATOR": ("Biasa",),
	"UJI-PIMPINAN-LAIN": ("Biasa",),
	"UJI-KABID-B": (),
	"UJI-STAF-B": (),
	"UJI-PENGELOLA": (),
	"Guest": (),
}
BUKU = {"UJI-OPERATOR", "UJI-SANDI", "UJI-VERIFIKATOR", "UJI-PIMPINAN-LAIN"}
# Report → who may open it.
PEMBUKA = {
	"buku agenda": BUKU,
	"buku agenda rahasia": BUKU,
	"ekspor buku agenda": BUKU,
	"rekapitulasi": BUKU | {"UJI-KABID-B"},
	"kinerja verifikasi": {"UJI-VERIFIKATOR", "UJI-PIMPINAN-LAIN"},
	"rincian verifikasi": {"UJI-VERIFIKATOR", "UJI-PIMPINAN-LAIN"},
}
BUKU_RAHASIA = {"buku agenda rahasia"}
BUKU_TERBUKA = {"buku agenda", "ekspor buku agenda"}
KOLOM = "membalas.perihal"


class TestPintuLaporan(KasusSuratLengkap):
	daftar_sifat = ("Biasa", "Terbatas", "Rahasia")
	daftar_penanya = tuple(PENANYA)

	@classmethod
	def setUpClass(cls):
		super().setUpClass()
		cls.balasan = make_surat_keluar("UJI-STAF-B")
		cls.balasan.db_set("membalas", cls.surat["Rahasia"]["name"])
		frappe.db.commit()
		cls.count_today()

	@classmethod
	def tearDownClass(cls):
		frappe.set_user("Administrator")
		remove_surat_keluar(cls.balasan.name)
		super().tearDownClass()
		cls.count_today()

	@staticmethod
	def count_today():
		# Kinerja Verifikasi reads what the roll-up has counted.
		rekap.mark(SURAT_MASUK, [getdate(nowdate())])
		rekap.count_marked()

	def test_a_report_shows_the_letters_that_its_reader_sees_and_no_other(self):
		for pintu, buka in LAPORAN.items():
			for kode, klien in self.klien.items():
				jawaban = buka(klien, {})
				context = (pintu, kode, jawaban.status, jawaban.isi[:300])
				self.assertEqual(jawaban.status == 200, kode in PEMBUKA[pintu], context)
				for sifat, surat in self.surat.items():
					shown = any(surat[word] in jawaban.isi for word in ("tanda", "name", "pengirim"))
					expected = kode in PEMBUKA[pintu] and sifat in PENANYA[kode] and is_in(pintu, sifat)
					self.assertEqual(shown, expected, (*context, sifat))

	def test_a_column_reached_through_a_link_is_refused_at_every_door(self):
		klien, sought = self.klien["UJI-STAF-B"], {"name": self.balasan.name}
		for asked in (
			klien.call("frappe.desk.reportview.get", doctype="Surat Keluar", fields=["name", KOLOM]),
			klien.call("frappe.desk.reportview.get_list", doctype="Surat Keluar", fields=[f"{KOLOM} as p"]),
			klien.call("frappe.client.get_list", doctype="Surat Keluar", fields=["membalas.nomor_surat"]),
			klien.call("frappe.client.get_value", doctype="Surat Keluar", fieldname=KOLOM, filters=sought),
			klien.get("/api/resource/Surat Keluar", fields=f'["{KOLOM}"]'),
			klien.get("/api/resource/Surat Keluar", filters=f'[["{KOLOM}", "like", "%a%"]]'),
			klien.call("frappe.client.get_list", doctype="Surat Keluar", order_by=f"{KOLOM} desc"),
		):
			self.assertEqual(asked.status, 403, asked.isi[:300])
			self.assertNotIn(self.surat["Rahasia"]["tanda"], asked.isi)

	def test_the_link_by_which_a_document_follows_its_letter_may_be_walked(self):
		asked = self.klien["UJI-OPERATOR"].call(
			"frappe.client.get_list", doctype="Agenda", fields=["surat_masuk.perihal"], limit_page_length=0
		)
		self.assertEqual(asked.status, 200, asked.isi[:300])
		for sifat, surat in self.surat.items():
			self.assertEqual(surat["tanda"] in asked.isi, sifat in PENANYA["UJI-OPERATOR"], sifat)

	def test_a_report_over_letters_is_never_kept(self):
		kept = {"doctype": "Prepared Report", "report_name": "Buku Agenda", "filters": "{}"}
		self.assertRaises(LaporanTerlarangError, frappe.get_doc(kept).insert, ignore_permissions=True)
		# Frappe has reports that once took long kept by itself.
		frappe.db.set_value("Report", "Buku Agenda", "prepared_report", 1)
		with self.sebagai("UJI-OPERATOR"):
			made = run_report("Buku Agenda", filters={"buku": "SM"}, user="Administrator")
		self.assertNotIn("prepared_report", made)
		self.assertIn(self.surat["Biasa"]["tanda"], {row["nomor_surat"] for row in made["result"]})


class TestKolomTautan(KasusFrappe):
	"""What stands before a dot in the columns of a request, as Frappe writes columns."""

	def test_what_is_followed(self):
		for arguments, expected in (
			({"fields": '["name", "membalas.perihal"]'}, ["membalas"]),
			({"fields": ["count(`membalas`.`perihal`) as c"]}, ["membalas"]),
			({"filters": [["membalas.perihal", "like", "%a%"]]}, ["membalas"]),
			({"order_by": "name asc, membalas.perihal desc"}, ["membalas"]),
			({"fields": ["`tabSurat Masuk`.`perihal`", "name"]}, []),
			({"fields": ["`tabDisposisi`.`perihal`", "count(`tabScan Surat`.name) as c"]}, []),
			({"content": "membalas.perihal"}, []),
		):
			self.assertEqual(list(list_followed(arguments)), expected, arguments)


def is_in(pintu: str, sifat: str) -> bool:
	"""Whether letters of a sifat belong into a report at all."""
	return pintu not in (BUKU_TERBUKA if sifat == "Rahasia" else BUKU_RAHASIA)
