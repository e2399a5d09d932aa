"""Notices about letters are asked for here, and sent by `pengirim`.

A notice is one row of Pemberitahuan Surat, written in the transaction that earns it: no transaction, no notice. Its
`kunci` says what it is about and is unique, so that it is sent once however often somebody asks for it.
"""

import frappe
from frappe import _
from frappe.utils import now

from eoffice_app.hak_akses.surat import get_visible_surat

LANGSUNG, RINGKASAN_PAGI = "Langsung", "Ringkasan Pagi"
MENUNGGU, TERKIRIM, GUGUR, GAGAL = "Menunggu", "Terkirim", "Gugur", "Gagal"
PENGIRIM = "eoffice_app.persuratan.pemberitahuan.pengirim.send_notice"
PANJANG_JUDUL = 200
# The DocType of a letter → the column that names it.
KOLOM_SURAT = {"Surat Masuk": "surat_masuk", "Surat Keluar": "surat_keluar"}


@frappe.whitelist(methods=["POST"])
def queue_disposisi_notice(disposisi: str) -> None:
	"""Ask for the recipient of a disposisi to be told; called by the Server Script "Beri Tahu Penerima Disposisi".

	:raises frappe.DoesNotExistError: not there, or not for this user
	"""
	row = frappe.db.get_value(
		"Disposisi", disposisi, ["name", "surat_masuk", "kepada", "sebagai"], as_dict=True
	)
	surat = get_visible_surat(row.surat_masuk if row else "")
	judul = _("Disposisi baru dari {0}").format(row.sebagai)
	notify_post(f"disposisi:{row.name}", row.kepada, surat.name, judul, row.name)


def notify_post(
	kunci: str,
	jabatan: str,
	surat: str,
	judul: str,
	disposisi: str | None = None,
	doctype: str = "Surat Masuk",
) -> None:
	"""Ask, within the running transaction, for whoever acts for a post on the day of sending to be told.

	:param kunci: what the notice is about, in at most 140 characters; a second one with the same is not sent
	:param jabatan: name of the Jabatan; nobody is told where nobody holds it
	:param surat: name of the letter; who may no longer see it when the notice is sent is not told
	:param judul: what happened; left out of the notice of a letter that is not Biasa
	:param disposisi: name of the Disposisi it is about; nobody is told once that is withdrawn
	:param doctype: of the letter, a key of KOLOM_SURAT
	"""
	letter = {KOLOM_SURAT[doctype]: surat}
	insert_notices([{"kunci": kunci, "jabatan": jabatan, "judul": judul, "disposisi": disposisi, **letter}])
	_send_after_commit(kunci)


def insert_notices(notices: list[dict]) -> None:
	"""Insert many waiting notices at once, passing over those whose `kunci` is there; the next sweep sends them.

	:param notices: dicts of `kunci`, `jabatan`, `judul`, `surat_masuk` or `surat_keluar`, and perhaps `disposisi`
	"""
	if not notices:
		return
	moment, user = now(), frappe.session.user
	rows = [
		(
			*(frappe.generate_hash(length=10), moment, moment, user, user, MENUNGGU, LANGSUNG),
			*(notice.get(field) for field in ("kunci", "jabatan", *KOLOM_SURAT.values(), "disposisi")),
			notice["judul"][:PANJANG_JUDUL],
		)
		for notice in notices
	]
	frappe.db.sql(
		"""
		insert into `tabPemberitahuan Surat`
			(name, creation, modified, owner, modified_by, keadaan, cara,
			kunci, jabatan, surat_masuk, surat_keluar, disposisi, judul)
		values """
		+ ", ".join(["(" + ", ".join(["%s"] * 13) + ")"] * len(rows))
		+ " on duplicate key update kunci = kunci",
		[value for row in rows for value in row],
	)


def _send_after_commit(kunci: str) -> None:
	frappe.enqueue(PENGIRIM, queue="short", enqueue_after_commit=True, kunci=kunci)
