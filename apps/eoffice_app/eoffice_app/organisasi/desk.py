"""What the desk is told of the user's place in the office, when it opens and whenever it asks again."""

import frappe
from frappe import _

from eoffice_app.organisasi.pemangku import list_posts_acted_for, list_posts_of_user

# Roles whose work reaches them through a post; who administers the office needs none.
PERAN_BERJABATAN = {"Operator Surat", "Operator Sandi", "Verifikator", "Pimpinan", "Pejabat", "Staf"}


def extend_bootinfo(bootinfo: frappe._dict) -> None:
	"""Give the desk the user's place: Frappe's hook `extend_bootinfo`."""
	bootinfo.eoffice = get_kedudukan()


@frappe.whitelist()
def get_kedudukan() -> dict:
	"""Return the session user's place in the office today.

	A desk stays open overnight, and a Plh. may begin at any moment, so the desk asks again from time to time.

	:return: dict of `jabatan` (names of the posts he acts for) and `peringatan` (why nothing reaches him, or None)
	"""
	return {
		"jabatan": list_posts_acted_for(frappe.session.user),
		"peringatan": find_warning(frappe.session.user),
	}


def find_warning(user: str) -> str | None:
	"""Return why no work reaches a user who should have some; None when all is well."""
	if user == "Administrator" or not PERAN_BERJABATAN & set(frappe.get_roles(user)):
		return None
	if not frappe.db.exists("Pegawai", {"user": user}):
		return _(
			"Akun Anda belum terhubung dengan data pegawai, sehingga tidak ada surat yang sampai kepada Anda. Minta Pengelola E-Office mengisi Akun Pengguna pada data Pegawai Anda."
		)
	if not list_posts_of_user(user):
		return _(
			"Hari ini Anda tidak memangku jabatan apa pun, sehingga tidak ada surat yang sampai kepada Anda. Minta Pengelola E-Office mengisi Pemangku Jabatan."
		)
	return None
