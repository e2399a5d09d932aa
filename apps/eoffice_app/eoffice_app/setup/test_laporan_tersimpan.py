import json

import frappe
from frappe.utils import getdate, nowdate

from eoffice_app.setup.laporan_tersimpan import LAPORAN, create_laporan_tersimpan
from eoffice_app.tests.dasar import KasusUji, make_surat_masuk

STATUS = "Surat Masuk Tahun Ini menurut Status"


class TestLaporanTersimpan(KasusUji):
	@classmethod
	def prepare_class(cls) -> dict:
		create_laporan_tersimpan()
		return {"surat": make_surat_masuk(sifat="Terbatas")}

	def read(self, name: str) -> list[list]:
		_columns, rows = frappe.get_doc("Report", name).get_data()
		return rows

	def test_each_report_names_columns_that_are_there_and_answers(self):
		for name, tersimpan in LAPORAN.items():
			meta = frappe.get_meta(tersimpan.jenis)
			for column in (*tersimpan.kolom, *(condition[0] for condition in tersimpan.saring)):
				self.assertTrue(meta.has_field(column), (name, column))
			self.assertIsInstance(self.read(name), list, name)

	def test_a_report_counts_what_its_reader_sees(self):
		before = {kode: self.count(kode) for kode in ("UJI-OPERATOR", "UJI-VERIFIKATOR", "UJI-KABID-B")}
		frappe.db.delete("Akses Surat", {"surat": self.surat.name})
		after = {kode: self.count(kode) for kode in before}
		# Who registered it and who is to verify it saw the letter; the Bidang never did.
		self.assertEqual(
			{kode: before[kode] - after[kode] for kode in before},
			{"UJI-OPERATOR": 1, "UJI-VERIFIKATOR": 1, "UJI-KABID-B": 0},
		)

	def test_a_year_has_its_first_and_its_last_day(self):
		year = getdate(nowdate()).year
		counted = {}
		for moment in (
			f"{year - 1}-12-31 23:59:59",
			f"{year}-01-01 00:00:00",
			f"{year}-12-31 23:59:59",
			f"{year + 1}-01-01 00:00:01",
		):
			frappe.db.set_value("Surat Masuk", self.surat.name, "tanggal_terima", moment)
			counted[moment] = sum(row[0] for row in self.read(STATUS))
		before, first, last, after = counted.values()
		self.assertEqual((first, last, after), (before + 1, before + 1, before))

	def count(self, kode: str) -> int:
		with self.sebagai(kode):
			return sum(row[0] for row in self.read(STATUS))

	def test_what_the_office_edits_stays(self):
		report = frappe.get_doc("Report", STATUS)
		report.json = json.dumps({**json.loads(report.json), "page_length": 20})
		report.save()
		create_laporan_tersimpan()
		self.assertEqual(json.loads(frappe.db.get_value("Report", STATUS, "json"))["page_length"], 20)
