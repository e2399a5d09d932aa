"""What an official does with disposisi: write, read, withdraw, report back. Called by the letter's form."""

from datetime import date

import frappe
from frappe import _
from frappe.model.document import Document
from frappe.utils import now_datetime, nowdate

from eoffice_app.exceptions import TransisiTidakSahError
from eoffice_app.hak_akses.akses_surat import refresh_akses
from eoffice_app.hak_akses.surat import get_visible_surat
from eoffice_app.organisasi.jabatan import list_below
from eoffice_app.organisasi.pemangku import holder_on, list_posts_acted_for
from eoffice_app.persuratan.doctype.disposisi.disposisi import find_induk, require_acting
from eoffice_app.persuratan.keadaan import (
	DISPOSISI_DIBACA,
	DISPOSISI_DITARIK,
	DISPOSISI_SELESAI,
	DISPOSISI_TERKIRIM,
	KEADAAN_AKHIR,
	KEADAAN_DAPAT_DIUBAH,
	SELESAI,
)
from eoffice_app.persuratan.pemberitahuan import notify_post
from eoffice_app.persuratan.pohon import has_open_children


class UmpanBalikKosongError(frappe.ValidationError):
	"""A report without text."""


@frappe.whitelist()
def get_pilihan_disposisi(surat_masuk: str) -> dict:
	"""Return what the dialog offers the user on a letter.

	:return: dict of `boleh`, `sebab` (why not), `dari` (posts he may write as), `penerima` (see `list_penerima`),
	        `instruksi`, `sifat`, `hari_ini`
	:raises frappe.DoesNotExistError: no such letter, or not for this user
	"""
	surat = get_visible_surat(surat_masuk)
	dari = [_describe_post(jabatan) for jabatan in _list_posts_reached(surat)]
	sebab = _find_hindrance(surat, dari)
	return {
		"boleh": not sebab,
		"sebab": sebab,
		"dari": dari,
		"penerima": [] if sebab else list_penerima([post["jabatan"] for post in dari]),
		"instruksi": frappe.get_all(
			"Instruksi Disposisi", filters={"aktif": 1}, order_by="urutan asc, name asc", pluck="name"
		),
		"sifat": surat.sifat,
		"hari_ini": nowdate(),
	}


@frappe.whitelist(methods=["POST"])
def write_disposisi(
	surat_masuk: str,
	kepada: list | str,
	instruksi: list | str | None = None,
	catatan: str = "",
	batas_waktu: str | date | None = None,
	sifat: str | None = None,
	dari: str | None = None,
) -> list[str]:
	"""Write one disposisi to each of several posts in one go: all of them, or none.

	:param kepada: names of Jabatan, as list or JSON
	:param instruksi: names of Instruksi Disposisi, as list or JSON
	:param batas_waktu: day (YYYY-MM-DD) by which it is to be done
	:param dari: the post written as; needed only by who acts for several
	:return: names of the disposisi
	:raises: see the Disposisi controller, which checks each
	"""
	surat = get_visible_surat(surat_masuk, for_update=True)
	dari = dari or next(iter(_list_posts_reached(surat)), None)
	penerima = list(dict.fromkeys(frappe.parse_json(kepada) or []))
	if not penerima:
		frappe.throw(
			_("Pilih paling sedikit satu jabatan penerima disposisi."), title=_("Penerima belum dipilih")
		)
	values = {
		"doctype": "Disposisi",
		"surat_masuk": surat.name,
		"dari": dari or surat.tujuan,
		"instruksi": [{"instruksi": name} for name in frappe.parse_json(instruksi) or []],
		"catatan": catatan,
		"batas_waktu": batas_waktu or None,
		"sifat": sifat or surat.sifat,
		# One time for all: the sheet shows what was written in one go as one.
		"ditulis_pada": now_datetime(),
	}
	return [frappe.get_doc({**values, "kepada": jabatan}).insert().name for jabatan in penerima]


@frappe.whitelist(methods=["POST"])
def mark_read(surat_masuk: str) -> int:
	"""Mark the user's unread disposisi on a letter as read.

	:return: how many were marked
	:raises frappe.DoesNotExistError: no such letter, or not for this user
	"""
	surat = get_visible_surat(surat_masuk)
	unread = frappe.get_all(
		"Disposisi",
		filters={
			"surat_masuk": surat.name,
			"status": DISPOSISI_TERKIRIM,
			"kepada": ["in", list_posts_acted_for(frappe.session.user)],
		},
		pluck="name",
	)
	for name in unread:
		disposisi = frappe.get_doc("Disposisi", name, for_update=True)
		disposisi.status = DISPOSISI_DIBACA
		disposisi.dibaca_pada = now_datetime()
		disposisi.save(ignore_permissions=True)
	return len(unread)


@frappe.whitelist(methods=["POST"])
def withdraw_disposisi(disposisi: str) -> None:
	"""Withdraw a disposisi that its recipient has not read yet.

	:raises frappe.DoesNotExistError: not there, or not for this user
	:raises BukanPemangkuError: the user does not act for the post that wrote it
	:raises TransisiTidakSahError: it has been read
	"""
	doc = _get_visible_disposisi(disposisi)
	require_acting(doc.dari)
	if doc.status != DISPOSISI_TERKIRIM:
		frappe.throw(
			_("Disposisi ini sudah {0} sehingga tidak dapat ditarik lagi.").format(doc.status.lower()),
			TransisiTidakSahError,
			title=_("Tidak dapat ditarik"),
		)
	doc.status = DISPOSISI_DITARIK
	doc.ditarik_pada = now_datetime()
	doc.save(ignore_permissions=True)
	refresh_akses(frappe.get_doc("Surat Masuk", doc.surat_masuk))


@frappe.whitelist(methods=["POST"])
def report_back(disposisi: str, umpan_balik: str) -> None:
	"""Report to the post above that a disposisi has been carried out.

	Source: SOP 000, A.8.

	:raises frappe.DoesNotExistError: not there, or not for this user
	:raises BukanPemangkuError: the user does not act for the recipient's post
	:raises TransisiTidakSahError: it is finished or withdrawn, or those below have not reported yet
	:raises UmpanBalikKosongError: no text
	"""
	doc = _get_visible_disposisi(disposisi)
	holder = require_acting(doc.kepada)
	_require_reportable(doc, umpan_balik)
	doc.status = DISPOSISI_SELESAI
	doc.dibaca_pada = doc.dibaca_pada or now_datetime()
	doc.umpan_balik = umpan_balik.strip()
	doc.umpan_balik_pada = now_datetime()
	doc.nama_pelapor = holder.nama_lengkap
	doc.save(ignore_permissions=True)
	judul = _("Umpan balik dari {0}").format(holder.nama_lengkap)
	kunci = f"umpan-balik:{doc.name}:{doc.umpan_balik_pada}"
	notify_post(kunci, doc.dari, doc.surat_masuk, judul, doc.name)


def list_penerima(dari: list[str]) -> list[dict]:
	"""Return the active posts below some posts with their holders, nearest level first, then in the office's order.

	:return: dicts of `jabatan`, `nama_jabatan`, `unit`, `pemangku` (None without holder), `sebagai`, `tingkat` (1 is
	        directly below) and `dari` (those of the given posts that stand above it)
	"""
	below = {jabatan: list_below(jabatan) for jabatan in dari}
	posts = frappe.get_all(
		"Jabatan",
		filters={"name": ["in", [name for names in below.values() for name in names]]},
		fields=["name", "nama_jabatan", "unit_kerja", "parent_jabatan"],
		order_by="urutan asc, lft asc",
	)
	parents = {post.name: post.parent_jabatan for post in posts}
	penerima = [
		_describe_penerima(post, parents, [name for name in dari if post.name in below[name]])
		for post in posts
	]
	return sorted(penerima, key=lambda row: row["tingkat"])


def _describe_penerima(post: frappe._dict, parents: dict[str, str], dari: list[str]) -> dict:
	holder = holder_on(post.name)
	return {
		"jabatan": post.name,
		"nama_jabatan": post.nama_jabatan,
		"unit": frappe.get_cached_value("Unit Kerja", post.unit_kerja, "nama_unit"),
		"pemangku": holder.nama_lengkap if holder else None,
		"sebagai": holder.sebagai if holder else None,
		"tingkat": _count_levels(post.name, parents, dari),
		"dari": dari,
	}


def _count_levels(jabatan: str, parents: dict[str, str], dari: list[str]) -> int:
	level = 0
	while jabatan and jabatan not in dari:
		jabatan, level = parents.get(jabatan), level + 1
	return level


def _describe_post(jabatan: str) -> dict:
	return {"jabatan": jabatan, "sebagai": holder_on(jabatan).sebagai}


def _list_posts_reached(surat: Document) -> list[str]:
	posts = list_posts_acted_for(frappe.session.user)
	return [jabatan for jabatan in posts if jabatan == surat.tujuan or find_induk(surat, jabatan)]


def _find_hindrance(surat: Document, dari: list[dict]) -> str | None:
	if not dari:
		return _("Surat ini tidak dialamatkan dan tidak didisposisikan kepada Anda.")
	if surat.workflow_state in KEADAAN_DAPAT_DIUBAH:
		return _("Surat ini belum diteruskan kepada pejabat.")
	if surat.workflow_state in (SELESAI, *KEADAAN_AKHIR):
		return _("Surat ini sudah {0}.").format(surat.workflow_state)
	if "Pimpinan" not in frappe.get_roles() and "Pejabat" not in frappe.get_roles():
		return _("Peran Anda tidak menulis disposisi.")
	if not any(list_below(post["jabatan"]) for post in dari):
		return _("Tidak ada jabatan di bawah jabatan Anda.")
	return None


def _get_visible_disposisi(name: str) -> Document:
	surat = frappe.db.get_value("Disposisi", name, "surat_masuk")
	# Whoever acts on one letter at the same moment waits here for his turn.
	get_visible_surat(surat or "", for_update=True)
	return frappe.get_doc("Disposisi", name, for_update=True)


def _require_reportable(doc: Document, umpan_balik: str) -> None:
	if not (umpan_balik or "").strip():
		frappe.throw(
			_("Tulis umpan balik: apa yang sudah dikerjakan atas disposisi ini."),
			UmpanBalikKosongError,
			title=_("Umpan balik kosong"),
		)
	if doc.status in (DISPOSISI_SELESAI, DISPOSISI_DITARIK):
		frappe.throw(
			_("Disposisi ini sudah {0}.").format(doc.status.lower()),
			TransisiTidakSahError,
			title=_("Tidak dapat diberi umpan balik"),
		)
	if has_open_children(doc.name):
		frappe.throw(
			_(
				"Disposisi yang Anda teruskan belum selesai. Tunggu umpan balik dari bawah, atau tarik yang belum dibaca."
			),
			TransisiTidakSahError,
			title=_("Tidak dapat diberi umpan balik"),
		)
