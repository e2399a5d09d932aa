"""A Buku Agenda of more lines than one answer holds, such as a whole year's: made behind the scenes, told by the bell.

The job runs as whoever asked, so that the book holds what he may see and is a private file of his own.
"""

import frappe
from frappe import _
from frappe.utils import escape_html, getdate

from eoffice_app.persuratan.cetak import buku_agenda_keluar, buku_agenda_masuk
from eoffice_app.persuratan.cetak.buku import get_printable_book, make_book, write_period
from eoffice_app.persuratan.pemberitahuan.pengirim import ring_bell

TUGAS = "eoffice_app.persuratan.cetak.buku_panjang.make_ordered_book"
BATAS_WAKTU_DETIK = 3600


@frappe.whitelist(methods=["POST"])
def order_book(buku: str, dari: str, sampai: str) -> None:
	"""Have the lines that a book gained in a period made into a PDF; the bell of the session's user tells when it is there.

	:param buku: code of a Buku Agenda
	:raises frappe.DoesNotExistError: no such book, or not for this user to print
	"""
	get_printable_book(_find_paper(buku).DOCTYPE, buku)
	days = {"dari": str(getdate(dari)), "sampai": str(getdate(sampai))}
	frappe.enqueue(TUGAS, queue="long", timeout=BATAS_WAKTU_DETIK, buku=buku, **days)


def make_ordered_book(buku: str, dari: str, sampai: str) -> None:
	"""Make the book that somebody ordered into a private file of his, and tell him; see `order_book`.

	:raises frappe.DoesNotExistError: he may no longer print it
	:raises BukuTerlaluTebalError: even for a file too many lines
	:raises OSError: as `make_pdf`
	"""
	doc = frappe._dict(buku=buku, dari=getdate(dari), sampai=getdate(sampai), di_latar=True)
	try:
		name, content = make_book(_find_paper(buku).NASKAH, doc)
		values = {"doctype": "File", "file_name": name, "is_private": 1, "content": content}
		berkas = frappe.get_doc(values).insert(ignore_permissions=True)
	except Exception:
		frappe.db.rollback()
		_tell(
			_("Buku agenda {0} tidak dapat disiapkan").format(write_period(doc)),
			_("Siapkan periode yang lebih pendek, atau hubungi pengelola E-Office."),
		)
		# Else it would be undone together with the job that failed.
		frappe.db.commit()
		raise
	link = f'<a href="{escape_html(berkas.file_url)}">{escape_html(berkas.file_name)}</a>'
	_tell(_("Buku agenda {0} sudah siap").format(write_period(doc)), _("Unduh: {0}").format(link))


def _find_paper(buku: str):
	masuk = frappe.db.get_value("Buku Agenda", buku, "jenis") == "Masuk"
	return buku_agenda_masuk if masuk else buku_agenda_keluar


def _tell(judul: str, isi: str) -> None:
	user = frappe.session.user
	ring_bell(user, judul, user, isi=isi)
