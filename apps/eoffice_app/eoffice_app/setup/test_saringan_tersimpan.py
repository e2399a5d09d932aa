import json

import frappe

from eoffice_app.beranda.saringan import SaringanBersamaError
from eoffice_app.setup.saringan_tersimpan import DOCTYPE, SARINGAN, create_saringan_tersimpan
from eoffice_app.tests.dasar import KasusUji, make_surat_masuk, surel


def find(name: str, doctype: str = "Surat Masuk"):
	return frappe.get_doc(
		DOCTYPE, {"reference_doctype": doctype, "filter_name": name, "for_user": ["is", "not set"]}
	)


class TestSaringanTersimpan(KasusUji):
	def setUp(self):
		super().setUp()
		create_saringan_tersimpan()

	def test_each_is_there_once_and_what_the_office_changed_stays(self):
		find("Undangan").update({"filters": "[]"}).save()
		create_saringan_tersimpan()
		self.assertEqual(find("Undangan").filters, "[]")
		for doctype, filters in SARINGAN.items():
			shared = {"reference_doctype": doctype, "for_user": ["is", "not set"]}
			names = frappe.get_all(DOCTYPE, filters=shared, pluck="filter_name", order_by="creation asc")
			self.assertEqual([name for name in names if name in filters], list(filters))

	def test_lists_understand_them(self):
		surat = make_surat_masuk(undangan=1, derajat="Segera")
		for doctype, filters in SARINGAN.items():
			for name in filters:
				with self.sebagai("UJI-OPERATOR"):
					rows = frappe.get_list(
						doctype, filters=json.loads(find(name, doctype).filters), pluck="name"
					)
				if doctype == "Surat Masuk":
					self.assertIn(surat.name, rows, name)

	def test_what_all_share_is_changed_by_who_manages_the_office_alone(self):
		for kode in ("UJI-OPERATOR", "UJI-KADIS"):
			with self.sebagai(kode):
				self.assertRaises(SaringanBersamaError, find("Undangan").save)
				self.assertRaises(
					SaringanBersamaError, find("Undangan").update({"for_user": surel(kode)}).save
				)
				self.assertRaises(SaringanBersamaError, frappe.delete_doc, DOCTYPE, find("Undangan").name)
		with self.sebagai("UJI-PENGELOLA"):
			frappe.delete_doc(DOCTYPE, find("Undangan").name)

	def test_everybody_keeps_filters_of_his_own(self):
		with self.sebagai("UJI-OPERATOR"):
			values = {"reference_doctype": "Surat Masuk", "filter_name": "Punya saya", "filters": "[]"}
			own = frappe.get_doc({"doctype": DOCTYPE, "for_user": surel("UJI-OPERATOR"), **values}).insert()
			frappe.delete_doc(DOCTYPE, own.name)
