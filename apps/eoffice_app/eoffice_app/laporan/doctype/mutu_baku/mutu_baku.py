import frappe
from frappe import _
from frappe.model.document import Document

from eoffice_app.laporan.peristiwa import PENGIRIMAN, PERISTIWA


class LangkahMutuBakuError(frappe.ValidationError):
	"""A step between moments that its kind of document does not have, or that ends before it begins."""


class MutuBaku(Document):
	# begin: auto-generated types
	# This code is auto-generated. Do not modify anything in this block.

	from typing import TYPE_CHECKING

	if TYPE_CHECKING:
		from frappe.types import DF

		aktif: DF.Check
		cara: DF.Literal["", "Surel", "Sanapati", "Faks", "SRIKANDI", "Pos", "Caraka", "Internal"]
		dari: DF.Literal[
			"Surat diterima",
			"Surat dicatat",
			"Surat diverifikasi",
			"Surat sampai di tujuan",
			"Disposisi pertama ditulis",
			"Disposisi pertama dibaca",
			"Surat selesai",
			"Surat diarsipkan",
			"Konsep dibuat",
			"Konsep diajukan",
			"Konsep lengkap paraf",
			"Surat ditandatangani",
			"Surat bernomor",
			"Surat terkirim",
			"Salinan siap dikirim",
			"Salinan dikirim",
			"Salinan diterima",
		]
		jenis: DF.Literal["Surat Masuk", "Surat Keluar", "Pengiriman Surat"]
		kode: DF.Data
		langkah: DF.SmallText
		pelaksana: DF.Data | None
		sampai: DF.Literal[
			"Surat diterima",
			"Surat dicatat",
			"Surat diverifikasi",
			"Surat sampai di tujuan",
			"Disposisi pertama ditulis",
			"Disposisi pertama dibaca",
			"Surat selesai",
			"Surat diarsipkan",
			"Konsep dibuat",
			"Konsep diajukan",
			"Konsep lengkap paraf",
			"Surat ditandatangani",
			"Surat bernomor",
			"Surat terkirim",
			"Salinan siap dikirim",
			"Salinan dikirim",
			"Salinan diterima",
		]
		sumber: DF.Data | None
		urutan: DF.Int
		waktu_menit: DF.Int
	# end: auto-generated types

	def validate(self):
		if self.jenis != PENGIRIMAN:
			self.cara = None
		moments = list(PERISTIWA[self.jenis])
		if not {self.dari, self.sampai} <= set(moments):
			self.refuse(_("Saat pada {0} hanya: {1}.").format(_(self.jenis), ", ".join(map(_, moments))))
		if moments.index(self.dari) >= moments.index(self.sampai):
			self.refuse(
				_("{0} tidak mungkin sesudah {1}. Tukar keduanya.").format(_(self.dari), _(self.sampai))
			)

	def refuse(self, message: str):
		frappe.throw(message, LangkahMutuBakuError, title=_("Langkah tidak benar"))
