"""Records of the office's books: only the program's own steps write them, and they stay as long as the app does."""

import frappe
from frappe.model.document import Document


class DokumenTetap(Document):
	"""A record that nobody deletes; its DocType says when `validate` refuses a change as well."""

	def on_trash(self):
		if not self.is_removable():
			self.refuse_change()

	def is_removable(self) -> bool:
		"""Whether the record may go: with the whole app alone, unless its DocType knows another case."""
		return bool(frappe.flags.in_uninstall)

	def refuse_change(self) -> None:
		"""Say why the record stays as it is.

		:raises frappe.ValidationError: always
		"""
		raise NotImplementedError
