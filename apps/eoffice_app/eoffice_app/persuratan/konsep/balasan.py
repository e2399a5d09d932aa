"""Replies: an outgoing letter that answers an incoming one. Each shows the other, to whoever may see that one."""

import frappe
from frappe import _
from frappe.model.document import Document

from eoffice_app.hak_akses.surat import can_see, get_visible_surat
from eoffice_app.ingatan_permintaan import remember_while_reading
from eoffice_app.organisasi.pemangku import list_posts_acted_for
from eoffice_app.persuratan.keadaan import KEADAAN_DITUTUP
from eoffice_app.persuratan.keadaan_keluar import DI_PENYUSUN

BALASAN = "Surat Keluar"
KOLOM_BALASAN = ("name", "nomor", "tanggal_surat", "perihal", "workflow_state")
KOLOM_DIBALAS = ("name", "nomor_agenda", "nomor_surat", "tanggal_surat", "perihal")


def keep_membalas(surat: Document, before: Document | None) -> None:
	"""Let a Surat Keluar answer another letter only as long as it is with its drafter."""
	if before and before.workflow_state not in DI_PENYUSUN:
		surat.membalas = before.membalas


@frappe.whitelist()
def get_balasan(surat_masuk: str) -> dict:
	"""Return the replies to a letter that the user may see, and whether he may write one.

	A reply that he may not see is not counted either.

	:return: dict of `balasan` (dicts of KOLOM_BALASAN, the newest first) and `boleh`
	:raises frappe.DoesNotExistError: no such letter, or not for this user
	"""
	return read_balasan(get_visible_surat(surat_masuk))


def read_balasan(surat: Document) -> dict:
	"""Return the replies to a letter that the session's user sees: see `get_balasan`."""
	shown = [frappe._dict({field: row[field] for field in KOLOM_BALASAN}) for row in list_balasan(surat.name)]
	return {"balasan": shown, "boleh": _may_reply(surat)}


def list_balasan(surat_masuk: str) -> list[frappe._dict]:
	"""Return the replies to a letter that the session's user sees, the newest first: all of them.

	:return: dicts of KOLOM_BALASAN, `creation` and `jenis_naskah`
	"""
	return remember_while_reading(
		"balasan", (surat_masuk, frappe.session.user), lambda: _read_balasan(surat_masuk)
	)


def _read_balasan(surat_masuk: str) -> list[frappe._dict]:
	if not frappe.has_permission(BALASAN, "read"):
		return []
	return frappe.get_list(
		BALASAN,
		filters={"membalas": surat_masuk},
		fields=[*KOLOM_BALASAN, "creation", "jenis_naskah"],
		order_by="creation desc",
		limit_page_length=0,
	)


@frappe.whitelist()
def get_usulan_balasan(surat_masuk: str) -> dict:
	"""Return the values that are proposed for a reply to a letter: addressee, perihal and what both share.

	:raises frappe.DoesNotExistError: no such letter, or not for this user
	"""
	surat = get_visible_surat(surat_masuk)
	return {
		"membalas": surat.name,
		"perihal": _("Tanggapan atas {0}").format(surat.perihal),
		"sifat": surat.sifat,
		"derajat": surat.derajat,
		"klasifikasi": surat.klasifikasi,
		"tujuan": [_find_tujuan(surat)],
	}


@frappe.whitelist()
def get_dibalas(surat_keluar: str) -> dict | None:
	"""Return the letter that an outgoing one answers, as KOLOM_DIBALAS; None for none, or none for this user.

	:raises frappe.DoesNotExistError: no such outgoing letter, or not for this user
	"""
	membalas = get_visible_surat(surat_keluar, BALASAN).membalas
	if not membalas or not can_see(membalas, frappe.session.user):
		return None
	return frappe.db.get_value("Surat Masuk", membalas, KOLOM_DIBALAS, as_dict=True)


def _may_reply(surat: Document) -> bool:
	return (
		surat.workflow_state not in KEADAAN_DITUTUP
		and bool(frappe.has_permission(BALASAN, "create"))
		and bool(list_posts_acted_for(frappe.session.user))
	)


def _find_tujuan(surat: Document) -> dict:
	# What came from a post of the same office goes back to the post that signed it.
	asal = surat.pengiriman_asal and frappe.db.get_value(
		"Pengiriman Surat", surat.pengiriman_asal, "surat_keluar"
	)
	if asal:
		signer = frappe.db.get_value(BALASAN, asal, "penanda_tangan")
		return {"jenis_penerima": "Jabatan", "penerima": signer}
	return {"jenis_penerima": "Instansi", "penerima": surat.pengirim}
