"""What every paper says of a letter."""

import frappe
from frappe.model.document import Document
from frappe.utils import get_fullname, getdate

from eoffice_app.hak_akses.surat import get_visible_surat
from eoffice_app.organisasi.pemangku import list_posts_of_user
from eoffice_app.persuratan.cetak.tanggal import write_date, write_time


def get_printable(name: str) -> Document:
	"""Return a letter that the user may print.

	:raises frappe.DoesNotExistError: no such letter, or not for this user
	:raises frappe.PermissionError: the user may not print letters (SOP 000, NB: the office's own operator)
	"""
	surat = get_visible_surat(name)
	surat.check_permission("print")
	return surat


def describe_letter(surat: Document) -> dict:
	"""Return the words of a letter for paper: dates written out, names for links, a dash for nothing."""
	klasifikasi = surat.klasifikasi and frappe.db.get_value("Klasifikasi Arsip", surat.klasifikasi, "uraian")
	return {
		"nomor_agenda": surat.nomor_agenda or "-",
		"pengirim": frappe.db.get_value("Instansi", surat.pengirim, "nama_instansi"),
		"nomor_surat": surat.nomor_surat or "-",
		"tanggal_surat": write_date(surat.tanggal_surat),
		"tanggal_terima": write_time(surat.tanggal_terima),
		"tujuan": frappe.db.get_value("Jabatan", surat.tujuan, "nama_jabatan"),
		"perihal": surat.perihal,
		"lampiran": surat.lampiran or "-",
		"saluran": surat.saluran,
		"sifat": surat.sifat,
		"derajat": surat.derajat,
		"klasifikasi": f"{surat.klasifikasi} {klasifikasi}" if klasifikasi else "-",
	}


def describe_petugas(surat: Document) -> str:
	"""Return the name of who registered the letter, as an employee where the account belongs to one."""
	held = list_posts_of_user(surat.owner, getdate(surat.tanggal_terima))
	return held[0].nama_lengkap if held else get_fullname(surat.owner)
