from frappe.model.document import Document


class ParafSuratKeluar(Document):
	# begin: auto-generated types
	# This code is auto-generated. Do not modify anything in this block.

	from typing import TYPE_CHECKING

	if TYPE_CHECKING:
		from frappe.types import DF

		catatan: DF.SmallText | None
		jabatan: DF.Link
		jenis: DF.Literal["Hierarki", "Koordinasi"]
		keadaan: DF.Literal["Menunggu", "Diparaf", "Dikembalikan", "Gugur"]
		nama: DF.Data | None
		nama_jabatan: DF.Data | None
		parent: DF.Data
		parentfield: DF.Data
		parenttype: DF.Data
		pegawai: DF.Link | None
		sebagai: DF.Data | None
		urutan: DF.Int
		versi: DF.Int
		waktu: DF.Datetime | None
	# end: auto-generated types
