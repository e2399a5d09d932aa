from frappe.utils.nestedset import NestedSet


class KlasifikasiArsip(NestedSet):
	# begin: auto-generated types
	# This code is auto-generated. Do not modify anything in this block.

	from typing import TYPE_CHECKING

	if TYPE_CHECKING:
		from frappe.types import DF

		aktif: DF.Check
		is_group: DF.Check
		kode: DF.Data
		lft: DF.Int
		old_parent: DF.Link | None
		parent_klasifikasi_arsip: DF.Link | None
		rgt: DF.Int
		uraian: DF.Data
	# end: auto-generated types

	nsm_parent_field = "parent_klasifikasi_arsip"
