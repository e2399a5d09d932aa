import re

import frappe
from frappe import _
from frappe.model.document import Document
from frappe.utils import escape_html


class LayananTidakSahError(frappe.ValidationError):
	"""A service whose form nobody could fill in, or whose page nobody could open."""


class LayananLoket(Document):
	# begin: auto-generated types
	# This code is auto-generated. Do not modify anything in this block.

	from typing import TYPE_CHECKING

	if TYPE_CHECKING:
		from frappe.types import DF

		from eoffice_app.persuratan.doctype.isian_layanan.isian_layanan import IsianLayanan

		aktif: DF.Check
		berkas_wajib: DF.Check
		isian: DF.Table[IsianLayanan]
		keterangan: DF.SmallText | None
		nama: DF.Data
		rute: DF.Data | None
		urutan: DF.Int
	# end: auto-generated types

	def validate(self):
		self.rute = make_rute(self.rute or self.nama)
		if not self.rute:
			self.refuse(_("Alamat halaman harus memuat huruf atau angka, misalnya permohonan-data."))
		self.validate_isian()

	def validate_isian(self):
		asked = set()
		for row in self.isian:
			row.label = " ".join(row.label.split())
			label = frappe.bold(escape_html(row.label))
			if row.label.casefold() in asked:
				self.refuse(_("Pertanyaan {0} ada dua kali. Hapus atau ubah salah satunya.").format(label))
			if row.jenis == "Select" and not row.list_pilihan():
				self.refuse(
					_("Pertanyaan {0} belum mempunyai pilihan. Tulis satu pilihan pada tiap baris.").format(
						label
					)
				)
			asked.add(row.label.casefold())

	def refuse(self, message: str):
		frappe.throw(message, LayananTidakSahError, title=_("Layanan belum benar"))


def make_rute(text: str) -> str:
	"""Return a text as the last part of an address: small letters, digits and hyphens."""
	return re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")
