import frappe
from frappe import _

from eoffice_app.dokumen_tetap import DokumenTetap
from eoffice_app.exceptions import RiwayatTetapError


class RiwayatBuka(DokumenTetap):
	# begin: auto-generated types
	# This code is auto-generated. Do not modify anything in this block.

	from typing import TYPE_CHECKING

	if TYPE_CHECKING:
		from frappe.types import DF

		nama: DF.Data | None
		pintu: DF.Data | None
		sebagai: DF.Data | None
		surat_keluar: DF.Link | None
		surat_masuk: DF.Link | None
		user: DF.Link | None
		waktu: DF.Datetime | None
	# end: auto-generated types

	def validate(self):
		if bool(self.surat_masuk) == bool(self.surat_keluar):
			frappe.throw(
				_("Riwayat buka menyebut satu surat: surat masuk atau surat keluar."),
				frappe.MandatoryError,
				title=_("Surat belum disebut"),
			)

	def on_update(self):
		if not self.flags.in_insert:
			self.refuse_change()

	def refuse_change(self):
		frappe.throw(
			_("Riwayat buka tidak dapat diubah atau dihapus."),
			RiwayatTetapError,
			title=_("Riwayat tetap"),
		)


def on_doctype_update():
	# Read newest first for a letter, and asked at each opening whether it was noted within the minute.
	frappe.db.add_index("Riwayat Buka", ["surat_masuk", "waktu"])
