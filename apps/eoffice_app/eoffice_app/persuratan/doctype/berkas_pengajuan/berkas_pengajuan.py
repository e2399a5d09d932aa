from frappe.model.document import Document


class BerkasPengajuan(Document):
	# begin: auto-generated types
	# This code is auto-generated. Do not modify anything in this block.

	from typing import TYPE_CHECKING

	if TYPE_CHECKING:
		from frappe.types import DF

		berkas: DF.Attach
		jenis: DF.Data | None
		nama_asli: DF.Data | None
		parent: DF.Data
		parentfield: DF.Data
		parenttype: DF.Data
		sha256: DF.Data | None
		ukuran: DF.Int
	# end: auto-generated types
