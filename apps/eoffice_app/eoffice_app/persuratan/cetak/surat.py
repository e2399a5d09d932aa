"""What every paper says of a letter."""

import frappe
from frappe.model.document import Document
from frappe.utils import getdate

from eoffice_app.hak_akses.riwayat import CETAK, record_opening
from eoffice_app.hak_akses.surat import get_visible_surat
from eoffice_app.persuratan.cetak.bersama import shared
from eoffice_app.persuratan.cetak.riwayat import name_user
from eoffice_app.persuratan.cetak.tanggal import write_date, write_time
from eoffice_app.persuratan.cetak.teks import write_text


def get_printable(name: str) -> Document:
	"""Return a letter that the user may print.

	:raises frappe.DoesNotExistError: no such letter, or not for this user
	:raises frappe.PermissionError: the user may not print letters (SOP 000, NB: the office's own operator)
	"""
	return shared(("surat", name), lambda: _read_printable(name))


def describe_letter(surat: Document) -> dict:
	"""Return the words of a letter for paper: dates written out, names for links, a dash for nothing."""
	klasifikasi = _read_value("Klasifikasi Arsip", surat.klasifikasi, "uraian") if surat.klasifikasi else None
	return {
		"nomor_agenda": surat.nomor_agenda or "-",
		"pengirim": _read_value("Instansi", surat.pengirim, "nama_instansi"),
		"nomor_surat": write_text(surat.nomor_surat) or "-",
		"tanggal_surat": write_date(surat.tanggal_surat),
		"tanggal_terima": write_time(surat.tanggal_terima),
		"tujuan": surat.nama_tujuan,
		"perihal": write_text(surat.perihal),
		"lampiran": write_text(surat.lampiran) or "-",
		"saluran": surat.saluran,
		"sifat": surat.sifat,
		"derajat": surat.derajat,
		"klasifikasi": f"{surat.klasifikasi} {klasifikasi}" if klasifikasi else "-",
		"uraian_klasifikasi": klasifikasi or "-",
	}


def describe_petugas(surat: Document) -> str:
	"""Return the name of who registered the letter, as an employee where the account belongs to one."""
	return name_user(surat.owner, getdate(surat.tanggal_terima))


def _read_printable(name: str) -> Document:
	surat = get_visible_surat(name)
	surat.check_permission("print")
	record_opening(surat.name, CETAK)
	return surat


def _read_value(doctype: str, name: str, field: str) -> str | None:
	return shared((doctype, name, field), lambda: frappe.db.get_value(doctype, name, field))
