from frappe.model.document import Document


class SaluranPengiriman(Document):
	# begin: auto-generated types
	# This code is auto-generated. Do not modify anything in this block.

	from typing import TYPE_CHECKING

	if TYPE_CHECKING:
		from frappe.types import DF

		aktif: DF.Check
		cara: DF.Literal["Surel", "Sanapati", "Faks", "SRIKANDI", "Pos", "Caraka", "Internal"]
		hari_batas: DF.Int
		nama_saluran: DF.Data
		otomatis: DF.Check
		untuk_rahasia: DF.Check
		urutan: DF.Int
	# end: auto-generated types
