"""The access table: one row for each (letter, subject), written whenever what decides about sight changes."""

import frappe
from frappe.model.document import Document
from frappe.utils import now

from eoffice_app.hak_akses.aturan import SuratTerlihat, jabatan_subjek, list_subjek
from eoffice_app.organisasi.jabatan import list_above, list_below
from eoffice_app.persuratan.keadaan import DISPOSISI_DITARIK, DITERIMA


def refresh_akses(surat: Document) -> None:
	"""Bring the access rows of a letter in line with the rule, within the running transaction.

	:param surat: a saved Surat Masuk
	"""
	wanted = list_subjek(read_surat_terlihat(surat))
	present = set() if surat.flags.in_insert else _read_rows(surat.name)
	if present - wanted:
		frappe.db.delete("Akses Surat", {"surat": surat.name, "subjek": ["in", list(present - wanted)]})
	_insert_rows(surat, sorted(wanted - present))


def read_surat_terlihat(surat: Document) -> SuratTerlihat:
	"""Collect what the rule of sight needs to know of a Surat Masuk."""
	rantai = {surat.tujuan, *(() if surat.flags.in_insert else _list_penerima(surat.name))}
	atasan = {post for jabatan in rantai for post in list_above(jabatan)}
	return SuratTerlihat(
		sifat=surat.sifat,
		pendaftar=surat.owner,
		unit=surat.unit_penerima,
		rantai=frozenset(rantai),
		atasan=frozenset(atasan - rantai),
		menunggu_verifikasi=surat.workflow_state == DITERIMA,
	)


def refresh_access_below(jabatan: Document, method: str | None = None) -> None:
	"""Queue the letters of a post and those below it for new access rows when it moved in the tree.

	:param jabatan: the Jabatan being saved
	"""
	if jabatan.is_new() or not jabatan.has_value_changed("parent_jabatan"):
		return
	frappe.enqueue(
		"eoffice_app.hak_akses.akses_surat.refresh_akses_of_posts",
		posts=[jabatan.name, *list_below(jabatan.name)],
		enqueue_after_commit=True,
	)


def refresh_akses_of_posts(posts: list[str]) -> None:
	"""Bring the access rows of every letter that concerns one of the posts in line with the rule."""
	letters = frappe.get_all(
		"Akses Surat", filters={"subjek": ["in", list(jabatan_subjek(posts))]}, pluck="surat", distinct=True
	)
	for name in letters:
		refresh_akses(frappe.get_doc("Surat Masuk", name))


def _read_rows(surat: str) -> set[str]:
	return set(frappe.get_all("Akses Surat", filters={"surat": surat}, pluck="subjek"))


def _list_penerima(surat: str) -> list[str]:
	return frappe.get_all(
		"Disposisi", filters={"surat_masuk": surat, "status": ["!=", DISPOSISI_DITARIK]}, pluck="kepada"
	)


def _insert_rows(surat: Document, subjek: list[str]) -> None:
	if not subjek:
		return
	moment, user = now(), frappe.session.user
	rows = [
		(frappe.generate_hash(length=10), moment, moment, user, user, surat.doctype, surat.name, name)
		for name in subjek
	]
	# Written out: this runs at every registration, and the query builder takes longer than the database.
	frappe.db.sql(
		"""
		insert into `tabAkses Surat`
			(name, creation, modified, owner, modified_by, jenis_surat, surat, subjek, waktu)
		values """
		+ ", ".join(["(%s, %s, %s, %s, %s, %s, %s, %s, %s)"] * len(rows)),
		[value for row in rows for value in (*row, surat.tanggal_terima)],
	)
