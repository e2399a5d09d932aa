"""Which sequence a letter is numbered in: its series, the part of it that counts for itself, and the period."""

from datetime import date

import frappe
from frappe import _
from frappe.model.document import Document

from eoffice_app.penomoran.permintaan import PermintaanNomor

KANTOR, UNIT, JENIS, BUKU = "Kantor", "Unit", "Jenis", "Buku"
# Scope → the value of a letter by which its series is divided.
PEMBAGI = {UNIT: "unit", JENIS: "jenis", BUKU: "buku"}
SETIAP_TAHUN = "Setiap Tahun"
TANPA_PERIODE = 0


class CakupanNomorError(frappe.ValidationError):
	"""A letter without the value by which its series is divided, or a series that is not in use."""


def get_deret(name: str) -> Document:
	"""Return a series that is in use.

	:raises CakupanNomorError: it is switched off
	:raises frappe.DoesNotExistError: it is not there
	"""
	deret = frappe.get_cached_doc("Deret Nomor", name)
	if not deret.aktif:
		_refuse(
			_("Deret nomor {0} tidak aktif. Pilih deret lain, atau aktifkan lagi.").format(frappe.bold(name))
		)
	return deret


def get_cakupan(deret: Document, permintaan: PermintaanNomor) -> str:
	"""Return the code of the part of a series to which a letter belongs; nothing where all the office counts as one.

	:raises CakupanNomorError: the letter does not say
	"""
	if deret.lingkup not in PEMBAGI:
		return ""
	return require_cakupan(deret, getattr(permintaan, PEMBAGI[deret.lingkup]))


def require_cakupan(deret: Document, cakupan: str | None) -> str:
	"""Return the code of a part of a divided series.

	:raises CakupanNomorError: it is empty
	"""
	if not cakupan:
		_refuse(
			_("Deret nomor {0} berjalan untuk setiap {1}. Isi {1} lebih dulu.").format(
				frappe.bold(deret.name), _(deret.lingkup)
			)
		)
	return cakupan


def get_periode(deret: Document, tanggal: date) -> int:
	"""Return the year in which a series counts, that of the letter's date; 0 for one that never begins again."""
	return tanggal.year if deret.ulang == SETIAP_TAHUN else TANPA_PERIODE


def compose_seri(deret: str, cakupan: str, periode: int) -> str:
	"""Return the name of a sequence, which is that of its counter. No code of a series holds a "/"."""
	return f"Nomor/{deret}/{cakupan}/{periode}"


def _refuse(message: str) -> None:
	frappe.throw(message, CakupanNomorError, title=_("Deret nomor tidak sesuai"))
