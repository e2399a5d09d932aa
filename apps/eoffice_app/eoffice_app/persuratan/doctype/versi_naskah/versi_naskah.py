from frappe.model.document import Document


class VersiNaskah(Document):
	# begin: auto-generated types
	# This code is auto-generated. Do not modify anything in this block.

	from typing import TYPE_CHECKING

	if TYPE_CHECKING:
		from frappe.types import DF

		berkas: DF.Attach | None
		isi: DF.TextEditor | None
		kepala: DF.SmallText | None
		oleh: DF.Data | None
		parent: DF.Data
		parentfield: DF.Data
		parenttype: DF.Data
		perihal: DF.SmallText | None
		versi: DF.Int
		waktu: DF.Datetime | None
	# end: auto-generated types
