"""What the controllers of letters share: to whom a letter is hidden, it does not exist."""

import frappe
from frappe.model.document import Document

from eoffice_app.hak_akses.jenis import JENIS_SURAT, find_jenis_surat
from eoffice_app.hak_akses.pembaca import list_pembaca
from eoffice_app.hak_akses.riwayat import record_request_opening
from eoffice_app.hak_akses.surat import require_visible

# What the monitor listens for besides Frappe's own notice, which everybody hears.
SURAT_BERUBAH = "surat_terlihat_berubah"


class DokumenSurat(Document):
	"""A document of JENIS_SURAT."""

	def check_permission(self, permtype="read", permlevel=None):
		# Frappe's own answer to a hidden document is "not permitted", which tells that there is one.
		if not self.flags.ignore_permissions and not self.is_new():
			require_visible(self.doctype, self.name)
			if permtype == "read" and getattr(frappe.local, "request", None):
				record_request_opening(self.doctype, self.name)
		super().check_permission(permtype, permlevel)

	def notify_update(self):
		# Frappe announces each change to every open desk, with the name of the document and of who changed it.
		if self.get_sifat() == "Biasa":
			super().notify_update()
		else:
			self.announce_to_readers()

	def announce_to_readers(self):
		# The room of the document lets in only who may read it. Who looks at all letters under way is told that some
		# letter of his has changed, and not which.
		for user in list_pembaca(self.get_surat()):
			frappe.publish_realtime(SURAT_BERUBAH, user=user, after_commit=True)
		frappe.publish_realtime(
			"doc_update",
			{"modified": self.modified, "doctype": self.doctype, "name": self.name},
			doctype=self.doctype,
			docname=self.name,
			after_commit=True,
		)

	def get_sifat(self) -> str:
		if JENIS_SURAT[self.doctype] == "name":
			return self.sifat
		return frappe.db.get_value(find_jenis_surat(self.doctype), self.get_surat(), "sifat")

	def get_surat(self) -> str:
		"""Return the name of the letter whose sight this document shares."""
		return self.get(JENIS_SURAT[self.doctype])
