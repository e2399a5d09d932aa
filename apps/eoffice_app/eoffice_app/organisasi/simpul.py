"""What a unit and a post have in common: each is a node of a tree that the office redraws while work is under way."""

import frappe
from frappe import _
from frappe.utils.nestedset import NestedSet

from eoffice_app.exceptions import PohonMelingkarError, TidakDapatDigabungError
from eoffice_app.hak_akses.akses_surat import rename_subjek
from eoffice_app.persuratan.surat_masuk.pekerjaan import count_open_work


class SimpulOrganisasi(NestedSet):
	"""Base of Unit Kerja and Jabatan: moving, renaming and closing, also with work that is not finished.

	A class of its own says `subjek`, the kind of access subject that its code stands for, and `list_posts`.
	"""

	subjek: str

	def validate(self):
		self.refuse_circle()

	def on_update(self):
		# Frappe reads the node anew as it takes its place in the tree, so this comes first.
		self.warn_when_closed()
		super().on_update()

	def before_rename(self, olddn: str, newdn: str, merge: bool = False):
		if merge:
			frappe.throw(
				_(
					"{0} tidak dapat digabung dengan {1}, karena riwayat surat keduanya akan tercampur. Tutup salah satunya dengan menghapus centang Aktif."
				).format(frappe.bold(self.get_title()), frappe.bold(newdn)),
				TidakDapatDigabungError,
				title=_("Tidak dapat digabung"),
			)
		super().before_rename(olddn, newdn, merge)

	def after_rename(self, olddn: str, newdn: str, merge: bool = False):
		super().after_rename(olddn, newdn, merge)
		rename_subjek(f"{self.subjek}:{olddn}", f"{self.subjek}:{newdn}")

	def refuse_circle(self):
		induk = self.get(self.nsm_parent_field)
		if self.is_new() or not induk:
			return
		left, right = frappe.db.get_value(self.doctype, induk, ["lft", "rgt"]) or (0, 0)
		own_left, own_right = frappe.db.get_value(self.doctype, self.name, ["lft", "rgt"])
		if own_left <= left and right <= own_right:
			frappe.throw(
				_(
					"{0} tidak dapat ditempatkan di bawah {1}, karena {1} adalah dirinya sendiri atau berada di bawahnya. Pilih induk lain."
				).format(
					frappe.bold(self.get_title()),
					frappe.bold(frappe.db.get_value(self.doctype, induk, self.meta.title_field)),
				),
				PohonMelingkarError,
				title=_("Bagan melingkar"),
			)

	def warn_when_closed(self):
		before = self.get_doc_before_save()
		if not before or not before.aktif or self.aktif:
			return
		terbuka = count_open_work(self.list_posts())
		if terbuka:
			frappe.msgprint(
				_(
					"{0} ditutup, padahal masih ada {1} yang belum selesai. Pemangkunya tetap dapat menyelesaikan pekerjaan itu; yang baru tidak dapat lagi ditujukan kepadanya."
				).format(frappe.bold(self.get_title()), terbuka),
				title=_("Perlu diperhatikan"),
				indicator="orange",
			)

	def list_posts(self) -> list[str]:
		"""Return the posts that close with this node."""
		raise NotImplementedError
