"""Sending by the ways that the application goes itself: e-mail and internal."""

from collections.abc import Callable

import frappe
from frappe import _
from frappe.model.document import Document

from eoffice_app.saluran.internal import send_internal
from eoffice_app.saluran.keadaan import INTERNAL, MENUNGGU, SUREL, TIDAK_TERKIRIM
from eoffice_app.saluran.pengiriman import record_waiting
from eoffice_app.saluran.pilihan_saluran import require_saluran
from eoffice_app.saluran.surel import send_surel

PENGIRIM: dict[str, Callable[[Document, str | None], str]] = {SUREL: send_surel, INTERNAL: send_internal}


class BukanSaluranLangsungError(frappe.ValidationError):
	"""A delivery that goes by hand, asked to be sent by the application."""


def send_pengiriman(pengiriman: Document, operator: str | None) -> str:
	"""Send a delivery that waits or came back; one that is under way or has arrived is left alone. Return its state.

	:param pengiriman: a Pengiriman Surat locked by this transaction
	:param operator: account that sends; None where the application does by itself
	:raises BukanSaluranLangsungError: its way is gone by hand
	:raises SaluranTidakSesuaiError: see `require_saluran`
	"""
	if pengiriman.keadaan not in (MENUNGGU, TIDAK_TERKIRIM):
		return pengiriman.keadaan
	if pengiriman.cara not in PENGIRIM:
		frappe.throw(
			_("Pengiriman lewat {0} dilakukan petugas, lalu dicatat di sini.").format(
				frappe.bold(pengiriman.saluran or "-")
			),
			BukanSaluranLangsungError,
			title=_("Dikirim oleh petugas"),
		)
	require_saluran(pengiriman, pengiriman.saluran)
	if pengiriman.keadaan == TIDAK_TERKIRIM:
		record_waiting(pengiriman.name)
		pengiriman.reload()
	return PENGIRIM[pengiriman.cara](pengiriman, operator)
