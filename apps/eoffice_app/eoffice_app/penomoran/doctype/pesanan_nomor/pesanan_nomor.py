import frappe
from frappe import _

from eoffice_app.dokumen_tetap import DokumenTetap
from eoffice_app.exceptions import NomorTerkunciError
from eoffice_app.penomoran.pesanan import prepare_pesanan, refuse_open_pesanan, write_reserved_lines


class PesananNomor(DokumenTetap):
	# begin: auto-generated types
	# This code is auto-generated. Do not modify anything in this block.

	from typing import TYPE_CHECKING

	if TYPE_CHECKING:
		from frappe.types import DF

		alasan: DF.SmallText
		cakupan: DF.Data | None
		deret: DF.Link
		jumlah: DF.Int
		keadaan: DF.Literal["Terbuka", "Selesai"]
		kunci_pemesan: DF.Data | None
		nomor_akhir: DF.Int
		nomor_awal: DF.Int
		pemesan: DF.Link | None
		seri: DF.Data | None
		tanggal: DF.Date | None
	# end: auto-generated types

	def validate(self):
		if not self.is_new():
			self.refuse_change()
		prepare_pesanan(self)

	def db_insert(self, *args, **kwargs):
		try:
			super().db_insert(*args, **kwargs)
		except frappe.UniqueValidationError:
			# Two at once by one official: the check before saw none.
			frappe.clear_last_message()
			refuse_open_pesanan()

	def on_change(self):
		# Frappe's last call of an insert, so that the counter is locked for as short a time as can be.
		if self.flags.in_insert:
			write_reserved_lines(self)

	def refuse_change(self):
		frappe.throw(
			_("Pesanan nomor tidak dapat diubah atau dihapus. Batalkan sisa nomornya bila tidak dipakai."),
			NomorTerkunciError,
			title=_("Pesanan nomor tetap"),
		)
