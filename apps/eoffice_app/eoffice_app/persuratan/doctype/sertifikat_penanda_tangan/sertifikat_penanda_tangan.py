import re
from base64 import b64encode

import frappe
from frappe import _
from frappe.model.document import Document
from frappe.utils import now_datetime
from frappe.utils.password import set_encrypted_password

from eoffice_app.persuratan.berkas.unggahan import find_own_file, read_own_file
from eoffice_app.tte.galat import SertifikatTidakTerbacaError
from eoffice_app.tte.pengaturan import ISI_TERSANDI, JENIS_BSRE, JENIS_PKCS12
from eoffice_app.tte.sertifikat import check_is_pkcs12

NIK = re.compile(r"\d{16}")


class SertifikatPenandaTangan(Document):
	# begin: auto-generated types
	# This code is auto-generated. Do not modify anything in this block.

	from typing import TYPE_CHECKING

	if TYPE_CHECKING:
		from frappe.types import DF

		aktif: DF.Check
		berkas: DF.Attach | None
		jenis: DF.Literal["Berkas PKCS#12", "Perangkat PKCS#11", "BSrE"]
		label_kunci: DF.Data | None
		label_sertifikat: DF.Data | None
		nama_lengkap: DF.Data | None
		nik: DF.Data | None
		pegawai: DF.Link
		pustaka: DF.Data | None
		terpasang_pada: DF.Datetime | None
		token: DF.Data | None
	# end: auto-generated types

	def validate(self):
		if self.berkas:
			self.take_berkas()
		if self.jenis == JENIS_PKCS12 and not self.terpasang_pada:
			_refuse(_("Unggah berkas PKCS#12 (.p12 atau .pfx) sertifikat pegawai ini."))
		self.nik = re.sub(r"\s", "", self.nik or "")
		if self.jenis == JENIS_BSRE and not NIK.fullmatch(self.nik):
			_refuse(_("NIK terdiri atas 16 angka. Periksa kembali NIK pegawai ini."))

	def take_berkas(self):
		berkas = find_own_file(self, self.berkas)
		if not berkas:
			_refuse(_("Berkas sertifikat tidak ditemukan. Unggah kembali berkasnya."))
		self.install(read_own_file(berkas))
		self.berkas, self.flags.unggahan = None, berkas.name

	def install(self, isi: bytes):
		"""Take a PKCS#12 as this official's certificate, with the next save.

		:raises SertifikatTidakTerbacaError: it is none
		"""
		check_is_pkcs12(isi)
		self.flags.isi_baru, self.terpasang_pada = isi, now_datetime()

	def on_update(self):
		if self.flags.isi_baru:
			# Among the site's secrets, ciphered by its key: as a file somebody's permissions could once reach it.
			isi = b64encode(self.flags.isi_baru).decode()
			set_encrypted_password(self.doctype, self.name, isi, ISI_TERSANDI)
		if self.flags.unggahan:
			frappe.delete_doc("File", self.flags.unggahan, ignore_permissions=True)
		self.flags.isi_baru = self.flags.unggahan = None


def _refuse(message: str) -> None:
	frappe.throw(message, SertifikatTidakTerbacaError, title=_("Sertifikat belum lengkap"))
