"""A series of letters' numbers that was begun on paper: it goes on there in the year in which the office changes over."""

from datetime import date

import frappe
from frappe import _
from frappe.model.document import Document
from frappe.utils import cint, getdate

from eoffice_app.penomoran.deret import (
	PEMBAGI,
	SETIAP_TAHUN,
	TANPA_PERIODE,
	compose_seri,
	require_cakupan,
)
from eoffice_app.penomoran.penghitung import start_after

TAHUN_PALING_AWAL, TAHUN_PALING_AKHIR = 2000, 2100
# What a part of a series has that was never begun on paper.
DARI_AWAL = (0, None)


class LanjutanDeretError(frappe.ValidationError):
	"""A series told to go on after a number although it has given one, or after a number or in a year that cannot be."""


def validate_lanjutan(deret: Document) -> None:
	"""Check after which numbers on paper a series goes on, and fill in which sequence each line means.

	:raises CakupanNomorError: the series is divided, and a line does not say which part it means
	:raises LanjutanDeretError: no number, a year that cannot be, or two lines for one sequence
	"""
	for row in deret.lanjutan:
		_complete(deret, row)
	if len({row.seri for row in deret.lanjutan}) < len(deret.lanjutan):
		_refuse(_("Satu urutan hanya mempunyai satu nomor terakhir di kertas. Hapus baris yang berulang."))


def follow_lanjutan(deret: Document) -> None:
	"""Set the counters of a series to what its lines say, in the transaction that saves it.

	:raises LanjutanDeretError: a number was given already where a line is changed
	"""
	before = deret.get_doc_before_save()
	old, new = _read_lines(before) if before else {}, _read_lines(deret)
	for seri in sorted(old.keys() | new.keys()):
		dahulu, sekarang = old.get(seri, DARI_AWAL), new.get(seri, DARI_AWAL)
		if dahulu != sekarang and not start_after(seri, dahulu[0], *sekarang):
			_refuse(
				_(
					"Deret {0} sudah memberi nomor, sehingga nomor terakhir di kertas tidak dapat diubah lagi. Nomor berikutnya mengikuti surat terakhir di E-Office."
				).format(frappe.bold(deret.nama_deret))
			)


def _complete(deret: Document, row: Document) -> None:
	if cint(row.nomor) < 1:
		_refuse(_("Isi nomor terakhir di kertas dengan angka 1 atau lebih, atau hapus barisnya."))
	row.cakupan = require_cakupan(deret, row.cakupan) if deret.lingkup in PEMBAGI else ""
	row.tahun = _require_tahun(row) if deret.ulang == SETIAP_TAHUN else TANPA_PERIODE
	row.seri = compose_seri(deret.name, row.cakupan, row.tahun)


def _require_tahun(row: Document) -> int:
	tahun = cint(row.tahun)
	if not TAHUN_PALING_AWAL <= tahun <= TAHUN_PALING_AKHIR:
		_refuse(_("Isi tahun buku kertas dengan empat angka, misalnya 2026."))
	if row.tanggal and getdate(row.tanggal).year != tahun:
		_refuse(_("Tanggal surat terakhir di kertas harus pada tahun {0}.").format(tahun))
	return tahun


def _read_lines(deret: Document) -> dict[str, tuple[int, date | None]]:
	return {
		row.seri: (cint(row.nomor), getdate(row.tanggal) if row.tanggal else None) for row in deret.lanjutan
	}


def _refuse(message: str) -> None:
	frappe.throw(message, LanjutanDeretError, title=_("Nomor di kertas tidak dapat dipakai"))
