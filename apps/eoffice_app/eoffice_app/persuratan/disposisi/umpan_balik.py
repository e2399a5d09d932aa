"""The way back up: a recipient reports, the post above accepts the report or returns it."""

import frappe
from frappe import _
from frappe.model.document import Document
from frappe.utils import now_datetime

from eoffice_app.exceptions import TransisiTidakSahError
from eoffice_app.organisasi.pemangku import require_acting
from eoffice_app.persuratan.disposisi.berkas_umpan_balik import attach_berkas, check_lampiran
from eoffice_app.persuratan.disposisi.penyelesaian import finish_when_done
from eoffice_app.persuratan.disposisi.pohon import has_open_children
from eoffice_app.persuratan.giliran import take_disposisi
from eoffice_app.persuratan.keadaan import (
	DISPOSISI_DIBACA,
	DISPOSISI_DIKERJAKAN,
	DISPOSISI_DILAPORKAN,
	DISPOSISI_DITARIK,
	DISPOSISI_DITINDAKLANJUTI,
	DISPOSISI_SELESAI,
)
from eoffice_app.persuratan.pemberitahuan import notify_post


class UmpanBalikKosongError(frappe.ValidationError):
	"""A report, or the return of one, without text."""


@frappe.whitelist(methods=["POST"])
def report_back(disposisi: str, umpan_balik: str, lampiran: list | str | None = None) -> None:
	"""Report to the post above that a disposisi has been carried out.

	The post above takes the report or returns it; in an office that has switched this off, the report ends the
	disposisi. Source: SOP 000, A.8.

	:param lampiran: addresses of files that the user has just uploaded, as list or JSON
	:raises frappe.DoesNotExistError: not there, or not for this user
	:raises BukanPemangkuError: the user does not act for the recipient's post
	:raises TransisiTidakSahError: it is reported, finished or withdrawn, or those below have not finished yet
	:raises UmpanBalikKosongError: no text
	:raises BerkasTidakSahError: see `check_lampiran`
	"""
	doc = take_disposisi(disposisi)
	holder = require_acting(doc.kepada)
	_require_reportable(doc, umpan_balik)
	berkas = check_lampiran(doc, frappe.parse_json(lampiran) or [])
	doc.status = DISPOSISI_DILAPORKAN if _must_be_accepted() else DISPOSISI_SELESAI
	doc.dibaca_pada = doc.dibaca_pada or now_datetime()
	doc.umpan_balik = umpan_balik.strip()
	doc.umpan_balik_pada = now_datetime()
	doc.nama_pelapor = holder.nama_lengkap
	doc.sebagai_pelapor = holder.sebagai
	doc.catatan_pengembalian = None
	doc.set("lampiran", [{"berkas": address} for address in berkas])
	doc.save(ignore_permissions=True)
	attach_berkas(doc, berkas)
	_tell(doc, doc.dari, "lapor", _("Umpan balik dari {0}").format(doc.nama_pelapor))
	finish_when_done(doc.surat_masuk)


@frappe.whitelist(methods=["POST"])
def accept_report(disposisi: str) -> None:
	"""Take the report on a disposisi: it is finished, and with the last one the letter.

	:raises frappe.DoesNotExistError: not there, or not for this user
	:raises BukanPemangkuError: the user does not act for the post that wrote the disposisi
	:raises TransisiTidakSahError: there is no report that waits
	"""
	doc, holder = _take_report(disposisi)
	doc.status = DISPOSISI_SELESAI
	doc.diterima_pada = now_datetime()
	doc.nama_penerima_laporan = _sign(holder)
	doc.save(ignore_permissions=True)
	_tell(doc, doc.kepada, "terima", _("Umpan balik Anda diterima {0}").format(holder.sebagai))
	finish_when_done(doc.surat_masuk)


@frappe.whitelist(methods=["POST"])
def return_report(disposisi: str, catatan: str) -> None:
	"""Return the report on a disposisi to its recipient, who goes on with the work and reports again.

	:param catatan: what is missing
	:raises: as `accept_report`, and UmpanBalikKosongError without a note
	"""
	doc, holder = _take_report(disposisi)
	_require_text(catatan, _("Tulis apa yang masih kurang, agar pelaksana tahu apa yang harus dilengkapi."))
	doc.status = DISPOSISI_DITINDAKLANJUTI if _is_passed_on(doc.name) else DISPOSISI_DIBACA
	doc.catatan_pengembalian = catatan.strip()
	doc.save(ignore_permissions=True)
	_tell(doc, doc.kepada, "kembali", _("Umpan balik Anda dikembalikan {0}").format(holder.sebagai))


def _sign(holder: frappe._dict) -> str:
	# An acting official says as what he took it; the post itself is named by the disposisi.
	return f"{holder.nama_lengkap} ({holder.sebagai})" if holder.get("mewakili") else holder.nama_lengkap


def _take_report(disposisi: str) -> tuple[Document, frappe._dict]:
	doc = take_disposisi(disposisi)
	holder = require_acting(doc.dari)
	if doc.status != DISPOSISI_DILAPORKAN:
		frappe.throw(
			_("Disposisi ini {0}; tidak ada umpan balik yang menunggu diterima.").format(
				_(doc.status).lower()
			),
			TransisiTidakSahError,
			title=_("Tidak ada umpan balik yang menunggu"),
		)
	return doc, holder


def _must_be_accepted() -> bool:
	# An office that saved its settings before there was such a choice has no value yet, and gets the usual one.
	value = frappe.get_cached_doc("Pengaturan E-Office").umpan_balik_perlu_diterima
	return True if value is None else bool(int(value))


def _is_passed_on(disposisi: str) -> bool:
	return bool(
		frappe.db.exists("Disposisi", {"disposisi_induk": disposisi, "status": ["!=", DISPOSISI_DITARIK]})
	)


def _tell(doc: Document, jabatan: str, act: str, judul: str) -> None:
	# The moment belongs to the key: a report that was returned comes, and is told, a second time.
	kunci = f"{act}/{doc.name}/{doc.umpan_balik_pada}"
	notify_post(kunci, jabatan, doc.surat_masuk, judul, disposisi=doc.name)


def _require_reportable(doc: Document, umpan_balik: str) -> None:
	_require_text(umpan_balik, _("Tulis umpan balik: apa yang sudah dikerjakan atas disposisi ini."))
	if doc.status not in DISPOSISI_DIKERJAKAN:
		_refuse_report(_("Disposisi ini sudah {0}.").format(_(doc.status).lower()))
	if has_open_children(doc.name):
		_refuse_report(
			_(
				"Disposisi yang Anda teruskan belum selesai. Terima dulu umpan balik dari bawah, atau tarik yang belum dibaca."
			)
		)


def _refuse_report(message: str) -> None:
	frappe.throw(message, TransisiTidakSahError, title=_("Tidak dapat diberi umpan balik"))


def _require_text(text: str, message: str) -> None:
	if not (text or "").strip():
		frappe.throw(message, UmpanBalikKosongError, title=_("Umpan balik kosong"))
