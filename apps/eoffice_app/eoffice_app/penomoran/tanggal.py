"""What the date of a letter allows its number to be."""

from datetime import date

import frappe
from frappe import _
from frappe.utils import formatdate, now_datetime

from eoffice_app.exceptions import TanggalSuratError


class TanggalMundurError(TanggalSuratError):
	"""A letter dated before the last one of its series wants a fresh number, which would stand in the wrong place."""


def require_not_ahead(tanggal: date) -> None:
	"""Check that a letter is not dated in the future: all letters until then would be back-dated by it.

	:raises TanggalSuratError: with what to do
	"""
	if tanggal > now_datetime().date():
		refuse_tanggal(
			_(
				"Surat bertanggal {0} belum dapat diberi nomor. Pakai tanggal hari ini atau sebelumnya."
			).format(frappe.bold(formatdate(tanggal)))
		)


def require_in_order(tanggal: date, terakhir: date) -> None:
	"""Check that a letter is not dated before the last one numbered in its series.

	:raises TanggalMundurError: with the two ways out
	"""
	if terakhir > tanggal:
		refuse_tanggal(
			_(
				"Nomor terakhir deret ini untuk surat tanggal {0}, sedangkan surat ini bertanggal {1}. Pakai tanggal {0} atau sesudahnya, atau minta nomor sisipan."
			).format(frappe.bold(formatdate(terakhir)), frappe.bold(formatdate(tanggal))),
			TanggalMundurError,
		)


def refuse_tanggal(message: str, error: type[TanggalSuratError] = TanggalSuratError) -> None:
	"""Say what is wrong with the date of a letter.

	:raises TanggalSuratError: always, or the named kind of it
	"""
	frappe.throw(message, error, title=_("Tanggal surat tidak sesuai"))
