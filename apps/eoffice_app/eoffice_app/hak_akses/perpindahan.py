"""When the office itself changes (a post moves in the tree, the secretary's paraf is switched), the access rows of all
letters concerned follow within the same transaction: by a few statements over whole sets, never letter by letter.

Who holds a post and in which unit a post lies is asked anew at each question, so nothing is written for those.
"""

import frappe
from frappe.model.document import Document

from eoffice_app.hak_akses.akses_keluar import follow_moved_branch
from eoffice_app.hak_akses.akses_surat import open_to_posts
from eoffice_app.hak_akses.aturan import jabatan_subjek
from eoffice_app.laporan.rekap import note_shared_change
from eoffice_app.organisasi.jabatan import list_above
from eoffice_app.pencarian.antrean import queue_all_letters
from eoffice_app.persuratan.keadaan import DISPOSISI_DITARIK

# The letters that reach a post of %(posts)s: addressed to it, or disposed to it and not withdrawn.
RANTAI_MELALUI = """
	select surat.name from `tabSurat Masuk` surat where surat.tujuan in %(posts)s
	union
	select disposisi.surat_masuk from `tabDisposisi` disposisi
	where disposisi.kepada in %(posts)s and disposisi.status != %(ditarik)s
"""
DIALAMATKAN = "select surat.name from `tabSurat Masuk` surat where surat.tujuan in %(posts)s"
# Those of a post itself or of any post below it that the chain of `surat` reaches: why `atasan` may see a Biasa letter.
MASIH_DI_ATAS = """
	select 1 from `tabJabatan` bawahan
	where bawahan.lft >= atasan.lft and bawahan.rgt <= atasan.rgt and (
		bawahan.name = surat.tujuan
		or exists (
			select 1 from `tabDisposisi` disposisi
			where disposisi.surat_masuk = surat.name and disposisi.kepada = bawahan.name
				and disposisi.status != %(ditarik)s
		)
	)
"""


def follow_moved_jabatan(jabatan: Document, method: str | None = None) -> None:
	"""Bring the access rows in line when a post moved in the tree: hook `on_update` of Jabatan.

	Only letters of sifat Biasa are seen from above, so only those that reach the moved branch change: the superiors
	it left lose them unless another branch below them is in the chain, the superiors it came under gain them.
	"""
	before = jabatan.get_doc_before_save()
	if not before or before.parent_jabatan == jabatan.parent_jabatan:
		return
	old = {before.parent_jabatan, *list_above(before.parent_jabatan)} if before.parent_jabatan else set()
	new = set(list_above(jabatan.name))
	branch = _list_branch(jabatan.name)
	_close_to(old - new, branch)
	_open_to(new - old, branch)
	follow_moved_branch(branch, old - new, new - old)
	queue_all_letters()
	note_shared_change()


def follow_paraf_setting(pengaturan: Document, method: str | None = None) -> None:
	"""Open or close the head's letters to the secretary's post when the setting or the two posts change.

	Hook `on_update` of Pengaturan E-Office. Source: SOP 003 (paraf of the secretary before the head's disposisi).
	"""
	before = pengaturan.get_doc_before_save()
	old, new = _read_paraf(before) if before else None, _read_paraf(pengaturan)
	if old == new:
		return
	queue_all_letters()
	note_shared_change()
	if old:
		_close_to_pemaraf(*old)
	if new:
		_open_letters([new[1]], DIALAMATKAN, [new[0]], ("Biasa", "Terbatas"))


def _list_branch(jabatan: str) -> list[str]:
	# Also posts that were closed since: their letters are still in the chain.
	lft, rgt = frappe.db.get_value("Jabatan", jabatan, ["lft", "rgt"])
	return frappe.get_all("Jabatan", filters={"lft": [">=", lft], "rgt": ["<=", rgt]}, pluck="name")


def _read_paraf(pengaturan: Document) -> tuple[str, str] | None:
	posts = (pengaturan.jabatan_pimpinan, pengaturan.jabatan_sekretaris)
	return posts if pengaturan.paraf_sekretaris and all(posts) and posts[0] != posts[1] else None


def _open_to(atasan: set[str], branch: list[str]) -> None:
	if atasan:
		_open_letters(sorted(atasan), RANTAI_MELALUI, branch, ("Biasa",))


def _open_letters(posts: list[str], letters: str, branch: list[str], sifat: tuple[str, ...]) -> None:
	open_to_posts(
		posts, "Surat Masuk", letters, {"posts": branch, "sifat": sifat, "ditarik": DISPOSISI_DITARIK}
	)


def _close_to(atasan: set[str], branch: list[str]) -> None:
	if not atasan:
		return
	paraf = _read_paraf(frappe.get_cached_doc("Pengaturan E-Office")) or ("", "")
	frappe.db.sql(
		f"""
		delete akses from `tabAkses Surat` akses
		join ({RANTAI_MELALUI}) melalui on melalui.name = akses.surat
		join `tabSurat Masuk` surat on surat.name = akses.surat and surat.sifat = 'Biasa'
		join `tabJabatan` atasan on akses.subjek = concat('jabatan:', atasan.name)
		where akses.subjek in %(subjek)s
			and not (surat.tujuan = %(pimpinan)s and atasan.name = %(sekretaris)s)
			and not ifnull(surat.dieskalasi_kepada, '') = atasan.name
			and not exists ({MASIH_DI_ATAS})
		""",
		{
			"posts": branch,
			"ditarik": DISPOSISI_DITARIK,
			"subjek": sorted(jabatan_subjek(atasan)),
			"pimpinan": paraf[0],
			"sekretaris": paraf[1],
		},
	)


def _close_to_pemaraf(pimpinan: str, sekretaris: str) -> None:
	frappe.db.sql(
		f"""
		delete akses from `tabAkses Surat` akses
		join `tabSurat Masuk` surat on surat.name = akses.surat and surat.tujuan = %(pimpinan)s
		join `tabJabatan` atasan on atasan.name = %(sekretaris)s
		where akses.subjek = %(subjek)s and not exists (
			select 1 from `tabDisposisi` disposisi
			where disposisi.surat_masuk = surat.name and disposisi.kepada = %(sekretaris)s
				and disposisi.status != %(ditarik)s
		)
		and not (surat.sifat = 'Biasa' and exists ({MASIH_DI_ATAS}))
		and not (surat.sifat = 'Biasa' and ifnull(surat.dieskalasi_kepada, '') = %(sekretaris)s)
		""",
		{
			"pimpinan": pimpinan,
			"sekretaris": sekretaris,
			"subjek": f"jabatan:{sekretaris}",
			"ditarik": DISPOSISI_DITARIK,
		},
	)
