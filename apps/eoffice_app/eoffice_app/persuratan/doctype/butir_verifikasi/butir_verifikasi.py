from frappe.model.document import Document


class ButirVerifikasi(Document):
	# begin: auto-generated types
	# This code is auto-generated. Do not modify anything in this block.

	from typing import TYPE_CHECKING

	if TYPE_CHECKING:
		from frappe.types import DF

		aktif: DF.Check
		butir: DF.Data
		urutan: DF.Int
		wajib: DF.Check
	# end: auto-generated types
