"""What an official does with disposisi: write, read, withdraw. Called by the letter's form."""

from datetime import date

import frappe
from frappe import _
from frappe.model.document import Document
from frappe.utils import cint, getdate, now_datetime, nowdate

from eoffice_app.exceptions import TransisiTidakSahError
from eoffice_app.hak_akses.akses_surat import refresh_akses
from eoffice_app.hak_akses.surat import get_visible_surat
from eoffice_app.organisasi.jabatan import list_below
from eoffice_app.organisasi.pemangku import holder_on, list_posts_acted_for, require_acting
from eoffice_app.persuratan.disposisi.penerima import find_induk, list_penerima
from eoffice_app.persuratan.disposisi.penyelesaian import finish_when_done
from eoffice_app.persuratan.giliran import take_disposisi, take_surat
from eoffice_app.persuratan.keadaan import (
	DISPOSISI_DIBACA,
	DISPOSISI_DITARIK,
	DISPOSISI_SELESAI,
	DISPOSISI_TERKIRIM,
	KEADAAN_DAPAT_DIUBAH,
	KEADAAN_TUNTAS,
	PENANGGUNG_JAWAB,
)

# What may differ from one recipient to the next of those written to in one go.
KOLOM_KHUSUS = ("instruksi", "catatan", "batas_waktu", "perlu_jawaban", "peran_penerima")


class PenanggungJawabTidakAdaError(frappe.ValidationError):
	"""Several are told to assist, and nobody to answer for it."""


@frappe.whitelist()
def get_pilihan_disposisi(surat_masuk: str) -> dict:
	"""Return what the dialog offers the user on a letter.

	:return: dict of `boleh`, `sebab` (why not), `dari` (posts he may write as), `penerima` (see `list_penerima`),
	        `instruksi`, `sifat`, `hari_ini`, `batas_waktu_usulan` (the letter's own deadline while it is not past)
	:raises frappe.DoesNotExistError: no such letter, or not for this user
	"""
	return list_pilihan(get_visible_surat(surat_masuk))


def list_pilihan(surat: Document) -> dict:
	"""Return what the dialog offers on a letter that the session's user sees: see `get_pilihan_disposisi`."""
	dari = [_describe_post(jabatan) for jabatan in _list_posts_reached(surat)]
	sebab = _find_hindrance(surat, dari)
	return {
		"boleh": not sebab,
		"sebab": sebab,
		"dari": dari,
		"penerima": [] if sebab else list_penerima([post["jabatan"] for post in dari]),
		"instruksi": frappe.db.sql_list(
			"select name from `tabInstruksi Disposisi` where aktif = 1 order by urutan, name"
		),
		"sifat": surat.sifat,
		"hari_ini": nowdate(),
		"batas_waktu_usulan": _propose_deadline(surat),
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
	perlu_jawaban: int | bool = 1,
	khusus: dict | str | None = None,
) -> list[str]:
	"""Write one disposisi to each of several posts in one go: all of them, or none.

	:param kepada: names of Jabatan, as list or JSON
	:param instruksi: names of Instruksi Disposisi, as list or JSON
	:param batas_waktu: day (YYYY-MM-DD) by which it is to be done
	:param dari: the post written as; needed only by who acts for several
	:param perlu_jawaban: whether the recipients have to report back; if not, reading it is all
	:param khusus: Jabatan and what is meant for it alone, as dict or JSON: values of KOLOM_KHUSUS
	:return: names of the disposisi
	:raises PenanggungJawabTidakAdaError: all would only assist
	:raises: see the Disposisi controller, which checks each
	"""
	surat = take_surat(surat_masuk)
	dari = dari or next(iter(_list_posts_reached(surat)), None) or surat.tujuan
	penerima = list(dict.fromkeys(frappe.parse_json(kepada) or []))
	khusus = frappe.parse_json(khusus or "{}")
	umum = {
		"instruksi": frappe.parse_json(instruksi) or [],
		"catatan": catatan,
		"batas_waktu": batas_waktu,
		"perlu_jawaban": perlu_jawaban,
		"peran_penerima": PENANGGUNG_JAWAB,
	}
	isi = {jabatan: {**umum, **_pick_khusus(khusus.get(jabatan))} for jabatan in penerima}
	_require_penanggung_jawab(surat, dari, isi)
	bersama = {
		"doctype": "Disposisi",
		"surat_masuk": surat.name,
		"dari": dari,
		"sifat": sifat or surat.sifat,
		# One time for all: the sheet shows what was written in one go as one.
		"ditulis_pada": now_datetime(),
	}
	return [
		frappe.get_doc({**bersama, "kepada": jabatan, **_as_fields(isi[jabatan])}).insert().name
		for jabatan in penerima
	]


@frappe.whitelist(methods=["POST"])
def mark_read(surat_masuk: str) -> int:
	"""Mark the user's unread disposisi on a letter as read; one that needs no report is thereby done.

	:return: how many were marked
	:raises frappe.DoesNotExistError: no such letter, or not for this user
	"""
	surat = take_surat(surat_masuk)
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
		disposisi.status = DISPOSISI_DIBACA if disposisi.perlu_jawaban else DISPOSISI_SELESAI
		disposisi.dibaca_pada = now_datetime()
		disposisi.save(ignore_permissions=True)
	if unread:
		finish_when_done(surat.name)
	return len(unread)


@frappe.whitelist(methods=["POST"])
def withdraw_disposisi(disposisi: str) -> None:
	"""Withdraw a disposisi that its recipient has not read yet.

	:raises frappe.DoesNotExistError: not there, or not for this user
	:raises BukanPemangkuError: the user does not act for the post that wrote it
	:raises TransisiTidakSahError: it has been read
	"""
	doc = take_disposisi(disposisi)
	require_acting(doc.dari)
	if doc.status != DISPOSISI_TERKIRIM:
		frappe.throw(
			_("Disposisi ini sudah {0} sehingga tidak dapat ditarik lagi.").format(_(doc.status).lower()),
			TransisiTidakSahError,
			title=_("Tidak dapat ditarik"),
		)
	doc.status = DISPOSISI_DITARIK
	doc.ditarik_pada = now_datetime()
	doc.save(ignore_permissions=True)
	refresh_akses(frappe.get_doc("Surat Masuk", doc.surat_masuk))


def _pick_khusus(values: dict | None) -> dict:
	return {field: value for field, value in (values or {}).items() if field in KOLOM_KHUSUS}


def _as_fields(isi: dict) -> dict:
	return {
		**isi,
		"instruksi": [{"instruksi": name} for name in isi["instruksi"] or []],
		"batas_waktu": isi["batas_waktu"] or None,
		"perlu_jawaban": cint(isi["perlu_jawaban"]),
	}


def _require_penanggung_jawab(surat: Document, dari: str, isi: dict[str, dict]) -> None:
	if not isi:
		frappe.throw(
			_("Pilih paling sedikit satu jabatan penerima disposisi."), title=_("Penerima belum dipilih")
		)
	if any(values["peran_penerima"] == PENANGGUNG_JAWAB for values in isi.values()):
		return
	filters = {"surat_masuk": surat.name, "dari": dari, "peran_penerima": PENANGGUNG_JAWAB}
	if not frappe.db.exists("Disposisi", {**filters, "status": ["!=", DISPOSISI_DITARIK]}):
		frappe.throw(
			_("Semua penerima hanya membantu. Tunjuk paling sedikit satu penanggung jawab."),
			PenanggungJawabTidakAdaError,
			title=_("Penanggung jawab belum ada"),
		)


def _propose_deadline(surat: Document) -> str | None:
	if surat.tenggat and getdate(surat.tenggat) >= getdate(nowdate()):
		return str(getdate(surat.tenggat))
	return None


def _describe_post(jabatan: str) -> dict:
	return {"jabatan": jabatan, "sebagai": holder_on(jabatan).sebagai}


def _list_posts_reached(surat: Document) -> list[str]:
	posts = list_posts_acted_for(frappe.session.user)
	return [jabatan for jabatan in posts if jabatan == surat.tujuan or find_induk(surat, jabatan)]


def _find_hindrance(surat: Document, dari: list[dict]) -> str | None:
	if not dari:
		return _explain_not_reached(surat)
	if surat.workflow_state in KEADAAN_DAPAT_DIUBAH:
		return _("Surat ini belum diteruskan kepada pejabat.")
	if surat.workflow_state in KEADAAN_TUNTAS:
		return _("Surat ini sudah {0}.").format(surat.workflow_state)
	if "Pimpinan" not in frappe.get_roles() and "Pejabat" not in frappe.get_roles():
		return _("Peran Anda tidak menulis disposisi.")
	if not any(list_below(post["jabatan"]) for post in dari):
		return _("Tidak ada jabatan di bawah jabatan Anda.")
	return None


def _explain_not_reached(surat: Document) -> str:
	posts = list_posts_acted_for(frappe.session.user)
	if not posts:
		return _(
			"Anda tidak sedang memangku jabatan apa pun. Minta Pengelola E-Office mengisi Pemangku Jabatan bila ini keliru."
		)
	if frappe.db.exists(
		"Disposisi",
		{"surat_masuk": surat.name, "kepada": ["in", posts], "status": ["!=", DISPOSISI_DITARIK]},
	):
		return _("Disposisi kepada Anda atas surat ini sudah dilaporkan atau selesai.")
	return _("Surat ini tidak dialamatkan dan tidak didisposisikan kepada Anda.")
