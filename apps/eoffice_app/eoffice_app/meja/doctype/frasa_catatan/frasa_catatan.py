from frappe.model.document import Document


class FrasaCatatan(Document):
	# begin: auto-generated types
	# This code is auto-generated. Do not modify anything in this block.

	from typing import TYPE_CHECKING

	if TYPE_CHECKING:
		from frappe.types import DF

		aktif: DF.Check
		frasa: DF.Data
		urutan: DF.Int
	# end: auto-generated types
