"""Real spreadsheets, made by openpyxl, go in; the office or the list of faults comes out."""

from io import BytesIO
from pathlib import Path
from unittest.mock import patch

import frappe
from openpyxl import Workbook, load_workbook

from eoffice_app.exceptions import TransisiTidakSahError
from eoffice_app.organisasi.doctype.impor_organisasi.impor_organisasi import BerkasImporError
from eoffice_app.organisasi.impor import impor as langkah_impor
from eoffice_app.organisasi.impor.impor import check_import, import_in_background, run_import
from eoffice_app.organisasi.impor.lembar import LEMBAR
from eoffice_app.organisasi.impor.templat import download_template, make_template
from eoffice_app.organisasi.jabatan import list_above
from eoffice_app.organisasi.pemangku import holder_on
from eoffice_app.tests.dasar import KasusUji, make_berkas, surel

NIP_A, NIP_B = "197001011995031001", "197502021998032002"
JUDUL = {lembar.nama: [kolom.judul for kolom in lembar.kolom] for lembar in LEMBAR}
UNIT = [("X-DINAS", "Dinas X", None, None, "Ya"), ("X-BID", "Bidang X", None, "X-DINAS", None)]
# The one above stands below in the list: the order of rows does not matter.
JABATAN = [
	("X-KABID", "Kepala Bidang X", None, "X-BID", "X-KADIS", "Struktural", 20, None),
	("X-KADIS", "Kepala Dinas X", None, "X-DINAS", None, "struktural", 10, "Ya"),
]
PEGAWAI = [
	(NIP_A, "Cendana", None, "S.Sos.", "Pembina", "IV/a", None, None),
	(NIP_B, "Kenanga", "Dr.", None, None, None, None, None),
]
PEMANGKU = [
	("X-KADIS", NIP_A, None, "02/01/2026", None, None, None),
	("X-KABID", NIP_B, "plt", "02-01-2026", "31 Desember 2026", None, None),
]


def make_workbook(unit=UNIT, jabatan=JABATAN, pegawai=PEGAWAI, pemangku=PEMANGKU) -> Workbook:
	"""Return a workbook with the headings of the template and these rows; no sheet where there are none."""
	workbook = Workbook()
	workbook.remove(workbook.active)
	for nama, rows in zip(JUDUL, (unit, jabatan, pegawai, pemangku), strict=True):
		if rows is not None:
			sheet = workbook.create_sheet(nama)
			for row in (JUDUL[nama], *rows):
				sheet.append(row)
	return workbook


def to_bytes(workbook: Workbook) -> bytes:
	stream = BytesIO()
	workbook.save(stream)
	return stream.getvalue()


class KasusImpor(KasusUji):
	def make(self, content: Workbook | bytes) -> str:
		content = to_bytes(content) if isinstance(content, Workbook) else content
		# The same bytes twice would share one file, and each import has its own.
		berkas = make_berkas(content, f"organisasi-{frappe.generate_hash(length=8)}.xlsx")
		return frappe.get_doc({"doctype": "Impor Organisasi", "berkas": berkas.file_url}).insert().name

	def check(self, content: Workbook | bytes) -> dict:
		"""Check a spreadsheet and return what the form would show."""
		name = self.make(content)
		check_import(name)
		return self.read_result(name)

	def read_result(self, name: str) -> dict:
		return frappe.parse_json(frappe.db.get_value("Impor Organisasi", name, "hasil"))

	def assert_fault(self, content: Workbook | bytes, lembar: str, baris: int, words: str):
		"""There is this fault, and no other."""
		faults = self.check(content)["kesalahan"]
		self.assertEqual([(fault["lembar"], fault["baris"]) for fault in faults], [(lembar, baris)], faults)
		self.assertIn(words, faults[0]["pesan"])


class TestImpor(KasusImpor):
	def test_a_whole_office_comes_from_one_spreadsheet(self):
		name = self.make(make_workbook())
		self.assertEqual(check_import(name), "Siap Diimpor")
		self.assertFalse(frappe.db.exists("Unit Kerja", "X-DINAS"), "a check changes nothing")
		self.assertEqual(run_import(name), "Selesai")
		self.assertEqual(list_above("X-KABID"), ["X-KADIS"])
		self.assertEqual(holder_on("X-KADIS", "2026-06-01").nama_lengkap, "Cendana, S.Sos.")
		self.assertEqual(holder_on("X-KABID", "2026-12-31").sebagai, "Plt. Kepala Bidang X")
		self.assertIsNone(holder_on("X-KABID", "2027-01-01"))

	def test_the_template_itself_can_be_imported(self):
		name = self.make(make_template())
		self.assertEqual((check_import(name), run_import(name)), ("Siap Diimpor", "Selesai"))

	def test_importing_again_changes_nothing(self):
		run = self.make(make_workbook())
		check_import(run)
		run_import(run)
		result = self.check(make_workbook())
		self.assertEqual(
			[(row["baru"], row["diperbarui"], row["tetap"]) for row in result["ringkasan"]], [(0, 0, 2)] * 4
		)

	def test_present_records_change_only_in_what_differs(self):
		run = self.make(make_workbook())
		check_import(run)
		run_import(run)
		changed = make_workbook(
			unit=[("x-bid", "Bidang Y", None, None, None)],
			jabatan=None,
			pegawai=[(NIP_A, "Cendana", None, "-", None, None, surel("UJI-KADIS"), None)],
			pemangku=[("X-KABID", NIP_B, "Plt.", "02/01/2026", "30/06/2026", None, None)],
		)
		frappe.db.set_value("Pegawai", {"user": surel("UJI-KADIS")}, "user", None)
		name = self.make(changed)
		check_import(name)
		said = {(row["lembar"], row["pesan"]) for row in self.read_result(name)["diperbarui"]}
		self.assertIn(("Unit Kerja", "Nama Unit: Bidang X → Bidang Y"), said)
		self.assertEqual(run_import(name), "Selesai")
		unit = frappe.get_doc("Unit Kerja", "X-BID")
		self.assertEqual((unit.nama_unit, unit.parent_unit_kerja), ("Bidang Y", "X-DINAS"))
		pegawai = frappe.get_doc("Pegawai", {"nip": NIP_A})
		self.assertEqual((pegawai.gelar_belakang or "", pegawai.pangkat), ("", "Pembina"))
		self.assertIsNone(holder_on("X-KABID", "2026-07-01"))

	def test_two_change_places_in_the_tree(self):
		run = self.make(make_workbook())
		check_import(run)
		run_import(run)
		swapped = [(*JABATAN[0][:4], "-", *JABATAN[0][5:]), (*JABATAN[1][:4], "X-KABID", *JABATAN[1][5:])]
		name = self.make(make_workbook(None, swapped, None, None))
		self.assertEqual((check_import(name), run_import(name)), ("Siap Diimpor", "Selesai"))
		self.assertEqual(list_above("X-KADIS"), ["X-KABID"])

	def test_all_or_nothing(self):
		name = self.make(make_workbook())
		check_import(name)
		self.require_nomor_sk()
		self.assertEqual(run_import(name), "Ada Kesalahan")
		for doctype, key in (("Unit Kerja", "X-DINAS"), ("Jabatan", "X-KADIS"), ("Pegawai", {"nip": NIP_A})):
			self.assertFalse(frappe.db.exists(doctype, key), doctype)
		(fault,) = self.read_result(name)["kesalahan"]
		self.assertEqual((fault["lembar"], fault["baris"]), ("Pemangku Jabatan", 2))
		self.assertIn("nomor_sk", fault["pesan"])

	def require_nomor_sk(self):
		"""An office makes a field mandatory of which the check knows nothing."""
		self.addCleanup(frappe.clear_cache, doctype="Pemangku Jabatan")
		frappe.make_property_setter(
			{
				"doctype_or_field": "DocField",
				"doctype": "Pemangku Jabatan",
				"fieldname": "nomor_sk",
				"property": "reqd",
				"value": 1,
				"property_type": "Check",
			}
		)

	def test_what_changed_after_the_check_is_checked_again(self):
		name = self.make(
			make_workbook(
				unit=None,
				jabatan=[(*JABATAN[1][:3], "UJI-DINAS", *JABATAN[1][4:])],
				pegawai=None,
				pemangku=None,
			)
		)
		self.assertEqual(check_import(name), "Siap Diimpor")
		frappe.rename_doc("Unit Kerja", "UJI-DINAS", "UJI-BADAN", show_alert=False)
		self.assertEqual(run_import(name), "Ada Kesalahan")

	def test_warnings_of_the_rules_are_kept_by_row(self):
		name = self.make(
			make_workbook(pemangku=[("X-KADIS", NIP_A, "Plh.", "02/01/2026", "31/12/2026", None, None)])
		)
		check_import(name)
		run_import(name)
		(note,) = self.read_result(name)["peringatan"]
		self.assertEqual((note["lembar"], note["baris"]), ("Pemangku Jabatan", 2))
		self.assertIn("lebih lama dari 3 bulan", note["pesan"])

	def test_many_rows_go_to_a_job_which_does_them(self):
		name = self.make(make_workbook())
		check_import(name)
		with patch.object(langkah_impor, "BARIS_LANGSUNG", 3):
			self.assertEqual(run_import(name), "Sedang Diimpor")
		self.assertFalse(frappe.db.exists("Unit Kerja", "X-DINAS"))
		with patch("frappe.db.commit"):
			import_in_background(name)
		self.assertEqual(frappe.db.get_value("Impor Organisasi", name, "status"), "Selesai")
		self.assertTrue(frappe.db.exists("Unit Kerja", "X-DINAS"))

	def test_a_job_that_fails_says_so_and_can_be_repeated(self):
		name = self.make(make_workbook())
		check_import(name)
		lost = Path(frappe.get_doc("File", {"attached_to_name": name}).get_full_path())
		lost.rename(lost.with_suffix(".hilang"))
		with patch("frappe.db.commit"), patch("frappe.db.rollback"), self.assertRaises(BerkasImporError):
			import_in_background(name)
		self.assertEqual(frappe.db.get_value("Impor Organisasi", name, "status"), "Gagal")
		lost.with_suffix(".hilang").rename(lost)
		self.assertEqual(run_import(name), "Selesai")

	def test_what_a_killed_worker_left_can_be_checked_again(self):
		name = self.make(make_workbook())
		check_import(name)
		frappe.db.set_value("Impor Organisasi", name, "status", "Sedang Diimpor")
		self.assertEqual((check_import(name), run_import(name)), ("Siap Diimpor", "Selesai"))

	def test_a_done_import_is_not_done_again(self):
		name = self.make(make_workbook())
		check_import(name)
		run_import(name)
		for step in (check_import, run_import):
			with self.assertRaises(TransisiTidakSahError):
				step(name)

	def test_nothing_is_imported_unchecked(self):
		with self.assertRaisesRegex(TransisiTidakSahError, "Tekan Periksa"):
			run_import(self.make(make_workbook()))

	def test_the_state_is_not_the_clients_to_set(self):
		doc = frappe.get_doc("Impor Organisasi", self.make(make_workbook()))
		doc.update({"status": "Siap Diimpor", "hasil": "{}"})
		doc.save()
		self.assertEqual((doc.status, doc.hasil), ("Belum Diperiksa", None))


class TestPintuImpor(KasusImpor):
	def test_a_stranger_gets_nothing(self):
		name = self.make(make_workbook())
		for kode in ("UJI-STAF-B", "UJI-OPERATOR", "UJI-KADIS"):
			with self.sebagai(kode):
				for call in (lambda: check_import(name), lambda: run_import(name), download_template):
					with self.assertRaises(frappe.PermissionError):
						call()
				self.assertFalse(frappe.has_permission("Impor Organisasi", "read", name))

	def test_the_manager_does_it_alone(self):
		with self.sebagai("UJI-PENGELOLA"):
			name = self.make(make_workbook())
			self.assertEqual((check_import(name), run_import(name)), ("Siap Diimpor", "Selesai"))
			download_template()
		self.assertEqual(frappe.response.filename, "templat-organisasi.xlsx")
		self.assertEqual(load_workbook(BytesIO(frappe.response.filecontent)).sheetnames, list(JUDUL))

	def test_a_public_file_is_refused(self):
		with self.assertRaisesRegex(BerkasImporError, "pribadi"):
			frappe.get_doc({"doctype": "Impor Organisasi", "berkas": "/files/organisasi.xlsx"}).insert()

	def test_a_file_of_somebody_else_is_not_read(self):
		# Of other content than the import's own: Frappe keeps equal files under one address.
		berkas = make_berkas(nama="milik-lain.xlsx")
		name = self.make(make_workbook())
		frappe.db.set_value("Impor Organisasi", name, "berkas", berkas.file_url)
		with self.sebagai("UJI-PENGELOLA"), self.assertRaisesRegex(BerkasImporError, "tidak ditemukan"):
			check_import(name)
