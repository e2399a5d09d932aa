import os

import frappe
from frappe import _
from frappe.model.document import Document

BELUM_DIPERIKSA = "Belum Diperiksa"
ADA_KESALAHAN = "Ada Kesalahan"
SIAP_DIIMPOR = "Siap Diimpor"
SEDANG_DIIMPOR = "Sedang Diimpor"
SELESAI = "Selesai"
GAGAL = "Gagal"


class BerkasImporError(frappe.ValidationError):
	"""A file that cannot be the spreadsheet of this import."""


class ImporOrganisasi(Document):
	# begin: auto-generated types
	# This code is auto-generated. Do not modify anything in this block.

	from typing import TYPE_CHECKING

	if TYPE_CHECKING:
		from frappe.types import DF

		berkas: DF.Attach
		diimpor_oleh: DF.Link | None
		diimpor_pada: DF.Datetime | None
		hasil: DF.LongText | None
		jumlah_baris: DF.Int
		jumlah_kesalahan: DF.Int
		status: DF.Literal[
			"Belum Diperiksa",
			"Ada Kesalahan",
			"Siap Diimpor",
			"Sedang Diimpor",
			"Selesai",
			"Gagal",
		]
	# end: auto-generated types

	def validate(self):
		self.validate_berkas()
		self.keep_result()

	def validate_berkas(self):
		before = self.get_doc_before_save()
		if before and before.status in (SEDANG_DIIMPOR, SELESAI) and before.berkas != self.berkas:
			frappe.throw(
				_("Impor ini sudah dijalankan. Buat impor baru untuk berkas lain."),
				BerkasImporError,
				title=_("Berkas tidak dapat diganti"),
			)
		if not (self.berkas or "").startswith("/private/files/"):
			frappe.throw(
				_(
					"Berkas ini memuat data pegawai. Unggah spreadsheet dari komputer Anda sebagai berkas pribadi."
				),
				BerkasImporError,
				title=_("Berkas harus pribadi"),
			)

	def keep_result(self):
		"""Let only a check and an import of this file say how it went, whatever a client sends."""
		before = self.get_doc_before_save()
		fields = ("status", "hasil", "jumlah_baris", "jumlah_kesalahan", "diimpor_pada", "diimpor_oleh")
		if before and before.berkas == self.berkas:
			self.update({name: before.get(name) for name in fields})
		else:
			self.update({**dict.fromkeys(fields), "status": BELUM_DIPERIKSA})

	def read_content(self) -> bytes:
		"""Return the bytes of the spreadsheet, or raise BerkasImporError where the user may not have it."""
		attached = {"attached_to_doctype": self.doctype, "attached_to_name": self.name}
		name = frappe.db.get_value("File", {"file_url": self.berkas, **attached}) or frappe.db.get_value(
			"File", {"file_url": self.berkas, "owner": frappe.session.user}
		)
		path = name and frappe.get_doc("File", name).get_full_path()
		if not path or not os.path.isfile(path):
			frappe.throw(
				_("Berkas tidak ditemukan. Unggah kembali spreadsheet itu."),
				BerkasImporError,
				title=_("Berkas tidak ditemukan"),
			)
		with open(path, "rb") as stream:
			return stream.read()


def require_importing(ptype: str) -> None:
	"""Raise frappe.PermissionError for who may not do `ptype` to imports at all."""
	if not frappe.has_permission("Impor Organisasi", ptype):
		frappe.throw(
			_("Impor organisasi hanya untuk Pengelola E-Office."),
			frappe.PermissionError,
			title=_("Tidak berwenang"),
		)
