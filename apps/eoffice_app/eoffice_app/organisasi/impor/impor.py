"""The import of the organisation, step by step: check, then import all or nothing. Called by its form."""

import frappe
from frappe import _
from frappe.model.document import Document
from frappe.utils import now_datetime

from eoffice_app.exceptions import TransisiTidakSahError
from eoffice_app.organisasi.doctype.impor_organisasi.impor_organisasi import (
	ADA_KESALAHAN,
	GAGAL,
	SEDANG_DIIMPOR,
	SELESAI,
	SIAP_DIIMPOR,
	require_importing,
)
from eoffice_app.organisasi.impor.baca import Temuan, read_spreadsheet
from eoffice_app.organisasi.impor.kantor import read_kantor
from eoffice_app.organisasi.impor.lembar import LEMBAR
from eoffice_app.organisasi.impor.periksa import check
from eoffice_app.organisasi.impor.rencana import Langkah, plan
from eoffice_app.organisasi.impor.tulis import LangkahDitolakError, write

# Beyond this the import takes longer than one waits before a page.
BARIS_LANGSUNG = 200
# A form shows no more than this of each list; nobody corrects thousands of cells one by one.
TEMUAN_PALING_BANYAK = 500
LANGKAH_PER_KABAR = 25


@frappe.whitelist(methods=["POST"])
def check_import(impor: str) -> str:
	"""Check the spreadsheet of an import without changing the office.

	:return: the new status
	:raises frappe.PermissionError: who may not import
	:raises SpreadsheetTidakTerbacaError: no spreadsheet of ours
	:raises TransisiTidakSahError: it has been imported
	"""
	doc = _get_import(impor)
	_require_not_done(doc)
	_examine(doc)
	return doc.status


@frappe.whitelist(methods=["POST"])
def run_import(impor: str) -> str:
	"""Import the spreadsheet: at once, or beyond BARIS_LANGSUNG rows in a background job.

	:return: the new status
	:raises: as `check_import`, and TransisiTidakSahError for one that has not been checked or has faults
	"""
	doc = _get_import(impor)
	if doc.status not in (SIAP_DIIMPOR, GAGAL):
		frappe.throw(
			_("Impor ini berstatus {0}. Tekan Periksa, dan perbaiki semua kesalahan lebih dulu.").format(
				frappe.bold(_(doc.status))
			),
			TransisiTidakSahError,
			title=_("Belum dapat diimpor"),
		)
	if doc.jumlah_baris <= BARIS_LANGSUNG:
		import_now(doc.name)
		return frappe.db.get_value(doc.doctype, doc.name, "status")
	doc.db_set("status", SEDANG_DIIMPOR)
	frappe.enqueue(
		"eoffice_app.organisasi.impor.impor.import_in_background",
		queue="long",
		timeout=3600,
		impor=doc.name,
		enqueue_after_commit=True,
	)
	return doc.status


def import_in_background(impor: str) -> None:
	"""Import as a job, and say so on the document when it fails for a reason of the machine."""
	try:
		import_now(impor)
	except Exception:
		frappe.db.rollback()
		frappe.db.set_value("Impor Organisasi", impor, "status", GAGAL)
		frappe.db.commit()
		_tell(impor, selesai=True)
		raise
	frappe.db.commit()
	_tell(impor, selesai=True)


def import_now(impor: str) -> None:
	"""Check once more what may have changed since, and write everything in the running transaction, or nothing."""
	doc = frappe.get_doc("Impor Organisasi", impor, for_update=True)
	steps = [] if doc.status == SELESAI else _examine(doc)
	if not steps:
		return
	try:
		notes = write(steps, lambda done: _tell_progress(doc.name, done, len(steps)))
	except LangkahDitolakError as refused:
		_keep(doc, ADA_KESALAHAN, steps, [refused.temuan], [])
		return
	_keep(doc, SELESAI, steps, [], notes)
	doc.db_set({"diimpor_pada": now_datetime(), "diimpor_oleh": frappe.session.user})


def _examine(doc: Document) -> list[Langkah]:
	"""Read and check; keep the result on the document; return the steps, none where there are faults."""
	isi, kantor = read_spreadsheet(doc.read_content()), read_kantor()
	doc.db_set("jumlah_baris", isi.count_rows())
	faults = _sort_faults([*isi.kesalahan, *check(isi, kantor)])
	if not faults and not isi.count_rows():
		faults = [Temuan("", 0, "", _("Berkas ini tidak berisi data. Isi baris di bawah judul kolom."))]
	steps = [] if faults else plan(isi, kantor)
	_keep(doc, ADA_KESALAHAN if faults else SIAP_DIIMPOR, steps, faults, isi.peringatan)
	return steps


def _sort_faults(faults: list[Temuan]) -> list[Temuan]:
	order = [lembar.nama for lembar in LEMBAR]
	return sorted(faults, key=lambda temuan: (order.index(temuan.lembar), temuan.baris))


def _keep(
	doc: Document, status: str, steps: list[Langkah], faults: list[Temuan], notes: list[Temuan]
) -> None:
	hasil = {
		"ringkasan": _count(steps),
		"kesalahan": [vars(temuan) for temuan in faults[:TEMUAN_PALING_BANYAK]],
		"peringatan": [vars(temuan) for temuan in notes[:TEMUAN_PALING_BANYAK]],
		"diperbarui": [
			{
				"lembar": step.lembar,
				"baris": step.baris,
				"kolom": step.sebutan,
				"pesan": "; ".join(step.perubahan),
			}
			for step in steps
			if step.perubahan
		][:TEMUAN_PALING_BANYAK],
	}
	doc.db_set({"status": status, "jumlah_kesalahan": len(faults), "hasil": frappe.as_json(hasil)})


def _count(steps: list[Langkah]) -> list[dict]:
	return [
		{
			"lembar": lembar.nama,
			**{
				hasil: sum(step.lembar == lembar.nama and step.hasil == hasil for step in steps)
				for hasil in ("baru", "diperbarui", "tetap")
			},
		}
		for lembar in LEMBAR
	]


def _get_import(name: str) -> Document:
	# Asked before the name, so that a stranger does not learn which imports there are.
	require_importing("write")
	doc = frappe.get_doc("Impor Organisasi", name, for_update=True)
	doc.check_permission("write")
	return doc


def _require_not_done(doc: Document) -> None:
	# One that a killed worker left under way may be checked: a living one holds the document until it has ended.
	if doc.status == SELESAI:
		frappe.throw(
			_("Impor ini sudah selesai. Buat impor baru untuk memeriksa berkas lain."),
			TransisiTidakSahError,
			title=_("Impor sudah selesai"),
		)


def _tell_progress(impor: str, done: int, total: int) -> None:
	if done % LANGKAH_PER_KABAR == 0:
		_tell(impor, dikerjakan=done, jumlah=total)


def _tell(impor: str, **values: object) -> None:
	frappe.publish_realtime("impor_organisasi", {"impor": impor, **values}, user=frappe.session.user)
