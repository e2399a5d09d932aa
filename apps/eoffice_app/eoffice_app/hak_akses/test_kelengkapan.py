"""No DocType about letters is without the rule of sight, and the Report Builder goes round it at none of them."""

import json

import frappe
from frappe.model import default_fields, optional_fields

from eoffice_app.hak_akses.jenis import JENIS_SURAT, TERLINDUNG
from eoffice_app.tests.dasar import KasusFrappe
from eoffice_app.tests.pintu import BERKAS_CSV
from eoffice_app.tests.surat_lengkap import KasusSuratLengkap

TABEL = ("Table", "Table MultiSelect")
# Columns that name a letter, or say what it is about, though they are no link.
KOLOM_TENTANG_SURAT = {
	"dokumen",
	"disposisi",
	"nomor_surat",
	"perihal",
	"surat",
	"surat_keluar",
	"surat_masuk",
}
# Numbers alone, which only those read who prove that none is missing: see docs/catatan/penomoran.md.
TANPA_SURAT = {"Buku Nomor"}
TAK_TERBATAS = {"start": 0, "page_length": 100000}


class TestKelengkapan(KasusFrappe):
	def test_every_doctype_about_letters_is_under_the_rule(self):
		self.assertEqual(list_about_letters() - TERLINDUNG, TANPA_SURAT)

	def test_every_list_of_them_is_narrowed(self):
		narrowed = frappe.get_hooks("permission_query_conditions")
		self.assertEqual({doctype for doctype in TERLINDUNG if doctype not in narrowed}, set())


class TestPintuPembuatLaporan(KasusSuratLengkap):
	daftar_sifat = ("Biasa", "Rahasia")
	daftar_penanya = ("UJI-OPERATOR", "UJI-STAF-B")

	def test_what_is_listed_counted_grouped_summed_and_taken_along_is_what_one_sees(self):
		for doctype in sorted(TERLINDUNG & list_ours()):
			for kode in self.klien:
				self.knock(doctype, kode)

	def knock(self, doctype: str, kode: str):
		fields = json.dumps([f"`tab{doctype}`.`{column}`" for column in list_columns(doctype)])
		listed = self.ask(kode, "get", doctype, fields=fields, **TAK_TERBATAS)
		exported = self.ask(kode, "export_query", doctype, fields=fields, **BERKAS_CSV)
		counted = self.ask(kode, "get_count", doctype, fields="[]", distinct="false")
		grouped = self.ask(kode, "get", doctype, **compose_group(doctype, "count(*)"), **TAK_TERBATAS)
		summed = self.ask(kode, "get", doctype, **compose_group(doctype, "sum(1)"), **TAK_TERBATAS)
		for answer in (listed, exported, grouped, summed):
			for sifat, surat in self.surat.items():
				if (kode, sifat) != ("UJI-OPERATOR", "Biasa"):
					self.assertNotIn(surat["tanda"], answer.isi, (doctype, kode, sifat))
					self.assertNotIn(surat["name"], answer.isi, (doctype, kode, sifat))
		if listed.status != 200:
			doors = (exported, counted, grouped, summed)
			self.assertEqual({door.status == 200 for door in doors}, {False}, (doctype, kode))
			return
		seen = len(read_values(listed))
		self.assertEqual(json.loads(counted.isi)["message"], seen, (doctype, kode))
		for answer in (grouped, summed):
			if answer.status == 200:
				self.assertEqual(sum(row[-1] for row in read_values(answer)), seen, (doctype, kode))

	def ask(self, kode: str, door: str, doctype: str, **values):
		return self.klien[kode].call(f"frappe.desk.reportview.{door}", doctype=doctype, **values)


def list_ours() -> set[str]:
	"""Return the DocTypes of the app that have a table."""
	modules = frappe.get_all("Module Def", {"app_name": "eoffice_app"}, pluck="name")
	values = {"module": ["in", modules], "issingle": 0, "is_virtual": 0}
	return set(frappe.get_all("DocType", values, pluck="name"))


def list_about_letters() -> set[str]:
	"""Return those of them that hold a letter, name one, or are a part of what does."""
	ours = list_ours()
	about = {doctype for doctype in ours if any(map(names_letter, frappe.get_meta(doctype).fields))}
	parts = {
		field.options
		for doctype in about | set(JENIS_SURAT)
		for field in frappe.get_meta(doctype).fields
		if field.fieldtype in TABEL
	}
	return about | (parts & ours) | set(JENIS_SURAT)


def names_letter(field) -> bool:
	"""Whether a field names a letter, or tells what one is about."""
	if field.fieldtype == "Link":
		return field.options in JENIS_SURAT
	return field.fieldname in KOLOM_TENTANG_SURAT


def list_columns(doctype: str) -> list[str]:
	"""Return the columns of a DocType that the Report Builder can show."""
	return [column for column in frappe.db.get_table_columns(doctype) if column not in optional_fields]


def compose_group(doctype: str, aggregate: str) -> dict:
	"""Return how the Report Builder groups documents by the first of their own columns."""
	own = next(column for column in list_columns(doctype) if column not in default_fields)
	column = f"`tab{doctype}`.`{own}`"
	fields = [column, f"{aggregate} as _aggregate_column"]
	return {"fields": json.dumps(fields), "group_by": column, "order_by": "_aggregate_column desc"}


def read_values(answer) -> list[list]:
	"""Return the rows of an answer of the Report Builder, which has none where there are none."""
	message = json.loads(answer.isi).get("message") or {}
	return message.get("values", []) if isinstance(message, dict) else message
