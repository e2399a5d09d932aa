import frappe

from eoffice_app.exceptions import RiwayatTetapError
from eoffice_app.hak_akses.riwayat import ANTARMUKA, BERKAS, CETAK, FORMULIR, get_riwayat_buka, record_opening
from eoffice_app.persuratan.disposisi.langkah import write_disposisi
from eoffice_app.tests.dasar import KasusUji, make_surat_menunggu, surel
from eoffice_app.tests.pintu import LAMPIRAN, MEMBACA
from eoffice_app.tests.surat_lengkap import KasusSuratLengkap


class TestRiwayatBuka(KasusSuratLengkap):
	"""Real requests: a GET must leave its line, too, though Frappe undoes what a GET wrote."""

	daftar_sifat = ("Terbatas", "Rahasia")
	daftar_penanya = ("UJI-SANDI", "UJI-KASI-A1", "UJI-STAF-A1", "UJI-STAF-B")

	def read_log(self, sifat: str = "Rahasia", **filters) -> list:
		# Another connection wrote it: what was read before must not stand in the way.
		frappe.db.rollback()
		frappe.db.savepoint("uji")
		filters["surat_masuk"] = self.surat[sifat]["name"]
		return frappe.get_all(
			"Riwayat Buka", filters=filters, fields=["user", "nama", "sebagai", "pintu"], order_by="waktu asc"
		)

	def test_each_door_leaves_its_line(self):
		secret = self.surat["Rahasia"]
		for pintu, buka in (
			(FORMULIR, MEMBACA["formulir surat"]),
			(BERKAS, MEMBACA["berkas"]),
			(ANTARMUKA, MEMBACA["REST surat"]),
			(CETAK, LAMPIRAN["pratinjau cetak"]),
		):
			self.assertEqual(buka(self.klien["UJI-SANDI"], secret).status, 200, pintu)
			row = self.read_log(user=surel("UJI-SANDI"), pintu=pintu)[0]
			self.assertIn("Jabatan UJI-SANDI", row.sebagai)
			self.assertTrue(row.nama)

	def test_one_line_a_minute_for_each_door_and_reader(self):
		for _time in range(3):
			MEMBACA["formulir surat"](self.klien["UJI-STAF-A1"], self.surat["Rahasia"])
		self.assertEqual(len(self.read_log(user=surel("UJI-STAF-A1"), pintu=FORMULIR)), 1)
		frappe.db.sql("update `tabRiwayat Buka` set waktu = waktu - interval 2 minute")
		frappe.db.commit()
		MEMBACA["formulir surat"](self.klien["UJI-STAF-A1"], self.surat["Rahasia"])
		self.assertEqual(len(self.read_log(user=surel("UJI-STAF-A1"), pintu=FORMULIR)), 2)

	def test_opening_by_what_hangs_on_the_letter_counts(self):
		MEMBACA["REST disposisi"](self.klien["UJI-KASI-A1"], self.surat["Rahasia"])
		self.assertEqual(len(self.read_log(user=surel("UJI-KASI-A1"), pintu=ANTARMUKA)), 1)

	def test_neither_a_stranger_nor_a_letter_that_is_not_secret_leaves_a_line(self):
		MEMBACA["formulir surat"](self.klien["UJI-STAF-B"], self.surat["Rahasia"])
		self.assertEqual(self.read_log(user=surel("UJI-STAF-B")), [])
		self.assertEqual(
			MEMBACA["formulir surat"](self.klien["UJI-KASI-A1"], self.surat["Terbatas"]).status, 200
		)
		self.assertEqual(self.read_log("Terbatas"), [])


class TestPemilikRiwayat(KasusUji):
	def test_the_owner_reads_the_log_and_nobody_else(self):
		surat = make_surat_menunggu(tujuan="UJI-KABID-A", sifat="Rahasia")
		with self.sebagai("UJI-KABID-A"):
			record_opening(surat.name, FORMULIR)
			(row,) = get_riwayat_buka(surat.name)
			self.assertEqual((row.sebagai, row.pintu), ("Jabatan UJI-KABID-A", FORMULIR))
		with self.sebagai("UJI-SANDI"):
			self.assertEqual(len(get_riwayat_buka(surat.name)), 1)
		for kode in ("UJI-OPERATOR", "UJI-KADIS", "UJI-STAF-B"):
			with self.sebagai(kode), self.assertRaises(frappe.DoesNotExistError, msg=kode):
				get_riwayat_buka(surat.name)

	def test_one_in_the_chain_reads_the_letter_but_not_its_log(self):
		surat = make_surat_menunggu(tujuan="UJI-KABID-A", sifat="Rahasia")
		with self.sebagai("UJI-KABID-A"):
			write_disposisi(surat.name, ["UJI-KASI-A1"], ["Tindak lanjuti"])
		with self.sebagai("UJI-KASI-A1"), self.assertRaises(frappe.DoesNotExistError):
			get_riwayat_buka(surat.name)

	def test_a_letter_that_is_not_secret_has_no_log(self):
		surat = make_surat_menunggu(tujuan="UJI-KABID-A")
		with self.sebagai("UJI-KABID-A"), self.assertRaises(frappe.DoesNotExistError):
			get_riwayat_buka(surat.name)

	def test_the_log_is_only_ever_added_to(self):
		surat = make_surat_menunggu(sifat="Rahasia")
		with self.sebagai("UJI-SANDI"):
			record_opening(surat.name, FORMULIR)
		row = frappe.get_last_doc("Riwayat Buka", {"surat_masuk": surat.name})
		row.nama = "Orang lain"
		with self.assertRaises(RiwayatTetapError):
			row.save()
		with self.assertRaises(RiwayatTetapError):
			row.delete()
