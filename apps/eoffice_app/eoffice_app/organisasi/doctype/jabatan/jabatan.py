from eoffice_app.organisasi.simpul import SimpulOrganisasi


class Jabatan(SimpulOrganisasi):
	# begin: auto-generated types
	# This code is auto-generated. Do not modify anything in this block.

	from typing import TYPE_CHECKING

	if TYPE_CHECKING:
		from frappe.types import DF

		aktif: DF.Check
		is_group: DF.Check
		jenis_jabatan: DF.Literal["Struktural", "Fungsional", "Pelaksana"]
		kode: DF.Data
		lft: DF.Int
		nama_jabatan: DF.Data
		old_parent: DF.Link | None
		parent_jabatan: DF.Link | None
		rgt: DF.Int
		singkatan: DF.Data | None
		unit_kerja: DF.Link
		urutan: DF.Int
	# end: auto-generated types

	nsm_parent_field = "parent_jabatan"
	subjek = "jabatan"

	def list_posts(self) -> list[str]:
		return [self.name]
