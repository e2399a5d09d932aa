import frappe
from frappe import _

from eoffice_app.dokumen_tetap import DokumenTetap
from eoffice_app.exceptions import RiwayatTetapError


class BukuNomor(DokumenTetap):
	# begin: auto-generated types
	# This code is auto-generated. Do not modify anything in this block.

	from typing import TYPE_CHECKING

	if TYPE_CHECKING:
		from frappe.types import DF

		alasan: DF.SmallText | None
		alasan_batal: DF.SmallText | None
		buku: DF.Data | None
		cakupan: DF.Data | None
		deret: DF.Link
		diambil_oleh: DF.Link | None
		diambil_pada: DF.Datetime | None
		dibatalkan_oleh: DF.Link | None
		dibatalkan_pada: DF.Datetime | None
		dipakai_oleh: DF.Link | None
		dipakai_pada: DF.Datetime | None
		dokumen: DF.DynamicLink | None
		jabatan: DF.Data | None
		jenis: DF.Data | None
		jenis_dokumen: DF.Link | None
		keadaan: DF.Literal["Terpakai", "Dipesan", "Batal"]
		klasifikasi: DF.Data | None
		kunci_dokumen: DF.Data | None
		nomor: DF.Data | None
		nomor_urut: DF.Int
		periode: DF.Int
		pesanan: DF.Link | None
		pola_nomor: DF.Data | None
		seri: DF.Data
		sifat: DF.Data | None
		sub: DF.Int
		tanggal_surat: DF.Date | None
		unit: DF.Data | None
	# end: auto-generated types

	def validate(self):
		# `penomoran.buku_nomor` writes its lines past the framework's insert and save.
		self.refuse_change()

	def refuse_change(self):
		frappe.throw(
			_(
				"Buku nomor tidak dapat ditambah, diubah atau dihapus dengan tangan. Nomor diberikan dan dibatalkan melalui suratnya."
			),
			RiwayatTetapError,
			title=_("Buku nomor tetap"),
		)


def on_doctype_update():
	# No number twice, whoever writes it; also the order in which the ledger is checked.
	frappe.db.add_unique("Buku Nomor", ["seri", "nomor_urut", "sub"], constraint_name="nomor_tunggal")
