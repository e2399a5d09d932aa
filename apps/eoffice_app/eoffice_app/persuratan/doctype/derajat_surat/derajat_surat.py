from frappe.model.document import Document


class DerajatSurat(Document):
	# begin: auto-generated types
	# This code is auto-generated. Do not modify anything in this block.

	from typing import TYPE_CHECKING

	if TYPE_CHECKING:
		from frappe.types import DF

		aktif: DF.Check
		batas_jumlah: DF.Int
		batas_satuan: DF.Literal["Jam", "Hari Kerja"]
		derajat: DF.Data
		urutan: DF.Int
	# end: auto-generated types
