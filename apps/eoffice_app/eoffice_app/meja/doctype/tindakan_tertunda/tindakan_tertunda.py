import frappe
from frappe.model.document import Document


class TindakanTertunda(Document):
	# begin: auto-generated types
	# This code is auto-generated. Do not modify anything in this block.

	from typing import TYPE_CHECKING

	if TYPE_CHECKING:
		from frappe.types import DF

		isi: DF.LongText | None
		jatuh_tempo: DF.Datetime
		jenis_surat: DF.Data
		keadaan: DF.Literal["Menunggu", "Gagal"]
		keterangan: DF.SmallText | None
		kunci: DF.Data
		percobaan: DF.Int
		surat: DF.Data
		tindakan: DF.Data
		user: DF.Data
	# end: auto-generated types


def on_doctype_update():
	# What is due: of everybody, by the minute; of one user, by his page.
	frappe.db.add_index("Tindakan Tertunda", ["keadaan", "jatuh_tempo"])
