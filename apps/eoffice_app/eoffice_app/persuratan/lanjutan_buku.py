"""An agenda book that was begun on paper: its numbers go on from there in the year in which the office changes over."""

import frappe
from frappe import _
from frappe.model.document import Document
from frappe.utils import cint

from eoffice_app.penomoran.lanjutan_deret import TAHUN_PALING_AKHIR, TAHUN_PALING_AWAL
from eoffice_app.penomoran.penghitung import start_after
from eoffice_app.persuratan.surat_masuk.buku import MASUK


class LanjutanBukuError(frappe.ValidationError):
	"""A book told to go on after a number although it has given one, or after a number or in a year that cannot be."""


def get_deret_buku(buku: Document, tahun: int) -> str:
	"""Return the name of the series by which a book numbers its lines of a year."""
	return f"{'Agenda' if buku.jenis == MASUK else 'Agenda Keluar'}/{buku.name}/{tahun}"


def validate_lanjutan(buku: Document) -> None:
	"""Check from which number of which year a book goes on.

	:raises LanjutanBukuError: a negative number, or a number without a year that can be
	"""
	if cint(buku.nomor_lanjutan) < 0:
		_refuse(_("Nomor terakhir di buku kertas tidak boleh kurang dari 0."))
	if buku.nomor_lanjutan and not TAHUN_PALING_AWAL <= cint(buku.tahun_lanjutan) <= TAHUN_PALING_AKHIR:
		_refuse(_("Isi tahun buku kertas dengan empat angka, misalnya 2026."))


def follow_lanjutan(buku: Document) -> None:
	"""Set the counters of a book to what it says, the last act of the transaction that saves it.

	:raises LanjutanBukuError: the book has entered a letter of that year already
	"""
	before = buku.get_doc_before_save()
	old = (cint(before.tahun_lanjutan), cint(before.nomor_lanjutan)) if before else (0, 0)
	new = cint(buku.tahun_lanjutan), cint(buku.nomor_lanjutan)
	if new == old:
		return
	if old[0] and old[0] != new[0]:
		_start(buku, old[0], old[1], 0)
	if new[0]:
		_start(buku, new[0], old[1] if old[0] == new[0] else 0, new[1])


def _start(buku: Document, tahun: int, dahulu: int, terakhir: int) -> None:
	if dahulu != terakhir and not start_after(get_deret_buku(buku, tahun), dahulu, terakhir):
		_refuse(
			_(
				"Buku {0} sudah mencatat surat pada tahun {1}, sehingga nomornya tidak dapat diubah lagi. Nomor berikutnya mengikuti surat terakhir di buku ini."
			).format(frappe.bold(buku.nama_buku), tahun)
		)


def _refuse(message: str) -> None:
	frappe.throw(message, LanjutanBukuError, title=_("Nomor buku kertas tidak dapat dipakai"))
