import frappe
from frappe import _
from frappe.model.document import Document

from eoffice_app.persuratan.lanjutan_buku import follow_lanjutan, validate_lanjutan
from eoffice_app.persuratan.surat_masuk.buku import MASUK


class BukuTerakhirError(frappe.ValidationError):
	"""The last book for a kind of outgoing letters closed: none of them could be numbered any more."""


class BukuAgenda(Document):
	# begin: auto-generated types
	# This code is auto-generated. Do not modify anything in this block.

	from typing import TYPE_CHECKING

	if TYPE_CHECKING:
		from frappe.types import DF

		aktif: DF.Check
		jenis: DF.Literal["Masuk", "Keluar", "Berita Keluar"]
		kode: DF.Data
		nama_buku: DF.Data
		nomor_lanjutan: DF.Int
		rahasia: DF.Check
		tahun_lanjutan: DF.Int
	# end: auto-generated types

	def validate(self):
		validate_lanjutan(self)
		before = self.get_doc_before_save()
		if before and before.aktif and (not self.aktif or self.rahasia != before.rahasia):
			self.require_another(before.rahasia)

	def on_change(self):
		follow_lanjutan(self)

	def on_trash(self):
		if self.aktif and not frappe.flags.in_uninstall:
			self.require_another(self.rahasia)

	def require_another(self, rahasia: int):
		# Incoming letters name their book; outgoing ones find theirs, and it has to be there.
		others = {"jenis": self.jenis, "rahasia": rahasia, "aktif": 1, "name": ["!=", self.name]}
		if self.jenis != MASUK and not frappe.db.exists("Buku Agenda", others):
			frappe.throw(
				_(
					"Buku {0} adalah satu-satunya buku aktif untuk suratnya. Buat buku lain yang sejenis lebih dulu."
				).format(frappe.bold(self.nama_buku)),
				BukuTerakhirError,
				title=_("Buku agenda masih diperlukan"),
			)
