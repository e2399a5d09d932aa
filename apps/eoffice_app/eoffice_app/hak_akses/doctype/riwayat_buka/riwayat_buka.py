from frappe.model.document import Document


class RiwayatBuka(Document):
	# begin: auto-generated types
	# This code is auto-generated. Do not modify anything in this block.

	from typing import TYPE_CHECKING

	if TYPE_CHECKING:
		from frappe.types import DF

		nama: DF.Data | None
		pintu: DF.Data | None
		sebagai: DF.Data | None
		surat_masuk: DF.Link
		user: DF.Link | None
		waktu: DF.Datetime | None
	# end: auto-generated types
