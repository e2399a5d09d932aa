"""Files on letters: always private, put there only by those who may write the letter, and never borrowed by address."""

import frappe
from frappe import _
from frappe.core.doctype.file.file import File

from eoffice_app.hak_akses.jenis import JENIS_SURAT
from eoffice_app.hak_akses.surat import can_see_document, require_visible
from eoffice_app.tte.berkas_surat import refuse_change_of_signed

# A key on its way into the system: nobody gets it out again, not even who put it there.
SERTIFIKAT = "Sertifikat Penanda Tangan"


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
		if not self.is_new():
			refuse_change_of_signed(self)
		super().validate()

	def on_trash(self):
		refuse_change_of_signed(self)
		super().on_trash()

	def require_write_on_letter(self):
		# Where an office lets guests upload, Frappe asks for no permission: a letter's file never comes that way.
		if frappe.session.user == "Guest":
			frappe.throw(_("Surat ini tidak ditemukan."), frappe.DoesNotExistError)
		if self.flags.ignore_permissions or is_temporary(self.attached_to_name):
			return
		require_visible(self.attached_to_doctype, self.attached_to_name)
		if not frappe.has_permission(self.attached_to_doctype, "write", self.attached_to_name):
			frappe.throw(_("Surat ini tidak ditemukan."), frappe.DoesNotExistError)

	def refuse_foreign_private_address(self):
		# Frappe serves a private file to whoever may read any document that names its address. Without this check
		# a user could name the address of a letter's scan in a document of his own and read it.
		address = self.file_url or ""
		if not address.startswith("/private/files/") or frappe.session.user == "Administrator":
			return
		owners = list_files(address, {"attached_to_doctype": ["in", list(JENIS_SURAT)]})
		if owners and not any(berkas.is_downloadable() for berkas in owners):
			refuse_file()

	def is_downloadable(self) -> bool:
		# Frappe lets whoever uploaded a file read it for ever, also when the letter has become secret since.
		return (
			self.attached_to_doctype != SERTIFIKAT
			and self.is_of_visible_letter()
			and super().is_downloadable()
		)

	def has_permission(self, permtype="read", **options) -> bool:
		# A new file is refused by `before_insert`, in the words for a letter that is not there.
		if permtype != "create" and not self.flags.ignore_permissions and not self.is_of_visible_letter():
			return False
		return super().has_permission(permtype, **options)

	def notify_update(self):
		# Frappe announces each file to every open desk; of a letter's not even that is said.
		if self.attached_to_doctype not in JENIS_SURAT:
			super().notify_update()

	def is_of_visible_letter(self) -> bool:
		user = frappe.session.user
		if self.attached_to_doctype not in JENIS_SURAT or user == "Administrator":
			return True
		if is_temporary(self.attached_to_name):
			return self.owner == user
		return can_see_document(self.attached_to_doctype, self.attached_to_name, user)


def is_temporary(name: str | None) -> bool:
	"""Whether a document's name is one that the desk gives until the first save, or none."""
	return not name or name == "new" or name.startswith("new-")


def list_files(address: str, filters: dict | None = None) -> list[BerkasSurat]:
	"""Return every File with an address, asking nobody's permission."""
	rows = frappe.get_all("File", filters={"file_url": address, **(filters or {})}, fields=["*"])
	return [frappe.get_doc({"doctype": "File", **row}) for row in rows]


def refuse_file() -> None:
	"""Refuse a file in the same words whether it is hidden or never was.

	:raises frappe.DoesNotExistError: always
	"""
	frappe.throw(_("Berkas ini tidak ditemukan."), frappe.DoesNotExistError, title=_("Tidak ditemukan"))
