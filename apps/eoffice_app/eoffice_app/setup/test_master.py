import frappe

from eoffice_app.setup.master import INSTRUKSI_DISPOSISI, create_master
from eoffice_app.tests.dasar import KasusUji


class TestMaster(KasusUji):
	def test_instructions_stand_in_the_order_of_the_sheet(self):
		create_master()
		found = frappe.get_all(
			"Instruksi Disposisi",
			filters={"name": ["in", INSTRUKSI_DISPOSISI]},
			order_by="urutan asc",
			pluck="name",
		)
		self.assertEqual(found, list(INSTRUKSI_DISPOSISI))

	def test_a_second_run_keeps_what_the_office_changed_and_adds_nothing(self):
		create_master()
		frappe.db.set_value("Derajat Surat", "Segera", "batas_jumlah", 36)
		frappe.db.set_value("Saluran Penerimaan", "Faks", "aktif", 0)
		frappe.db.set_value("Deret Nomor", "SURAT", "pola", "{urut}/KANTOR/{tahun}")
		before = {
			doctype: frappe.db.count(doctype)
			for doctype in (
				"Buku Agenda",
				"Deret Nomor",
				"Derajat Surat",
				"Saluran Penerimaan",
				"Instruksi Disposisi",
			)
		}
		create_master()
		self.assertEqual(frappe.db.get_value("Derajat Surat", "Segera", "batas_jumlah"), 36)
		self.assertEqual(frappe.db.get_value("Saluran Penerimaan", "Faks", "aktif"), 0)
		self.assertEqual(frappe.db.get_value("Deret Nomor", "SURAT", "pola"), "{urut}/KANTOR/{tahun}")
		self.assertEqual({doctype: frappe.db.count(doctype) for doctype in before}, before)
