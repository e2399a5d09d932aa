from frappe.model.document import Document


class RiwayatCetak(Document):
	# begin: auto-generated types
	# This code is auto-generated. Do not modify anything in this block.

	from typing import TYPE_CHECKING

	if TYPE_CHECKING:
		from frappe.types import DF

		nama_pencetak: DF.Data | None
		naskah: DF.Data
		pencetak: DF.Link | None
		surat_masuk: DF.Link
		waktu: DF.Datetime | None
	# end: auto-generated types
