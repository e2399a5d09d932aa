"""Whose turn it is on a draft, and what he may do: asked by form, workflow, permission and the steps themselves."""

import frappe
from frappe.model.document import Document

from eoffice_app.organisasi.jabatan import list_above
from eoffice_app.organisasi.pemangku import acts_for, require_holder
from eoffice_app.persuratan.keadaan_keluar import (
	DI_PENYUSUN,
	DITANDATANGANI,
	MENUNGGU_PARAF,
	MENUNGGU_TANDA_TANGAN,
)
from eoffice_app.persuratan.konsep.rantai_paraf import (
	DIPARAF,
	HIERARKI,
	MENUNGGU,
	LangkahParaf,
	compose_rantai,
	list_giliran,
	list_hierarki,
	list_missing,
)
from eoffice_app.persuratan.langkah_surat import is_clerk

# The words that the conditions of the workflow compare with.
KIRIM, AJUKAN = "kirim", "ajukan"
PARAF, PARAF_TERAKHIR = "paraf", "paraf terakhir"
TANDA_TANGAN, BERI_NOMOR = "tanda tangan", "beri nomor"


def find_langkah(surat: Document, user: str) -> str:
	"""Return what a Surat Keluar waits for a user to do: one of the words above, or "" for nothing."""
	if surat.workflow_state in DI_PENYUSUN:
		if not acts_for(user, surat.jabatan_penyusun):
			return ""
		return KIRIM if needs_paraf(surat) else AJUKAN
	if surat.workflow_state == MENUNGGU_PARAF:
		if not find_giliran(surat, user):
			return ""
		return PARAF if count_open(surat) > 1 else PARAF_TERAKHIR
	if surat.workflow_state == MENUNGGU_TANDA_TANGAN and acts_for(user, surat.penanda_tangan):
		return TANDA_TANGAN
	if surat.workflow_state == DITANDATANGANI and is_clerk(surat, user):
		return BERI_NOMOR
	return ""


def list_menunggu(surat: Document) -> list[str]:
	"""Return the posts that a Surat Keluar waits for now."""
	if surat.workflow_state in DI_PENYUSUN:
		return [surat.jabatan_penyusun]
	if surat.workflow_state == MENUNGGU_PARAF:
		return [row.jabatan for row in list_giliran(surat.paraf)]
	return [surat.penanda_tangan] if surat.workflow_state == MENUNGGU_TANDA_TANGAN else []


def find_giliran(surat: Document, user: str) -> Document | None:
	"""Return the paraf of a Surat Keluar that a user may give now; None where it waits for others."""
	return next((row for row in list_giliran(surat.paraf) if acts_for(user, row.jabatan)), None)


def find_pemeriksa(surat: Document) -> Document | None:
	"""Return the paraf of the line that was given last, to whose giver a Surat Keluar can be returned; None where none was."""
	line = [row for row in surat.paraf if row.jenis == HIERARKI and row.keadaan == DIPARAF]
	return max(line, key=lambda row: row.urutan, default=None)


def may_return_to_pemeriksa(surat: Document, user: str) -> bool:
	"""Whether a user may return a Surat Keluar to the checker before him: its signer, and who gives the line's next paraf."""
	if surat.workflow_state == MENUNGGU_TANDA_TANGAN:
		is_next = acts_for(user, surat.penanda_tangan)
	else:
		row = surat.workflow_state == MENUNGGU_PARAF and find_giliran(surat, user)
		is_next = bool(row) and row.jenis == HIERARKI
	return is_next and bool(find_pemeriksa(surat))


def count_open(surat: Document) -> int:
	"""Return how many parafs a Surat Keluar still waits for, now or later."""
	return len([row for row in surat.paraf if row.keadaan == MENUNGGU])


def needs_paraf(surat: Document) -> bool:
	"""Whether a draft goes to checkers before its signer; True also where its signer cannot sign it at all, which is
	said when it is sent."""
	if surat.penanda_tangan not in (surat.jabatan_penyusun, *list_above(surat.jabatan_penyusun)):
		return True
	return bool(list_missing(surat.paraf, list_rantai(surat)))


def list_rantai(surat: Document) -> list[LangkahParaf]:
	"""Return the parafs that a Surat Keluar needs as the tree of posts is today; closed posts are passed over.

	:raises PenandaTanganBukanAtasanError: see `list_hierarki`
	"""
	aturan = frappe.get_cached_value("Jenis Naskah", surat.jenis_naskah, "aturan_paraf")
	atasan = _list_open(list_above(surat.jabatan_penyusun), surat.penanda_tangan)
	hierarki = list_hierarki(surat.jabatan_penyusun, atasan, surat.penanda_tangan, aturan)
	koordinasi = [row.jabatan for row in surat.koordinasi]
	return compose_rantai(hierarki, koordinasi, (surat.jabatan_penyusun, surat.penanda_tangan))


def require_holders(rantai: list[LangkahParaf], penanda_tangan: str) -> None:
	"""Refuse to send a draft to a post that nobody holds, where it would wait for ever.

	:raises JabatanTanpaPemangkuError: names the post
	"""
	for jabatan in (*(step.jabatan for step in rantai), penanda_tangan):
		require_holder(jabatan)


def may_write(name: str, user: str) -> bool:
	"""Whether a user may change the text of a Surat Keluar: its drafter's post, or the checker whose turn it is.

	Read from the database: what a client sends along says nothing.
	"""
	surat = frappe.get_doc("Surat Keluar", name)
	return find_langkah(surat, user) in (KIRIM, AJUKAN, PARAF, PARAF_TERAKHIR)


def _list_open(posts: list[str], penanda_tangan: str) -> list[str]:
	closed = set(frappe.get_all("Jabatan", filters={"name": ["in", posts], "aktif": 0}, pluck="name"))
	return [post for post in posts if post not in closed or post == penanda_tangan]
