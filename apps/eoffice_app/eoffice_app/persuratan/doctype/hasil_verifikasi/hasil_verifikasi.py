from frappe.model.document import Document


class HasilVerifikasi(Document):
	# begin: auto-generated types
	# This code is auto-generated. Do not modify anything in this block.

	from typing import TYPE_CHECKING

	if TYPE_CHECKING:
		from frappe.types import DF

		butir: DF.Data
		catatan: DF.Data | None
		parent: DF.Data
		parentfield: DF.Data
		parenttype: DF.Data
		sesuai: DF.Check
		wajib: DF.Check
	# end: auto-generated types
