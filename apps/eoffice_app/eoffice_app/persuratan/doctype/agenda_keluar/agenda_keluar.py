import frappe
from frappe import _

from eoffice_app.dokumen_tetap import DokumenTetap
from eoffice_app.exceptions import NomorTerkunciError
from eoffice_app.hak_akses.dokumen import DokumenSurat


class AgendaKeluar(DokumenTetap, DokumenSurat):
	# begin: auto-generated types
	# This code is auto-generated. Do not modify anything in this block.

	from typing import TYPE_CHECKING

	if TYPE_CHECKING:
		from frappe.types import DF

		buku: DF.Link
		dicatat_pada: DF.Datetime
		keadaan: DF.Literal["Terdaftar", "Batal"]
		kunci_nomor: DF.Data | None
		kunci_surat: DF.Data | None
		nomor_surat: DF.Data | None
		nomor_urut: DF.Int
		perihal: DF.SmallText | None
		surat_keluar: DF.Link
		tahun: DF.Int
		tanggal_pengiriman: DF.Date | None
		tanggal_surat: DF.Date | None
		tujuan: DF.SmallText | None
	# end: auto-generated types

	def validate(self):
		# `persuratan.surat_keluar.agenda` writes its lines past the framework's insert and save.
		self.refuse_change()

	def refuse_change(self):
		frappe.throw(
			_(
				"Baris agenda keluar tidak dapat ditambah, diubah atau dihapus dengan tangan. Baris mengikuti suratnya."
			),
			NomorTerkunciError,
			title=_("Agenda keluar terkunci"),
		)


def on_doctype_update():
	# The order in which the book is read and printed.
	frappe.db.add_index("Agenda Keluar", ["buku", "tahun", "nomor_urut"])
