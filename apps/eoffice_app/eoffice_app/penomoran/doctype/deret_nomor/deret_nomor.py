import frappe
from frappe import _
from frappe.model.document import Document

from eoffice_app.exceptions import NomorTerkunciError
from eoffice_app.penomoran.lanjutan_deret import follow_lanjutan, validate_lanjutan
from eoffice_app.penomoran.pola_surat import check_pola_surat

PEMISAH = set("/#")


class KodeDeretError(frappe.ValidationError):
	"""A code by which the numbers of two series could be taken for one."""


class DeretNomor(Document):
	# begin: auto-generated types
	# This code is auto-generated. Do not modify anything in this block.

	from typing import TYPE_CHECKING

	if TYPE_CHECKING:
		from frappe.types import DF

		from eoffice_app.penomoran.doctype.lanjutan_deret.lanjutan_deret import LanjutanDeret

		aktif: DF.Check
		gaya_sisipan: DF.Literal["15.a", "15a", "15.A", "15A", "15.1"]
		kode: DF.Data
		lanjutan: DF.Table[LanjutanDeret]
		lingkup: DF.Literal["Kantor", "Unit", "Jenis", "Buku"]
		nama_deret: DF.Data
		peran_sisipan: DF.Link
		pesanan_terbanyak: DF.Int
		pola: DF.Data
		ulang: DF.Literal["Setiap Tahun", "Tidak Pernah"]
	# end: auto-generated types

	def validate(self):
		self.validate_kode()
		self.validate_sequence_unchanged()
		check_pola_surat(self.pola)
		validate_lanjutan(self)

	def on_update(self):
		follow_lanjutan(self)

	def validate_kode(self):
		if PEMISAH & set(self.kode):
			frappe.throw(
				_("Kode deret tidak boleh memuat garis miring atau tanda pagar. Pakai tanda hubung."),
				KodeDeretError,
				title=_("Kode deret tidak benar"),
			)

	def validate_sequence_unchanged(self):
		if self.is_new() or not (self.has_value_changed("lingkup") or self.has_value_changed("ulang")):
			return
		if frappe.db.exists("Buku Nomor", {"deret": self.name}):
			frappe.throw(
				_(
					"Deret {0} sudah memberi nomor, sehingga urutannya tidak dapat diubah. Buat deret baru untuk urutan yang lain."
				).format(frappe.bold(self.name)),
				NomorTerkunciError,
				title=_("Deret nomor terkunci"),
			)
