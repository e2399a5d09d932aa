"""Who may see which letter: the one condition for lists and the one answer for a document."""

import frappe
from frappe import _
from frappe.model.document import Document

from eoffice_app.hak_akses.aturan import PERAN_BERSUBJEK
from eoffice_app.organisasi.operator import find_operated_unit, may_handle
from eoffice_app.organisasi.pemangku import list_posts_of_user


def list_subjek_user(user: str) -> list[str]:
	"""Return the subjects that a user is today: himself, his posts, his units, his offices.

	His units are those of his posts and the one whose operator he is.

	An official whose desk a Plh. covers keeps the sight of his own letters.
	"""
	holdings = list_posts_of_user(user)
	units = {find_operated_unit(user), *(row.unit_kerja for row in holdings)} - {None}
	return [
		f"user:{user}",
		*{f"jabatan:{row.jabatan}" for row in holdings},
		*(f"unit:{unit}" for unit in units),
		*(f"peran:{role}" for role in frappe.get_roles(user) if role in PERAN_BERSUBJEK),
	]


def select_visible(user: str) -> str:
	"""Return the SQL sub-select of the names of all letters that a user may see."""
	subjek = ", ".join(frappe.db.escape(name) for name in list_subjek_user(user))
	return f"select akses.surat from `tabAkses Surat` akses where akses.subjek in ({subjek})"


def can_see(surat: str, user: str) -> bool:
	"""Whether a user may see a letter, by its name; False also for a letter that does not exist."""
	return bool(frappe.db.exists("Akses Surat", {"surat": surat, "subjek": ["in", list_subjek_user(user)]}))


def get_surat_masuk_conditions(user: str | None = None) -> str:
	"""Condition on lists of Surat Masuk: Frappe's hook `permission_query_conditions`."""
	return _condition("`tabSurat Masuk`.name", user)


def get_agenda_conditions(user: str | None = None) -> str:
	"""Condition on lists of Agenda: its line is as visible as its letter."""
	return _condition("`tabAgenda`.surat_masuk", user)


def get_disposisi_conditions(user: str | None = None) -> str:
	"""Condition on lists of Disposisi: as visible as its letter."""
	return _condition("`tabDisposisi`.surat_masuk", user)


def has_surat_masuk_permission(doc: Document, ptype: str = "read", user: str | None = None) -> bool:
	"""Whether a user may do `ptype` to a Surat Masuk, beyond what his roles allow: Frappe's hook `has_permission`."""
	user = user or frappe.session.user
	if user == "Administrator":
		return True
	if ptype in ("delete", "share"):
		return False
	if ptype == "create" or doc.is_new():
		return True
	return can_see(doc.name, user) and may_handle(doc, user, ptype)


def has_turunan_permission(doc: Document, ptype: str = "read", user: str | None = None) -> bool:
	"""The same for Agenda and Disposisi, which follow their letter and change only through its actions."""
	user = user or frappe.session.user
	if user == "Administrator":
		return True
	if ptype in ("write", "delete", "share"):
		return False
	return can_see(doc.surat_masuk, user)


def get_visible_surat(name: str, *, for_update: bool = False) -> Document:
	"""Return a letter that the user may read; to all others it does not exist.

	:raises frappe.DoesNotExistError: no such letter, or not for this user
	"""
	if not frappe.db.exists("Surat Masuk", name) or not frappe.has_permission("Surat Masuk", "read", name):
		frappe.throw(_("Surat ini tidak ditemukan."), frappe.DoesNotExistError, title=_("Tidak ditemukan"))
	return frappe.get_doc("Surat Masuk", name, for_update=for_update)


def _condition(column: str, user: str | None) -> str:
	user = user or frappe.session.user
	# The administrator of the machine is not subject to permissions anywhere in Frappe.
	return "" if user == "Administrator" else f"({column} in ({select_visible(user)}))"
