"""The access rows of outgoing letters, in the same table as those of incoming ones."""

import frappe
from frappe.model.document import Document

from eoffice_app.hak_akses.akses_surat import open_to_posts, write_akses
from eoffice_app.hak_akses.aturan import SuratKeluarTerlihat, jabatan_subjek, list_subjek_keluar
from eoffice_app.organisasi.jabatan import list_above
from eoffice_app.pencarian.antrean import queue_letter

# Every post that drafts, checks or signs a letter: because of these those above them see one of sifat Biasa.
JABATAN_SURAT = """
	select name as surat, jabatan_penyusun as jabatan from `tabSurat Keluar`
	union select name, penanda_tangan from `tabSurat Keluar`
	union select parent, jabatan from `tabParaf Surat Keluar` where parenttype = 'Surat Keluar'
"""
# A delivery that the operator sandi has to do with.
LEWAT_SANAPATI = {"cara": "Sanapati", "keadaan": ["!=", "Batal"]}


def refresh_akses_keluar(surat: Document) -> None:
	"""Bring the access rows of an outgoing letter in line with the rule, within the running transaction.

	:param surat: a saved Surat Keluar
	"""
	write_akses(surat, list_subjek_keluar(read_surat_keluar_terlihat(surat)))
	queue_letter(surat.name)


def read_surat_keluar_terlihat(surat: Document) -> SuratKeluarTerlihat:
	"""Collect what the rule of sight needs to know of a Surat Keluar."""
	jabatan = {surat.jabatan_penyusun, surat.penanda_tangan, *(row.jabatan for row in surat.paraf)}
	atasan = {post for name in jabatan for post in list_above(name)}
	return SuratKeluarTerlihat(
		sifat=surat.sifat,
		penyusun=surat.owner,
		jabatan=frozenset(jabatan),
		atasan=frozenset(atasan - jabatan),
		unit=surat.unit_penyusun,
		ditandatangani=bool(surat.ditandatangani_pada),
		lewat_sanapati=bool(
			frappe.db.exists("Pengiriman Surat", LEWAT_SANAPATI | {"surat_keluar": surat.name})
		),
	)


def follow_moved_branch(branch: list[str], left: set[str], joined: set[str]) -> None:
	"""Bring the rows in line when a post moved in the tree with all below it.

	:param branch: the moved post and those below it
	:param left: the posts that no longer stand above it, which lose its letters unless another post of the letter
	        is below them
	:param joined: the posts that now stand above it
	"""
	if left:
		_close_to(left, branch)
	if joined:
		letters = f"select distinct surat as name from ({JABATAN_SURAT}) semua where jabatan in %(posts)s"
		open_to_posts(sorted(joined), "Surat Keluar", letters, {"posts": branch, "sifat": ("Biasa",)})


def _close_to(atasan: set[str], branch: list[str]) -> None:
	frappe.db.sql(
		f"""
		delete akses from `tabAkses Surat` akses
		join `tabSurat Keluar` surat on surat.name = akses.surat and surat.sifat = 'Biasa'
		join `tabJabatan` atasan on akses.subjek = concat('jabatan:', atasan.name)
		where akses.subjek in %(subjek)s
			and surat.name in (select surat from ({JABATAN_SURAT}) melalui where jabatan in %(posts)s)
			and not exists (
				select 1 from ({JABATAN_SURAT}) tetap
				join `tabJabatan` bawahan on bawahan.name = tetap.jabatan
				where tetap.surat = surat.name and bawahan.lft >= atasan.lft and bawahan.rgt <= atasan.rgt
			)
		""",
		{"posts": branch, "subjek": sorted(jabatan_subjek(atasan))},
	)
