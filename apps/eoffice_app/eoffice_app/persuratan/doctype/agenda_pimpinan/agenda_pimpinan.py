from eoffice_app.hak_akses.dokumen import DokumenSurat


class AgendaPimpinan(DokumenSurat):
	# begin: auto-generated types
	# This code is auto-generated. Do not modify anything in this block.

	from typing import TYPE_CHECKING

	if TYPE_CHECKING:
		from frappe.types import DF

		catatan: DF.SmallText | None
		diwakili_oleh: DF.Link | None
		jabatan: DF.Link
		judul: DF.Data | None
		kehadiran: DF.Literal["Belum Diputuskan", "Hadir", "Diwakili", "Tidak Hadir"]
		mulai: DF.Datetime | None
		selesai: DF.Datetime | None
		surat_masuk: DF.Link
		tempat: DF.Data | None
	# end: auto-generated types
