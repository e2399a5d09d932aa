import frappe
from frappe import _
from frappe.model.document import Document

from eoffice_app.organisasi.nip import clean_nip, is_nip


class Pegawai(Document):
	# begin: auto-generated types
	# This code is auto-generated. Do not modify anything in this block.

	from typing import TYPE_CHECKING

	if TYPE_CHECKING:
		from frappe.types import DF

		aktif: DF.Check
		cara_pemberitahuan: DF.Literal["Langsung", "Ringkasan Pagi"]
		gelar_belakang: DF.Data | None
		gelar_depan: DF.Data | None
		golongan: DF.Data | None
		nama: DF.Data
		nama_lengkap: DF.Data | None
		nip: DF.Data | None
		pangkat: DF.Data | None
		user: DF.Link | None
	# end: auto-generated types

	def validate(self):
		self.set_nama_lengkap()
		self.validate_nip()

	def set_nama_lengkap(self):
		nama = " ".join(part for part in (self.gelar_depan, self.nama) if part)
		self.nama_lengkap = ", ".join(part for part in (nama, self.gelar_belakang) if part)

	def validate_nip(self):
		self.nip = clean_nip(self.nip)
		if self.nip and not is_nip(self.nip):
			frappe.throw(
				_("NIP {0} tidak benar: NIP terdiri atas 18 angka. Periksa kembali, atau kosongkan.").format(
					frappe.bold(self.nip)
				),
				title=_("NIP tidak benar"),
			)
