"""Who may see which letter: the one condition for lists and the one answer for a document."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

import frappe
from frappe import _
from frappe.model.document import Document

from eoffice_app.hak_akses.aturan import PERAN_BERSUBJEK, operator_subjek
from eoffice_app.hak_akses.daftar_terbaru import select_newest
from eoffice_app.hak_akses.jenis import JENIS_SURAT
from eoffice_app.ingatan_permintaan import remember_while_reading
from eoffice_app.organisasi.operator import find_operated_unit, list_served_units, may_handle
from eoffice_app.organisasi.pemangku import list_posts_of_user
from eoffice_app.persuratan.konsep.giliran import may_write

# From here on walking a list and probing is quicker than naming every visible letter.
BANYAK_SURAT = 4000


def list_subjek_user(user: str) -> list[str]:
	"""Return the subjects that a user is today: himself, his posts, his units, his offices.

	His units are those of his posts and the one whose operator he is, and those whose letters he sends.

	An official whose desk a Plh. covers keeps the sight of his own letters.
	"""
	remembered = frappe.flags.subjek_diingat
	if remembered is None:
		return _recall_subjek(user)
	if user not in remembered:
		remembered[user] = _recall_subjek(user)
	return remembered[user]


@contextmanager
def remembered_subjek() -> Iterator[None]:
	"""Let the subjects of a user be read once for all that is asked inside, where nothing changes who holds what."""
	frappe.flags.subjek_diingat = {}
	try:
		yield
	finally:
		frappe.flags.subjek_diingat = None


def _recall_subjek(user: str) -> list[str]:
	return remember_while_reading("subjek", user, lambda: _read_subjek(user))


def _read_subjek(user: str) -> list[str]:
	holdings = list_posts_of_user(user)
	units = {find_operated_unit(user), *(row.unit_kerja for row in holdings)} - {None}
	return [
		f"user:{user}",
		*{f"jabatan:{row.jabatan}" for row in holdings},
		*(f"unit:{unit}" for unit in units),
		*map(operator_subjek, list_served_units(user)),
		*(f"peran:{role}" for role in frappe.get_roles(user) if role in PERAN_BERSUBJEK),
	]


def quote_subjek(user: str) -> str:
	"""Return the subjects of a user as the inside of an SQL list."""
	return _quote(list_subjek_user(user))


def select_visible(subjek: str) -> str:
	"""Return the SQL sub-select of the names of all letters that some subjects may see.

	:param subjek: see `quote_subjek`
	"""
	return f"select akses.surat from `tabAkses Surat` akses where akses.subjek in ({subjek})"


def exists_access(column: str, subjek: str) -> str:
	"""Return the SQL condition that some subjects may see the letter named in a column, asked row by row."""
	return f"exists ({select_visible(subjek)} and akses.surat = {column})"


def can_see(surat: str, user: str) -> bool:
	"""Whether a user may see a letter, by its name; False also for a letter that does not exist."""
	# Opening one letter asks it seven times: before each door, and Frappe for each thing that the form may do.
	return remember_while_reading("terlihat", (surat, user), lambda: _is_visible(surat, user))


def _is_visible(surat: str, user: str) -> bool:
	return bool(frappe.db.exists("Akses Surat", {"surat": surat, "subjek": ["in", list_subjek_user(user)]}))


def can_see_document(doctype: str, name: str, user: str) -> bool:
	"""Whether a user may see a document of JENIS_SURAT; False also for one that does not exist."""
	column = JENIS_SURAT[doctype]
	surat = name if column == "name" else frappe.db.get_value(doctype, name, column)
	return bool(surat) and can_see(surat, user)


def require_visible(doctype: str, name: str) -> None:
	"""Refuse a document of JENIS_SURAT that the session's user may not see, in the words for one that never was.

	:raises frappe.DoesNotExistError: no such document, or not for this user
	"""
	user = frappe.session.user
	if user == "Administrator" or can_see_document(doctype, name, user):
		return
	# Frappe's own text, also its translation, so that neither wording nor language tells the two apart.
	frappe.throw(_("{0} {1} not found").format(_(doctype), name), frappe.DoesNotExistError)


def get_surat_masuk_conditions(user: str | None = None) -> str:
	"""Condition on lists of Surat Masuk: Frappe's hook `permission_query_conditions`."""
	return compose_condition("`tabSurat Masuk`.name", user)


def get_surat_keluar_conditions(user: str | None = None) -> str:
	"""Condition on lists of Surat Keluar."""
	return compose_condition("`tabSurat Keluar`.name", user)


def get_agenda_conditions(user: str | None = None) -> str:
	"""Condition on lists of Agenda: its line is as visible as its letter."""
	return compose_condition("`tabAgenda`.surat_masuk", user)


def get_agenda_keluar_conditions(user: str | None = None) -> str:
	"""Condition on lists of Agenda Keluar: as visible as its letter."""
	return compose_condition("`tabAgenda Keluar`.surat_keluar", user)


def get_disposisi_conditions(user: str | None = None) -> str:
	"""Condition on lists of Disposisi: as visible as its letter."""
	return compose_condition("`tabDisposisi`.surat_masuk", user)


def get_agenda_pimpinan_conditions(user: str | None = None) -> str:
	"""Condition on lists of Agenda Pimpinan: as visible as its letter."""
	return compose_condition("`tabAgenda Pimpinan`.surat_masuk", user)


def get_pengiriman_surat_conditions(user: str | None = None) -> str:
	"""Condition on lists of Pengiriman Surat: as visible as its letter."""
	return compose_condition("`tabPengiriman Surat`.surat_keluar", user)


def get_pengajuan_surat_conditions(user: str | None = None) -> str:
	"""Condition on lists of Pengajuan Surat."""
	return compose_condition("`tabPengajuan Surat`.name", user)


def get_riwayat_cetak_conditions(user: str | None = None) -> str:
	"""Condition on lists of Riwayat Cetak: as visible as its letter."""
	return compose_condition("`tabRiwayat Cetak`.surat_masuk", user)


def get_teks_scan_conditions(user: str | None = None) -> str:
	"""Condition on lists of Teks Scan: as visible as its letter."""
	return compose_condition("`tabTeks Scan`.surat_masuk", user)


def get_pembacaan_scan_conditions(user: str | None = None) -> str:
	"""Condition on lists of Pembacaan Scan: as visible as its letter."""
	return compose_condition("`tabPembacaan Scan`.surat_masuk", user)


def get_pemberitahuan_conditions(user: str | None = None) -> str:
	"""Condition on lists of Pemberitahuan Surat: one's own, of letters one still sees."""
	user = user or frappe.session.user
	if user == "Administrator":
		return ""
	column = "coalesce(`tabPemberitahuan Surat`.surat_masuk, `tabPemberitahuan Surat`.surat_keluar)"
	own = f"`tabPemberitahuan Surat`.penerima = {frappe.db.escape(user)}"
	return f"({own} and {compose_condition(column, user)})"


def get_closed_conditions(user: str | None = None) -> str:
	"""Condition on lists that nobody reads as lists: who may see what, and who opened what."""
	return "" if (user or frappe.session.user) == "Administrator" else "(1 = 0)"


def has_surat_masuk_permission(doc: Document, ptype: str = "read", user: str | None = None) -> bool:
	"""Whether a user may do `ptype` to a Surat Masuk, beyond what his roles allow: Frappe's hook `has_permission`."""
	user = user or frappe.session.user
	return _has_permission(doc, ptype, user, lambda: may_handle(doc, user, ptype))


def has_surat_keluar_permission(doc: Document, ptype: str = "read", user: str | None = None) -> bool:
	"""The same for a Surat Keluar: its text is changed by its drafter, or by the checker whose turn it is."""
	user = user or frappe.session.user
	return _has_permission(doc, ptype, user, lambda: ptype != "write" or may_write(doc.name, user))


def has_pengajuan_permission(doc: Document, ptype: str = "read", user: str | None = None) -> bool:
	"""The same for a Pengajuan Surat, which none of its readers may keep another from."""
	return _has_permission(doc, ptype, user or frappe.session.user, lambda: True)


def _has_permission(doc: Document, ptype: str, user: str, may: Callable[[], bool]) -> bool:
	if user == "Administrator":
		return True
	if ptype in ("delete", "share"):
		return False
	if ptype == "create" or doc.is_new():
		return True
	return can_see(doc.name, user) and may()


def has_turunan_permission(doc: Document, ptype: str = "read", user: str | None = None) -> bool:
	"""The same for what follows a letter, such as Agenda and Disposisi, and changes only through its actions."""
	user = user or frappe.session.user
	if user == "Administrator":
		return True
	if ptype in ("write", "delete", "share"):
		return False
	return can_see(doc.get(JENIS_SURAT[doc.doctype]), user)


def get_visible_surat(name: str, doctype: str = "Surat Masuk", *, for_update: bool = False) -> Document:
	"""Return a letter that the user may read; to all others it does not exist.

	:param doctype: Surat Masuk or Surat Keluar
	:raises frappe.DoesNotExistError: no such letter, or not for this user
	"""
	if frappe.db.exists(doctype, name):
		surat = frappe.get_doc(doctype, name, for_update=for_update)
		if frappe.has_permission(doctype, "read", surat):
			return surat
	frappe.throw(_("Surat ini tidak ditemukan."), frappe.DoesNotExistError, title=_("Tidak ditemukan"))


def compose_condition(column: str, user: str | None) -> str:
	"""Return the SQL condition that a user may see the letter named in a column, in the form that is quick for him.

	Measured on a million letters: see docs/catatan/hak_akses.md. Who sees few letters is served best by naming them
	all; who sees many, by walking the list in its own order and asking at each row, which the scalar sub-select with
	its limit forces the database to do.

	:param column: such as "`tabAgenda`.surat_masuk"
	:return: "" for the administrator of the machine, who is not subject to permissions anywhere in Frappe
	"""
	user = user or frappe.session.user
	if user == "Administrator":
		return ""
	names = list_subjek_user(user)
	if newest := select_newest(column, names):
		return f"({column} in ({newest}))"
	subjek = _quote(names)
	if _sees_many(user, subjek):
		return f"(({select_visible(subjek)} and akses.surat = {column} limit 1) is not null)"
	return f"({column} in ({select_visible(subjek)}))"


def _quote(names: list[str]) -> str:
	return ", ".join(map(frappe.db.escape, names))


def _sees_many(user: str, subjek: str) -> bool:
	# Either form gives the same letters, so an answer that is some minutes old costs only time.
	key = f"eoffice_sees_many:{user}"
	many = frappe.cache.get_value(key, expires=True)
	if many is None:
		many = _count_many(subjek)
		frappe.cache.set_value(key, many, expires_in_sec=300)
	return bool(many)


def _count_many(subjek: str) -> int:
	counted = frappe.db.sql(
		f"select count(*) from ({select_visible(subjek)} limit {BANYAK_SURAT + 1}) terlihat"
	)[0][0]
	return int(counted > BANYAK_SURAT)
