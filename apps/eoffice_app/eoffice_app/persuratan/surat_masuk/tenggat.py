"""The clocks of letters and disposisi: until when each is to be dealt with, and when somebody is next reminded of it."""

from datetime import date, datetime, timedelta

import frappe
from frappe import _
from frappe.model.document import Document
from frappe.utils import get_datetime, getdate, now_datetime, nowdate

from eoffice_app.organisasi.waktu_kerja import add_work_time, next_opening, opening_from
from eoffice_app.persuratan.disposisi.pohon import is_open
from eoffice_app.persuratan.keadaan import KEADAAN_TUNTAS, MENUNGGU_DISPOSISI
from eoffice_app.persuratan.pemberitahuan import notify_post

# Only the clock itself moves these; what a client sends is what it once read.
JAM_SURAT = (
	"tenggat",
	"menunggu_sejak",
	"pengingat_berikut",
	"jumlah_pengingat",
	"dieskalasi_pada",
	"dieskalasi_kepada",
)
JAM_DISPOSISI = ("pengingat_berikut", "jumlah_pengingat")
PENENTU_TENGGAT = ("derajat", "tanggal_terima")
WAKTU_KERJA = ("jam_masuk", "jam_pulang", "enam_hari_kerja", "hari_libur_nasional")


def set_jam_surat(surat: Document) -> None:
	"""Set the deadline of a Surat Masuk being saved, and start or stop its waiting for the head's disposisi.

	:param surat: the letter in its new state
	"""
	before = surat.get_doc_before_save() or frappe._dict()
	surat.update({field: before.get(field) for field in JAM_SURAT})
	if any(surat.has_value_changed(field) for field in PENENTU_TENGGAT):
		surat.tenggat = count_tenggat(surat.tanggal_terima, surat.derajat)
	if surat.workflow_state != MENUNGGU_DISPOSISI:
		surat.menunggu_sejak = surat.pengingat_berikut = None
	elif before.get("workflow_state") != MENUNGGU_DISPOSISI:
		surat.menunggu_sejak, surat.jumlah_pengingat, surat.dieskalasi_pada = now_datetime(), 0, None
		surat.pengingat_berikut = count_pengingat_pertama(surat.menunggu_sejak)


def tell_tujuan(surat: Document) -> None:
	"""Tell the addressee's post, within the running transaction, of a letter that has just come before it."""
	if surat.menunggu_sejak and surat.has_value_changed("workflow_state"):
		kunci = f"surat:{surat.name}:{surat.menunggu_sejak}"
		notify_post(kunci, surat.tujuan, surat.name, _("Surat baru menunggu disposisi Anda"))


def set_jam_disposisi(disposisi: Document) -> None:
	"""Set when a Disposisi being saved is next called overdue: the first opening of the office after its last day."""
	before = disposisi.get_doc_before_save() or frappe._dict()
	disposisi.update({field: before.get(field) for field in JAM_DISPOSISI})
	if not is_open(disposisi) or not disposisi.batas_waktu:
		disposisi.pengingat_berikut = None
	elif not before:
		disposisi.pengingat_berikut = next_opening(getdate(disposisi.batas_waktu))


def count_tenggat(tanggal_terima: datetime | str, derajat: str) -> datetime | None:
	"""Return until when a letter is to be dealt with; None for a degree of urgency without a limit."""
	batas = frappe.get_cached_value("Derajat Surat", derajat, ["batas_jumlah", "batas_satuan"], as_dict=True)
	if not batas or not batas.batas_jumlah:
		return None
	return add_work_time(get_datetime(tanggal_terima), batas.batas_jumlah, batas.batas_satuan)


def count_pengingat_pertama(menunggu_sejak: datetime) -> datetime | None:
	"""Return when the addressee is first reminded of a letter without disposisi; None where the office wants none.

	Source: SOP 000, Note ("apabila dalam 4 hari belum mendapatkan disposisi … dinotifikasi ulang"). It says days, not
	working days, so they are days of the calendar; but nobody is reminded while the office is closed.
	"""
	days = frappe.get_cached_doc("Pengaturan E-Office").hari_menunggu_disposisi
	return opening_from(menunggu_sejak + timedelta(days=days)) if days else None


def follow_hari_khusus(hari_khusus: Document, method: str | None = None) -> None:
	"""Queue the deadlines that a changed Hari Khusus moves: Frappe's hook `doc_events`."""
	days = [getdate(doc.tanggal) for doc in (hari_khusus, hari_khusus.get_doc_before_save()) if doc]
	_queue_tenggat_from(min(days))


def follow_pengaturan(pengaturan: Document, method: str | None = None) -> None:
	"""Queue the deadlines that changed working hours move: Frappe's hook `doc_events`."""
	if any(pengaturan.has_value_changed(field) for field in WAKTU_KERJA):
		_queue_tenggat_from(getdate(nowdate()))


def refresh_tenggat_from(day: date | str) -> None:
	"""Count anew the deadlines on or after a day of all letters that are still under way."""
	for surat in frappe.get_all(
		"Surat Masuk",
		filters={"tenggat": [">=", getdate(day)], "workflow_state": ["not in", KEADAAN_TUNTAS]},
		fields=["name", "tanggal_terima", "derajat"],
	):
		tenggat = count_tenggat(surat.tanggal_terima, surat.derajat)
		frappe.db.set_value("Surat Masuk", surat.name, "tenggat", tenggat, update_modified=False)


def _queue_tenggat_from(day: date) -> None:
	frappe.enqueue(
		"eoffice_app.persuratan.surat_masuk.tenggat.refresh_tenggat_from",
		enqueue_after_commit=True,
		day=str(day),
	)
