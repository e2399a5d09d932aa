import frappe
from frappe import _

from eoffice_app.dokumen_tetap import DokumenTetap
from eoffice_app.ekspedisi.galat import EkspedisiTetapError


class BarisEkspedisi(DokumenTetap):
	"""A line of the Buku Ekspedisi: one letter on one run, and what came of it. Written by the steps of a run alone."""

	# begin: auto-generated types
	# This code is auto-generated. Do not modify anything in this block.

	from typing import TYPE_CHECKING

	if TYPE_CHECKING:
		from frappe.types import DF

		alasan: DF.SmallText | None
		dikirim_pada: DF.Datetime | None
		dipindai: DF.Check
		ekspedisi: DF.Link
		hasil: DF.Literal["", "Diterima", "Tidak Terkirim"]
		jabatan_penerima: DF.Data | None
		kunci: DF.Data | None
		kunci_nomor: DF.Data | None
		kunci_terbuka: DF.Data | None
		nama_penerima: DF.Data | None
		nomor_urut: DF.Int
		pengiriman: DF.Link
		surat_keluar: DF.Link
		tahun: DF.Int
		tercatat_oleh: DF.Link | None
		tercatat_pada: DF.Datetime | None
		tindak_lanjut: DF.Literal["", "Kirim Ulang", "Selesai"]
		waktu: DF.Datetime | None
	# end: auto-generated types

	def validate(self):
		if not self.flags.langkah:
			self.refuse_change()

	def is_removable(self) -> bool:
		# Before its number was given a line may be taken out of the run again.
		return bool(self.flags.langkah) or super().is_removable()

	def refuse_change(self):
		frappe.throw(
			_("Buku Ekspedisi hanya diisi melalui langkah ekspedisi."),
			EkspedisiTetapError,
			title=_("Buku Ekspedisi tetap"),
		)
