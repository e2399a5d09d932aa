"""Questions to the tree of posts. The tree is Frappe's nested set, so each answer is one indexed read."""

import frappe
from frappe import _

from eoffice_app.exceptions import JabatanDitutupError


def name_post(jabatan: str) -> str | None:
	"""Return what the office calls a post; None for an unknown one."""
	return frappe.db.get_value("Jabatan", jabatan, "nama_jabatan")


def list_below(jabatan: str) -> list[str]:
	"""Names of the active posts anywhere below `jabatan`, nearest branch first; empty for an unknown post."""
	return frappe.db.sql_list(
		"""
		select bawahan.name from `tabJabatan` jabatan
		join `tabJabatan` bawahan on bawahan.lft > jabatan.lft and bawahan.rgt < jabatan.rgt
		where jabatan.name = %s and bawahan.aktif = 1
		order by bawahan.lft asc
		""",
		jabatan,
	)


def list_above(jabatan: str) -> list[str]:
	"""Names of the posts above `jabatan`, the direct superior first; empty for the head of the office."""
	return frappe.db.sql_list(
		"""
		select atasan.name from `tabJabatan` jabatan
		join `tabJabatan` atasan on atasan.lft < jabatan.lft and atasan.rgt > jabatan.rgt
		where jabatan.name = %s
		order by atasan.lft desc
		""",
		jabatan,
	)


def is_below(jabatan: str, atasan: str) -> bool:
	"""Whether `jabatan` stands anywhere below `atasan` in the tree of posts."""
	return atasan in list_above(jabatan)


def require_open(jabatan: str) -> str:
	"""Return the title of a post, or raise JabatanDitutupError where it is closed and receives nothing new."""
	# Written out: every registration and disposisi passes here, and Frappe's get_value takes several times as long.
	found = frappe.db.sql("select nama_jabatan, aktif from `tabJabatan` where name = %s", jabatan)
	nama, aktif = found[0] if found else (jabatan, 1)
	if not aktif:
		frappe.throw(
			_("Jabatan {0} sudah ditutup. Pilih jabatan yang menggantikannya.").format(frappe.bold(nama)),
			JabatanDitutupError,
			title=_("Jabatan ditutup"),
		)
	return nama
