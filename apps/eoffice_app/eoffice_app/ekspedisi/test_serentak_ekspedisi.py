"""Phones and clerks that act on one run in the same moment, each over a connection of his own."""

import frappe

from eoffice_app.ekspedisi.caraka import record_hasil
from eoffice_app.ekspedisi.perjalanan import hand_back, hand_over
from eoffice_app.ekspedisi.persiapan import add_surat
from eoffice_app.tests.dasar import KasusUji, make_pegawai, remove_surat_keluar
from eoffice_app.tests.ekspedisi import CARAKA, compose_catatan, make_run
from eoffice_app.tests.serentak import act_at_once
from eoffice_app.tests.surat_bernomor import make_pengiriman


class TestSerentakEkspedisi(KasusUji):
	def setUp(self):
		super().setUp()
		self.caraka = make_pegawai(CARAKA, "Caraka")
		self.pengiriman = make_pengiriman("Caraka")
		self.runs = []

	def tearDown(self):
		super().tearDown()
		for doc in self.pengiriman:
			for name in frappe.get_all("File", {"attached_to_name": doc.name}, pluck="name"):
				frappe.delete_doc("File", name, force=True, ignore_permissions=True)
			frappe.db.delete("Pengiriman Surat", {"name": doc.name})
			remove_surat_keluar(doc.surat_keluar)
		frappe.db.delete("Baris Ekspedisi", {"pengiriman": ["in", [doc.name for doc in self.pengiriman]]})
		frappe.db.delete("Ekspedisi", {"name": ["in", self.runs]})
		frappe.db.commit()

	def start(self) -> str:
		run, _pengiriman = make_run(self.pengiriman)
		self.runs.append(run.name)
		with self.sebagai("UJI-OPERATOR"):
			hand_over(run.name)
		return frappe.db.get_value("Baris Ekspedisi", {"ekspedisi": run.name})

	def test_one_receipt_sent_at_once_counts_once(self):
		note = compose_catatan(self.start())
		results = act_at_once("Ekspedisi", *[(CARAKA, lambda: record_hasil(**note))] * 3)
		self.assertEqual([result["hasil"] for result in results], ["Diterima"] * 3)
		self.assertEqual(len({result["waktu"] for result in results}), 1)
		self.assertEqual(frappe.db.count("File", {"attached_to_name": self.pengiriman[0].name}), 1)

	def test_of_two_receipts_for_one_letter_the_first_stays(self):
		line = self.start()
		notes = [compose_catatan(line, nama_penerima=nama) for nama in ("Satu", "Dua")]
		results = act_at_once(
			"Ekspedisi", *[(CARAKA, lambda note=note: record_hasil(**note)) for note in notes]
		)
		refused = [type(result).__name__ for result in results if isinstance(result, Exception)]
		self.assertEqual(refused, ["SudahTercatatError"])

	def test_a_receipt_while_the_run_is_handed_back_is_taken_in(self):
		note = compose_catatan(self.start())
		results = act_at_once(
			"Ekspedisi",
			(CARAKA, lambda: record_hasil(**note)),
			("UJI-OPERATOR", lambda: hand_back(self.runs[0])),
		)
		self.assertEqual((results[0]["hasil"], results[1]), ("Diterima", "Diserahkan Kembali"))

	def test_one_letter_put_into_two_runs_at_once_is_in_one(self):
		with self.sebagai("UJI-OPERATOR"):
			self.runs = [
				frappe.get_doc({"doctype": "Ekspedisi", "caraka": self.caraka}).insert().name for _ in "ab"
			]
		name = self.pengiriman[0].name
		results = act_at_once(
			"Ekspedisi",
			*[("UJI-OPERATOR", lambda run=run: add_surat(run, [name])) for run in self.runs],
		)
		refused = [type(result).__name__ for result in results if isinstance(result, Exception)]
		self.assertEqual(refused, ["SuratTidakMenungguError"])
		self.assertEqual(frappe.db.count("Baris Ekspedisi", {"pengiriman": name}), 1)

	def test_a_run_handed_over_twice_at_once_begins_once(self):
		run, _pengiriman = make_run(self.pengiriman)
		self.runs = [run.name]
		results = act_at_once("Ekspedisi", *[("UJI-OPERATOR", lambda: hand_over(run.name))] * 2)
		self.assertEqual(sorted(map(str, results))[0], "Berjalan")
		refused = [type(result).__name__ for result in results if isinstance(result, Exception)]
		self.assertEqual(refused, ["KeadaanEkspedisiError"])
