from frappe.model.document import Document


class LanjutanDeret(Document):
	# begin: auto-generated types
	# This code is auto-generated. Do not modify anything in this block.

	from typing import TYPE_CHECKING

	if TYPE_CHECKING:
		from frappe.types import DF

		cakupan: DF.Data | None
		nomor: DF.Int
		parent: DF.Data
		parentfield: DF.Data
		parenttype: DF.Data
		seri: DF.Data | None
		tahun: DF.Int
		tanggal: DF.Date | None
	# end: auto-generated types
