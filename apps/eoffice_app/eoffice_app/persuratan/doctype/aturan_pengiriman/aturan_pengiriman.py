from frappe.model.document import Document


class AturanPengiriman(Document):
	# begin: auto-generated types
	# This code is auto-generated. Do not modify anything in this block.

	from typing import TYPE_CHECKING

	if TYPE_CHECKING:
		from frappe.types import DF

		aktif: DF.Check
		golongan: DF.Data
		jenis_instansi: DF.Literal[
			"",
			"Perangkat Daerah",
			"Pemerintah Daerah Lain",
			"Kementerian/Lembaga",
			"Desa/Kelurahan",
			"Swasta",
			"Organisasi",
			"Perorangan",
			"Lainnya",
		]
		melalui: DF.Data | None
		perlu_surat_pengantar: DF.Check
		perlu_tanda_terima: DF.Check
		saluran: DF.Link
		saluran_cadangan: DF.Link | None
	# end: auto-generated types
