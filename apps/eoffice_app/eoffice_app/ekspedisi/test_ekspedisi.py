"""A run from the clerk's desk to the caraka's phone and back."""

import frappe
from frappe.utils import now_datetime

from eoffice_app.ekspedisi.caraka import get_tugas, record_from_book, record_hasil
from eoffice_app.ekspedisi.galat import (
	BukanCarakaError,
	EkspedisiTetapError,
	KeadaanEkspedisiError,
	SuratTidakMenungguError,
)
from eoffice_app.ekspedisi.perjalanan import cancel_run, close_run, hand_back, hand_over
from eoffice_app.ekspedisi.persiapan import add_surat, get_baris, list_waiting, remove_surat, search_caraka
from eoffice_app.saluran.keadaan import DALAM_PENGIRIMAN, MENUNGGU, TERKIRIM, TIDAK_TERKIRIM
from eoffice_app.saluran.pengiriman import record_cancelled
from eoffice_app.tests.dasar import KasusUji, make_pegawai, surel
from eoffice_app.tests.ekspedisi import CARAKA, compose_catatan, make_run, make_run_under_way
from eoffice_app.tests.surat_bernomor import make_pengiriman

TUJUAN = [{"jenis_penerima": "Instansi", "penerima": "Instansi Uji"}]
TEMBUSAN = TUJUAN


class TestEkspedisi(KasusUji):
	@classmethod
	def prepare_class(cls) -> dict:
		caraka = make_pegawai(CARAKA, "Caraka")
		run, (line,) = make_run_under_way()
		return {"caraka": caraka, "run_doc": run, "line": line}

	def read(self, doc, *fields):
		return frappe.db.get_value("Pengiriman Surat", doc.name, fields or ["keadaan"], as_dict=True)

	def search(self, text: str = "") -> list[str]:
		return [row[0] for row in search_caraka("Pegawai", text, "name", 0, 20, {})]

	def insert_run(self, caraka: str | None = None):
		return frappe.get_doc({"doctype": "Ekspedisi", "caraka": caraka or self.caraka}).insert()

	def test_only_who_has_the_role_takes_letters_along(self):
		pegawai = make_pegawai("UJI-BUKAN-CARAKA", "Staf")
		with self.sebagai("UJI-OPERATOR"):
			self.assertIn(self.caraka, self.search("UJI-CARAKA"))
			self.assertNotIn(pegawai, self.search("UJI-BUKAN"))
			with self.assertRaises(BukanCarakaError):
				self.insert_run(pegawai)

	def test_waiting_letters_are_offered_until_a_run_has_them(self):
		(doc,) = make_pengiriman("Caraka")
		with self.sebagai("UJI-OPERATOR"):
			self.assertIn(doc.name, [row.name for row in list_waiting()])
			run = self.insert_run()
			self.assertEqual(add_surat(run.name, [doc.name]), 1)
			self.assertNotIn(doc.name, [row.name for row in list_waiting()])
			with self.assertRaises(SuratTidakMenungguError):
				add_surat(self.insert_run().name, [doc.name])
			(line,) = get_baris(run.name)
			remove_surat(run.name, line.name)
			self.assertIn(doc.name, [row.name for row in list_waiting()])

	def test_letters_of_other_ways_are_not_taken(self):
		(doc,) = make_pengiriman("Pos")
		with self.sebagai("UJI-OPERATOR"):
			self.assertNotIn(doc.name, [row.name for row in list_waiting()])
			with self.assertRaises(SuratTidakMenungguError):
				add_surat(self.insert_run().name, [doc.name])

	def test_a_secret_letter_is_sent_by_the_operator_sandi_alone(self):
		(doc,) = make_pengiriman("Caraka", sifat="Rahasia")
		frappe.db.set_value("Pengiriman Surat", doc.name, {"saluran": "Caraka", "cara": "Caraka"})
		with self.sebagai("UJI-OPERATOR"):
			self.assertNotIn(doc.name, [row.name for row in list_waiting()])
			with self.assertRaises(frappe.DoesNotExistError):
				add_surat(self.insert_run().name, [doc.name])
		with self.sebagai("UJI-SANDI"):
			self.assertIn(doc.name, [row.name for row in list_waiting()])
			run = self.insert_run()
			add_surat(run.name, [doc.name])
		with self.sebagai("UJI-OPERATOR"):
			with self.assertRaises(frappe.DoesNotExistError):
				hand_over(run.name)
			(line,) = get_baris(run.name)
			self.assertFalse(line.terlihat)
			self.assertIsNone(line.nomor_surat)
			self.assertNotIn("surat_keluar", line)

	def test_handing_over_numbers_run_and_lines_without_gap(self):
		first, first_lines = make_run_under_way(tembusan=TEMBUSAN)
		second, second_lines = make_run_under_way()
		self.assertEqual(second.nomor, first.nomor + 1)
		numbers = [
			frappe.db.get_value("Baris Ekspedisi", name, "nomor_urut") for name in first_lines + second_lines
		]
		self.assertEqual(numbers, list(range(numbers[0], numbers[0] + 3)))
		self.assertEqual(first.keadaan, "Berjalan")

	def test_handing_over_brings_the_letters_under_way(self):
		run, (doc,) = make_run()
		with self.sebagai("UJI-OPERATOR"):
			hand_over(run.name)
			with self.assertRaises(KeadaanEkspedisiError):
				hand_over(run.name)
		found = self.read(doc, "keadaan", "ekspedisi", "operator")
		self.assertEqual(
			found, {"keadaan": DALAM_PENGIRIMAN, "ekspedisi": run.name, "operator": surel("UJI-OPERATOR")}
		)

	def test_an_empty_run_is_not_handed_over(self):
		with self.sebagai("UJI-OPERATOR"), self.assertRaises(KeadaanEkspedisiError):
			hand_over(self.insert_run().name)

	def test_a_letter_cancelled_meanwhile_stops_the_handing_over(self):
		run, (doc,) = make_run()
		record_cancelled(doc.name, "Salah alamat")
		with self.sebagai("UJI-OPERATOR"), self.assertRaises(SuratTidakMenungguError):
			hand_over(run.name)

	def test_a_cancelled_run_gives_its_letters_back_and_has_no_number(self):
		run, (doc,) = make_run()
		with self.sebagai("UJI-OPERATOR"):
			cancel_run(run.name)
			self.assertIn(doc.name, [row.name for row in list_waiting()])
		self.assertFalse(frappe.db.get_value("Ekspedisi", run.name, "nomor"))

	def test_a_run_is_closed_when_every_letter_has_an_outcome(self):
		run, (first, second) = make_run_under_way(tembusan=TEMBUSAN)
		with self.sebagai(CARAKA):
			record_hasil(**compose_catatan(first))
			hand_back(run.name)
		with self.sebagai("UJI-OPERATOR"):
			with self.assertRaises(KeadaanEkspedisiError):
				close_run(run.name, {})
			record_from_book(run.name, second, TIDAK_TERKIRIM, str(now_datetime()), alasan="Kantor tutup")
			with self.assertRaises(KeadaanEkspedisiError):
				close_run(run.name, {})
			self.assertEqual(close_run(run.name, {second: "Kirim Ulang"}), "Ditutup")
			back = frappe.db.get_value("Baris Ekspedisi", second, "pengiriman")
			self.assertIn(back, [row.name for row in list_waiting()])
		self.assertEqual(frappe.db.get_value("Pengiriman Surat", back, "keadaan"), MENUNGGU)
		# The book keeps what happened, whatever the letter does next.
		self.assertEqual(frappe.db.get_value("Baris Ekspedisi", second, "alasan"), "Kantor tutup")

	def test_an_undelivered_letter_may_stay_so(self):
		run, line = self.run_doc, self.line
		with self.sebagai(CARAKA):
			record_hasil(**compose_catatan(line, hasil=TIDAK_TERKIRIM, alasan="Penerima menolak"))
			hand_back(run.name)
		with self.sebagai("UJI-OPERATOR"):
			close_run(run.name, frappe.as_json({line: "Selesai"}))
		name = frappe.db.get_value("Baris Ekspedisi", line, "pengiriman")
		self.assertEqual(frappe.db.get_value("Pengiriman Surat", name, "keadaan"), TIDAK_TERKIRIM)

	def test_the_clerk_takes_in_what_the_paper_book_says(self):
		run, line = self.run_doc, self.line
		with self.sebagai("UJI-OPERATOR"):
			record_from_book(run.name, line, "Diterima", str(now_datetime()), nama_penerima="Satpam")
		name = frappe.db.get_value("Baris Ekspedisi", line, "pengiriman")
		found = frappe.db.get_value("Pengiriman Surat", name, ["keadaan", "diterima_oleh"])
		self.assertEqual(found, (TERKIRIM, "Satpam"))

	def test_a_line_of_another_run_is_not_found(self):
		run, _lines = make_run_under_way()
		line = self.line
		with self.sebagai("UJI-OPERATOR"), self.assertRaises(frappe.DoesNotExistError):
			record_from_book(run.name, line, "Diterima", str(now_datetime()), nama_penerima="Satpam")

	def test_nobody_writes_run_or_book_directly(self):
		run, line = self.run_doc, self.line
		with self.sebagai("UJI-OPERATOR"):
			doc = frappe.get_doc("Ekspedisi", run.name)
			doc.keadaan = "Ditutup"
			with self.assertRaises(EkspedisiTetapError):
				doc.save()
			with self.assertRaises(frappe.PermissionError):
				frappe.get_doc("Baris Ekspedisi", line).save()
			with self.assertRaises(frappe.PermissionError):
				frappe.get_list("Baris Ekspedisi")
		baris = frappe.get_doc("Baris Ekspedisi", line)
		with self.assertRaises(EkspedisiTetapError):
			baris.save()
		with self.assertRaises(EkspedisiTetapError):
			baris.delete()
		with self.assertRaises(EkspedisiTetapError):
			run.delete()

	def test_a_new_run_cannot_begin_in_the_middle(self):
		with self.sebagai("UJI-OPERATOR"):
			values = {"caraka": self.caraka, "keadaan": "Ditutup", "nomor": 7, "kunci_nomor": "2026/7"}
			run = frappe.get_doc({"doctype": "Ekspedisi", **values}).insert()
		self.assertEqual((run.keadaan, run.nomor, run.kunci_nomor), ("Disiapkan", None, None))

	def test_strangers_are_not_told_of_runs(self):
		run, line = self.run_doc, self.line
		steps = (
			lambda: get_baris(run.name),
			lambda: add_surat(run.name, []),
			lambda: remove_surat(run.name, line),
			lambda: hand_over(run.name),
			lambda: hand_back(run.name),
			lambda: close_run(run.name, {}),
			lambda: cancel_run(run.name),
			lambda: record_from_book(run.name, line, "Diterima", str(now_datetime())),
			lambda: record_hasil(**compose_catatan(line)),
			list_waiting,
			self.search,
		)
		for kode in ("Guest", "UJI-STAF-B", "UJI-KABID-A"):
			for step in steps:
				with self.sebagai(kode), self.assertRaises(frappe.DoesNotExistError, msg=kode):
					step()
			with self.sebagai(kode), self.assertRaises(frappe.PermissionError, msg=kode):
				get_tugas()
