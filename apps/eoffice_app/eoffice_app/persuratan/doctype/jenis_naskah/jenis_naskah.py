from frappe.model.document import Document

from eoffice_app.naskah.templat import check_templat
from eoffice_app.penomoran.pola_surat import check_pola_surat


class JenisNaskah(Document):
	# begin: auto-generated types
	# This code is auto-generated. Do not modify anything in this block.

	from typing import TYPE_CHECKING

	if TYPE_CHECKING:
		from frappe.types import DF

		aktif: DF.Check
		aturan_paraf: DF.Literal["Berjenjang", "Atasan Langsung", "Tanpa Paraf"]
		boleh_tte: DF.Check
		buku_nomor: DF.Data | None
		deret_nomor: DF.Link | None
		deret_nomor_rahasia: DF.Link | None
		klasifikasi: DF.Link | None
		kode: DF.Data
		nama_jenis: DF.Data
		nomor_di_naskah: DF.Check
		penulisan_gelar: DF.Literal["Dengan Gelar", "Tanpa Gelar"]
		pola_nomor: DF.Data | None
		templat: DF.Code
		tingkat_penanda_tangan: DF.Literal["Setiap Pejabat", "Pimpinan Kantor"]
		urutan: DF.Int
	# end: auto-generated types

	def validate(self):
		check_templat(self.templat, nomor_wajib=bool(self.nomor_di_naskah))
		if self.pola_nomor:
			check_pola_surat(self.pola_nomor)
