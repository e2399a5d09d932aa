from frappe.model.document import Document


class BukuAgenda(Document):
	# begin: auto-generated types
	# This code is auto-generated. Do not modify anything in this block.

	from typing import TYPE_CHECKING

	if TYPE_CHECKING:
		from frappe.types import DF

		aktif: DF.Check
		kode: DF.Data
		nama_buku: DF.Data
		rahasia: DF.Check
	# end: auto-generated types
