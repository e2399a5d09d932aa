import frappe
from frappe.model.workflow import apply_workflow

from eoffice_app.exceptions import OperatorTanpaUnitError, PegawaiTanpaJabatanError
from eoffice_app.hak_akses.surat import can_see
from eoffice_app.organisasi.doctype.unit_kerja.unit_kerja import OperatorUnitError
from eoffice_app.organisasi.operator import find_operated_unit, list_served_units, may_handle, may_send
from eoffice_app.tests.dasar import (
	KasusUji,
	make,
	make_akun,
	make_pegawai,
	make_pemangku,
	make_surat_keluar,
	make_surat_masuk,
	surel,
	verify,
)


def set_operator(unit: str, pegawai: str | None) -> None:
	doc = frappe.get_doc("Unit Kerja", unit)
	doc.operator = pegawai
	doc.save()


class TestTanpaPenunjukan(KasusUji):
	"""A small office names no operators: everyone of the role works for all he sees."""

	def test_the_letter_belongs_to_the_unit_of_the_operators_post(self):
		surat = make_surat_masuk()
		self.assertEqual(surat.unit_penerima, "UJI-SEKR")
		self.assertTrue(may_handle(surat, surel("UJI-OPERATOR"), "write"))

	def test_an_operator_in_no_post_is_told_so(self):
		frappe.db.delete("Pemangku Jabatan", {"jabatan": "UJI-OPERATOR"})
		with self.assertRaisesRegex(PegawaiTanpaJabatanError, "Pemangku Jabatan"):
			make_surat_masuk()


class TestPenunjukan(KasusUji):
	"""Unit UJI-DINAS has the test office's operator, unit UJI-BID-B has one of its own."""

	@classmethod
	def setUpClass(cls):
		super().setUpClass()
		make_akun("UJI-OPERATOR-B", "Operator Surat")
		frappe.db.commit()

	def setUp(self):
		super().setUp()
		self.operator = make_pegawai("UJI-OPERATOR")
		make(
			"Jabatan",
			{"kode": "UJI-OPERATOR-B"},
			nama_jabatan="Operator B",
			unit_kerja="UJI-BID-B",
			parent_jabatan="UJI-KABID-B",
		)
		self.operator_b = make_pegawai("UJI-OPERATOR-B")
		make_pemangku("UJI-OPERATOR-B", self.operator_b)
		set_operator("UJI-DINAS", self.operator)

	def test_he_sends_for_the_units_below_his_that_have_no_operator(self):
		set_operator("UJI-BID-B", self.operator_b)
		for unit in ("UJI-BID-A", "UJI-BID-B"):
			frappe.db.set_value("Unit Kerja", unit, "parent_unit_kerja", "UJI-DINAS")
		self.assertLessEqual({"UJI-DINAS", "UJI-BID-A"}, list_served_units(surel("UJI-OPERATOR")))
		self.assertNotIn("UJI-BID-B", list_served_units(surel("UJI-OPERATOR")))
		self.assertNotIn("UJI-BID-A", list_served_units(surel("UJI-OPERATOR-B")))
		self.assertEqual(list_served_units(surel("UJI-STAF-A1")), set())

	def test_a_unit_that_none_serves_is_served_by_all(self):
		frappe.db.set_value("Unit Kerja", "UJI-BID-A", "parent_unit_kerja", None)
		surat = make_surat_keluar()
		for kode, may in (("UJI-OPERATOR", True), ("UJI-OPERATOR-B", True), ("UJI-STAF-A1", False)):
			self.assertEqual(may_send(surat, surel(kode)), may, kode)
		surat.sifat = "Rahasia"
		for kode, may in (("UJI-OPERATOR", False), ("UJI-SANDI", True)):
			self.assertEqual(may_send(surat, surel(kode)), may, kode)

	def test_he_registers_for_his_unit_wherever_his_own_post_is(self):
		self.assertEqual(make_surat_masuk().unit_penerima, "UJI-DINAS")

	def test_an_operator_of_no_unit_registers_nothing(self):
		set_operator("UJI-DINAS", None)
		set_operator("UJI-BID-B", self.operator_b)
		with self.assertRaisesRegex(OperatorTanpaUnitError, "belum ditunjuk"):
			make_surat_masuk()

	def test_a_closed_unit_has_no_operator(self):
		frappe.db.set_value("Unit Kerja", "UJI-DINAS", "aktif", 0)
		self.assertIsNone(find_operated_unit(surel("UJI-OPERATOR")))

	def test_he_sees_but_does_not_handle_a_letter_of_another_unit(self):
		set_operator("UJI-BID-B", self.operator_b)
		surat = make_surat_masuk(tujuan="UJI-OPERATOR-B")
		with self.sebagai("UJI-OPERATOR-B"):
			self.assertTrue(frappe.has_permission("Surat Masuk", "read", surat.name))
			for ptype in ("write", "print", "email"):
				self.assertFalse(frappe.has_permission("Surat Masuk", ptype, surat.name), ptype)

	def test_he_does_not_forward_a_letter_of_another_unit(self):
		set_operator("UJI-BID-B", self.operator_b)
		surat = make_surat_masuk(tujuan="UJI-OPERATOR-B", sifat="Terbatas")
		with self.sebagai("UJI-VERIFIKATOR"):
			surat = verify(surat)
		with self.sebagai("UJI-OPERATOR-B"), self.assertRaises(frappe.PermissionError):
			apply_workflow(surat, "Teruskan")
		with self.sebagai("UJI-OPERATOR"):
			self.assertEqual(apply_workflow(surat, "Teruskan").workflow_state, "Menunggu Disposisi")

	def test_the_verifikator_works_for_all_units(self):
		surat = make_surat_masuk()
		self.assertTrue(may_handle(surat, surel("UJI-VERIFIKATOR"), "write"))

	def test_a_successor_takes_over_the_units_letters(self):
		surat = make_surat_masuk()
		self.assertFalse(can_see(surat.name, surel("UJI-OPERATOR-B")))
		set_operator("UJI-DINAS", self.operator_b)
		self.assertTrue(can_see(surat.name, surel("UJI-OPERATOR-B")))
		self.assertTrue(may_handle(surat, surel("UJI-OPERATOR-B"), "write"))
		self.assertFalse(may_handle(surat, surel("UJI-OPERATOR"), "write"))

	def test_secret_letters_are_the_operator_sandis_whatever_his_unit(self):
		surat = make_surat_masuk(sifat="Rahasia")
		sandi = surat.owner
		self.assertIsNone(find_operated_unit(sandi))
		self.assertTrue(may_handle(surat, sandi, "write"))

	def test_one_operator_has_one_unit(self):
		with self.assertRaisesRegex(OperatorUnitError, "hanya melayani satu unit"):
			set_operator("UJI-BID-B", self.operator)

	def test_an_operator_has_an_account_with_the_role(self):
		for pegawai in (make_pegawai("UJI-STAF-B"), make("Pegawai", {"nama": "Tanpa Akun"})):
			with self.assertRaisesRegex(OperatorUnitError, "Operator Surat"):
				set_operator("UJI-BID-B", pegawai)
