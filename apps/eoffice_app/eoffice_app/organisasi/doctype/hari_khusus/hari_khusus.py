from frappe.model.document import Document


class HariKhusus(Document):
	# begin: auto-generated types
	# This code is auto-generated. Do not modify anything in this block.

	from typing import TYPE_CHECKING

	if TYPE_CHECKING:
		from frappe.types import DF

		jam_pulang: DF.Time | None
		jenis: DF.Literal["Libur", "Setengah Hari", "Tetap Masuk"]
		keterangan: DF.Data | None
		tanggal: DF.Date
	# end: auto-generated types
