from frappe.model.document import Document


class PenerimaSuratKeluar(Document):
	# begin: auto-generated types
	# This code is auto-generated. Do not modify anything in this block.

	from typing import TYPE_CHECKING

	if TYPE_CHECKING:
		from frappe.types import DF

		jenis_penerima: DF.Literal["Instansi", "Jabatan"]
		nama_penerima: DF.Data | None
		parent: DF.Data
		parentfield: DF.Data
		parenttype: DF.Data
		penerima: DF.DynamicLink
	# end: auto-generated types
