import frappe
from frappe import _

from eoffice_app.organisasi.operator import OPERATOR_SURAT, PERAN_OPERATOR
from eoffice_app.organisasi.simpul import SimpulOrganisasi


class OperatorUnitError(frappe.ValidationError):
	"""An operator who cannot be the operator of this unit."""


class UnitKerja(SimpulOrganisasi):
	# begin: auto-generated types
	# This code is auto-generated. Do not modify anything in this block.

	from typing import TYPE_CHECKING

	if TYPE_CHECKING:
		from frappe.types import DF

		aktif: DF.Check
		is_group: DF.Check
		kode: DF.Data
		lft: DF.Int
		nama_unit: DF.Data
		old_parent: DF.Link | None
		operator: DF.Link | None
		parent_unit_kerja: DF.Link | None
		rgt: DF.Int
		singkatan: DF.Data | None
	# end: auto-generated types

	nsm_parent_field = "parent_unit_kerja"
	subjek = "unit"

	def validate(self):
		super().validate()
		if self.operator:
			self.validate_operator_akun()
			self.validate_operator_unit()

	def validate_operator_akun(self):
		pegawai = frappe.db.get_value("Pegawai", self.operator, ["nama_lengkap", "user"], as_dict=True)
		if not pegawai.user or not PERAN_OPERATOR & set(frappe.get_roles(pegawai.user)):
			self.refuse_operator(
				_(
					"{0} belum mempunyai akun dengan peran {1}. Isi Akun Pengguna pada data pegawainya dan beri akun itu peran {1}, lalu pilih kembali."
				).format(frappe.bold(pegawai.nama_lengkap), _(OPERATOR_SURAT))
			)

	def validate_operator_unit(self):
		other = frappe.db.get_value(
			"Unit Kerja", {"operator": self.operator, "name": ["!=", self.name or ""]}, "nama_unit"
		)
		if other:
			self.refuse_operator(
				_(
					"{0} sudah menjadi operator {1}. Seorang operator hanya melayani satu unit: pilih pegawai lain, atau kosongkan operator pada {1} lebih dulu."
				).format(
					frappe.bold(frappe.db.get_value("Pegawai", self.operator, "nama_lengkap")),
					frappe.bold(other),
				)
			)

	def refuse_operator(self, message: str):
		frappe.throw(message, OperatorUnitError, title=_("Operator tidak dapat dipilih"))

	def list_posts(self) -> list[str]:
		return frappe.get_all("Jabatan", filters={"unit_kerja": self.name}, pluck="name")
