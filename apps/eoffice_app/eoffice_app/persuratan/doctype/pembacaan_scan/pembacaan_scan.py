import frappe
from frappe.model.document import Document


class PembacaanScan(Document):
	# begin: auto-generated types
	# This code is auto-generated. Do not modify anything in this block.

	from typing import TYPE_CHECKING

	if TYPE_CHECKING:
		from frappe.types import DF

		berkas: DF.Data | None
		berkas_terbaca: DF.Data | None
		dicoba_pada: DF.Datetime | None
		galat: DF.SmallText | None
		halaman_terbaca: DF.Int
		jumlah_halaman: DF.Int
		keadaan: DF.Literal["Menunggu", "Siap", "Gagal", "Tidak Dibaca"]
		percobaan: DF.Int
		surat_masuk: DF.Link
	# end: auto-generated types


def on_doctype_update():
	# Asked each minute for what waits.
	frappe.db.add_index("Pembacaan Scan", ["keadaan", "percobaan", "creation"])
