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
		isi: DF.SmallText | None
		judul: DF.Data | None
		keadaan: DF.Literal["Menunggu", "Terkirim"]
		kunci: DF.Data
		penerima: DF.Link
		surat_masuk: DF.Link | None
	# end: auto-generated types
