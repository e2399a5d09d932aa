from frappe.utils.nestedset import NestedSet


class UnitKerja(NestedSet):
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
