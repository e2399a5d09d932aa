"""What may be done with a delivery now: asked by form and list, and checked by each act."""

import frappe
from frappe import _
from frappe.model.document import Document

from eoffice_app.exceptions import TransisiTidakSahError
from eoffice_app.saluran.keadaan import (
	CARAKA,
	DALAM_PENGIRIMAN,
	FAKS,
	INTERNAL,
	MENUNGGU,
	POS,
	SANAPATI,
	SRIKANDI,
	SUREL,
	TERKIRIM,
	TIDAK_TERKIRIM,
)

KIRIM, CATAT_TERKIRIM, CATAT_DITERIMA = "kirim", "catat terkirim", "catat diterima"
GAGAL, KIRIM_ULANG, UBAH_CARA, KELENGKAPAN, BATALKAN = (
	"gagal",
	"kirim ulang",
	"ubah cara",
	"kelengkapan",
	"batalkan",
)
# The application goes these ways itself; on the others somebody carries, types or dials.
LANGSUNG = (SUREL, INTERNAL)
DICATAT = (SANAPATI, FAKS, SRIKANDI, POS)
BERTANDA_TERIMA = (CARAKA, POS)


def list_langkah(pengiriman: Document) -> list[str]:
	"""Return what may be done with a delivery in its present state, whoever asks; the likeliest first."""
	cara, keadaan = pengiriman.cara, pengiriman.keadaan
	if keadaan == MENUNGGU:
		return [*_list_first(cara), UBAH_CARA, KELENGKAPAN, BATALKAN]
	if keadaan == TIDAK_TERKIRIM:
		return [KIRIM_ULANG, UBAH_CARA, BATALKAN]
	if keadaan == DALAM_PENGIRIMAN:
		return _list_under_way(pengiriman)
	# A mailbox may answer days later that it is full; what somebody signed for cannot come back.
	is_doubtful = keadaan == TERKIRIM and cara in (SUREL, *DICATAT) and not pengiriman.diterima_pada
	return [GAGAL] if is_doubtful else []


def require_langkah(pengiriman: Document, langkah: str) -> None:
	"""Refuse what may not be done with a delivery now.

	:raises TransisiTidakSahError: with its state
	"""
	if langkah not in list_langkah(pengiriman):
		frappe.throw(
			_("Pengiriman kepada {0} lewat {1} berkeadaan {2}; langkah ini tidak berlaku sekarang.").format(
				frappe.bold(pengiriman.nama_penerima),
				frappe.bold(pengiriman.saluran or "-"),
				frappe.bold(_(pengiriman.keadaan)),
			),
			TransisiTidakSahError,
			title=_("Langkah tidak berlaku"),
		)


def _list_first(cara: str) -> list[str]:
	if cara in LANGSUNG:
		return [KIRIM]
	if cara in DICATAT:
		return [CATAT_TERKIRIM]
	return [CATAT_DITERIMA] if cara == CARAKA else []


def _list_under_way(pengiriman: Document) -> list[str]:
	if pengiriman.cara == SUREL or pengiriman.ekspedisi:
		# The mail server, or the caraka, tells how it ended.
		return []
	return [CATAT_TERKIRIM if pengiriman.cara == SRIKANDI else CATAT_DITERIMA, GAGAL]
