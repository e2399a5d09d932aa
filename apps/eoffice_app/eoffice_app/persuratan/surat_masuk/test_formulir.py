from unittest.mock import patch

import frappe
from frappe.client import get_value
from frappe.desk.form.load import run_onload

from eoffice_app.kisah.kisah import get_kisah_masuk
from eoffice_app.persuratan.disposisi.langkah import get_pilihan_disposisi
from eoffice_app.persuratan.disposisi.pohon import get_pohon
from eoffice_app.persuratan.konsep.balasan import get_balasan
from eoffice_app.persuratan.langkah_tersedia import get_transitions
from eoffice_app.persuratan.surat_masuk.formulir import BAGIAN, get_formulir, tell_klasifikasi
from eoffice_app.persuratan.surat_masuk.tindakan import get_tindakan
from eoffice_app.pindai.pembacaan import get_pembacaan
from eoffice_app.tests.dasar import KasusUji, make_disposed, make_surat_masuk


def get_klasifikasi(surat_masuk: str) -> dict:
	"""The form asks Frappe's own door for what a code stands for."""
	kode = frappe.db.get_value("Surat Masuk", surat_masuk, "klasifikasi")
	return {"kode": kode, **get_value("Klasifikasi Arsip", "uraian", {"name": kode})}


PINTU = {
	"langkah": lambda name: get_transitions({"doctype": "Surat Masuk", "name": name}),
	"klasifikasi": get_klasifikasi,
	"pohon": get_pohon,
	"pilihan": get_pilihan_disposisi,
	"tindakan": get_tindakan,
	"balasan": get_balasan,
	"pembacaan": get_pembacaan,
	"kisah": get_kisah_masuk,
}


class TestFormulir(KasusUji):
	@classmethod
	def prepare_class(cls) -> dict:
		return make_disposed()

	def test_each_part_is_what_its_own_door_answers(self):
		self.surat.db_set("klasifikasi", "UJI.1")
		for kode in ("UJI-KADIS", "UJI-KABID-A", "UJI-OPERATOR"):
			with self.sebagai(kode):
				formulir = get_formulir(self.surat.name)
				for part, answer in PINTU.items():
					self.assertEqual(formulir[part], answer(self.surat.name), (kode, part))
			self.assertEqual(set(formulir), set(BAGIAN))
		self.assertEqual(formulir["pohon"]["jumlah"], 1)
		self.assertTrue(formulir["kisah"])
		self.assertEqual(formulir["klasifikasi"]["kode"], "UJI.1")

	def test_all_of_it_comes_with_the_letter(self):
		for kode in ("UJI-KABID-A", "UJI-OPERATOR"):
			with self.sebagai(kode):
				surat = frappe.get_doc("Surat Masuk", self.surat.name)
				run_onload(surat)
				self.assertEqual(surat.get("__onload").formulir, get_formulir(self.surat.name), kode)

	def test_steps_are_those_of_who_may_take_them(self):
		surat = make_surat_masuk()
		offered = {}
		for kode in ("UJI-VERIFIKATOR", "UJI-KADIS"):
			with self.sebagai(kode):
				offered[kode] = [step["action"] for step in get_formulir(surat.name)["langkah"]]
		self.assertIn("Verifikasi", offered["UJI-VERIFIKATOR"])
		self.assertNotIn("Verifikasi", offered["UJI-KADIS"])

	def test_an_office_that_has_switched_its_workflow_off_has_the_rest_of_the_form(self):
		with (
			patch("frappe.model.workflow.get_workflow_name", return_value=""),
			self.sebagai("UJI-KADIS"),
		):
			formulir = get_formulir(self.surat.name)
		self.assertEqual(formulir["langkah"], [])
		self.assertEqual(formulir["pohon"]["jumlah"], 1)

	def test_a_letter_without_classification_has_nothing_to_tell_of_it(self):
		self.assertEqual(tell_klasifikasi(frappe.new_doc("Surat Masuk")), {"kode": None, "uraian": None})

	def test_strangers_are_told_that_there_is_no_such_letter(self):
		for kode in ("UJI-STAF-B", "UJI-PENGELOLA", "Guest"):
			with self.sebagai(kode), self.assertRaises(frappe.DoesNotExistError, msg=kode):
				get_formulir(self.surat.name)
