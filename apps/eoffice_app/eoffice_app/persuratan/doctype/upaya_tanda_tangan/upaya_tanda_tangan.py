from frappe.model.document import Document


class UpayaTandaTangan(Document):
	# begin: auto-generated types
	# This code is auto-generated. Do not modify anything in this block.

	from typing import TYPE_CHECKING

	if TYPE_CHECKING:
		from frappe.types import DF

		dicoba_pada: DF.Datetime | None
		dipastikan_oleh: DF.Link | None
		dipastikan_pada: DF.Datetime | None
		keadaan: DF.Literal["Menunggu", "Dicoba", "Berhasil", "Gagal", "Tidak Pasti", "Dipastikan Gagal"]
		kelompok: DF.Data
		keterangan: DF.SmallText | None
		nomor: DF.Data | None
		oleh: DF.Link | None
		penyedia: DF.Literal["", "Basah", "Lokal", "BSrE"]
		selesai_pada: DF.Datetime | None
		surat_keluar: DF.Link
		urutan: DF.Int
		versi: DF.Int
	# end: auto-generated types

	pass
