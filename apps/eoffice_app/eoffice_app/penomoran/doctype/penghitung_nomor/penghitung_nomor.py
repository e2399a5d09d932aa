from frappe.model.document import Document


class PenghitungNomor(Document):
	# begin: auto-generated types
	# This code is auto-generated. Do not modify anything in this block.

	from typing import TYPE_CHECKING

	if TYPE_CHECKING:
		from frappe.types import DF

		nilai: DF.Int
		tanggal_terakhir: DF.Date | None
	# end: auto-generated types
