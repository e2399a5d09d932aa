import frappe
from frappe.model.document import Document


class PemberitahuanSurat(Document):
	# begin: auto-generated types
	# This code is auto-generated. Do not modify anything in this block.

	from typing import TYPE_CHECKING

	if TYPE_CHECKING:
		from frappe.types import DF

		cara: DF.Literal["Langsung", "Ringkasan Pagi"]
		dikirim_pada: DF.Datetime | None
		disposisi: DF.Link | None
		jabatan: DF.Link | None
		judul: DF.Data | None
		keadaan: DF.Literal["Menunggu", "Terkirim", "Gugur", "Gagal"]
		kunci: DF.Data
		penerima: DF.Link | None
		percobaan: DF.Int
		surat_keluar: DF.Link | None
		surat_masuk: DF.Link | None
	# end: auto-generated types


def on_doctype_update():
	# The sweep asks each minute for what waits, oldest first, and finds nearly always nothing.
	frappe.db.add_index("Pemberitahuan Surat", ["keadaan", "cara", "creation"])
