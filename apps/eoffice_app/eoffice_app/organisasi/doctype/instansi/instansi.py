from frappe.model.document import Document


class Instansi(Document):
	# begin: auto-generated types
	# This code is auto-generated. Do not modify anything in this block.

	from typing import TYPE_CHECKING

	if TYPE_CHECKING:
		from frappe.types import DF

		alamat: DF.SmallText | None
		alamat_sanapati: DF.Data | None
		faks: DF.Data | None
		golongan: DF.Link | None
		jenis: DF.Literal[
			"Perangkat Daerah",
			"Pemerintah Daerah Lain",
			"Kementerian/Lembaga",
			"Desa/Kelurahan",
			"Swasta",
			"Organisasi",
			"Perorangan",
			"Lainnya",
		]
		nama_instansi: DF.Data
		surel: DF.Data | None
		telepon: DF.Data | None
	# end: auto-generated types

	def before_insert(self):
		# Two spellings of one name that differ in spaces alone would be two senders.
		self.nama_instansi = " ".join((self.nama_instansi or "").split())
