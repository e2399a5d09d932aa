"""Files on letters: always private, put there only by those who may write the letter, and never borrowed by address."""

import frappe
from frappe import _
from frappe.core.doctype.file.file import File

from eoffice_app.hak_akses.lampiran import JENIS_SURAT


class BerkasSurat(File):
	"""Frappe's File with the rules of letters; files on anything else behave as ever."""

	@property
	def content_type(self) -> str | None:
		# By this Frappe knows the pictures it rewrites without their EXIF data: a page photographed on its side would
		# stay on its side, of less quality. A scan is kept as it came.
		return None if self.attached_to_doctype in JENIS_SURAT else self._content_type

	@content_type.setter
	def content_type(self, value: str | None):
		self._content_type = value

	def before_insert(self):
		self.refuse_foreign_private_address()
		if self.attached_to_doctype in JENIS_SURAT:
			self.is_private = 1
			self.require_write_on_letter()
		super().before_insert()

	def validate(self):
		if self.attached_to_doctype in JENIS_SURAT:
			self.is_private = 1
		super().validate()

	def require_write_on_letter(self):
		if self.flags.ignore_permissions or not frappe.db.exists(
			self.attached_to_doctype, self.attached_to_name
		):
			return
		if not frappe.has_permission(self.attached_to_doctype, "write", self.attached_to_name):
			frappe.throw(_("Surat ini tidak ditemukan."), frappe.DoesNotExistError)

	def refuse_foreign_private_address(self):
		# Frappe serves a private file to whoever may read any document that names its address. Without this check
		# a user could name the address of a letter's scan in a document of his own and read it.
		address = self.file_url or ""
		if not address.startswith("/private/files/") or frappe.session.user == "Administrator":
			return
		owners = frappe.get_all(
			"File",
			filters={"file_url": address, "attached_to_doctype": ["in", JENIS_SURAT]},
			fields=["*"],
		)
		if owners and not any(frappe.get_doc({"doctype": "File", **row}).is_downloadable() for row in owners):
			frappe.throw(_("Berkas ini tidak ditemukan."), frappe.DoesNotExistError)
