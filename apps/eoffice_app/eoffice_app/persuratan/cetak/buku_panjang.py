"""A book of more lines than one answer holds, such as a whole year's: made behind the scenes, told by the bell.

The job runs as whoever asked, so that the book holds what he may see and is a private file of his own for some days.
"""

from hashlib import sha256

import frappe
from frappe import _
from frappe.utils import add_days, add_to_date, escape_html, getdate, now_datetime, nowdate
from frappe.utils.background_jobs import is_job_enqueued

from eoffice_app.pekerjaan_tunggal import only_one
from eoffice_app.persuratan.cetak import buku_agenda_keluar, buku_agenda_masuk, buku_ekspedisi
from eoffice_app.persuratan.cetak.buku import get_printable_book, make_book, write_period
from eoffice_app.persuratan.cetak.tanggal import write_date
from eoffice_app.persuratan.pemberitahuan.pengirim import ring_bell

TUGAS = "eoffice_app.persuratan.cetak.buku_panjang.make_ordered_book"
BATAS_WAKTU_DETIK = 3600
UMUR_BERKAS_HARI = 7
# Of a file that is attached to nothing: by it a book is told from what people upload.
TANDA_BERKAS = "buku_tebal"


@frappe.whitelist(methods=["POST"])
def order_book(dari: str, sampai: str, buku: str | None = None) -> bool:
	"""Have the lines that a book gained in a period made into a PDF; the bell of the session's user tells when it is there.

	:param buku: code of a Buku Agenda; the Buku Ekspedisi when left out
	:return: whether it was ordered now; False where the same order of his is still under way
	:raises frappe.DoesNotExistError: no such book, or not for this user to print
	"""
	order = {"dari": str(getdate(dari)), "sampai": str(getdate(sampai)), "buku": buku}
	_require_print(frappe._dict(order))
	kunci = _name_order(order)
	# Who presses twice asks twice in the same moment.
	with only_one(kunci) as alone:
		if not alone or is_job_enqueued(kunci):
			return False
		limits = {"queue": "long", "timeout": BATAS_WAKTU_DETIK}
		# Else a job of this name that is done would hold up the new one.
		frappe.enqueue(TUGAS, job_id=kunci, deduplicate=True, **limits, **order)
	return True


def make_ordered_book(dari: str, sampai: str, buku: str | None = None) -> None:
	"""Make the book that somebody ordered into a private file of his, and tell him; see `order_book`.

	:raises frappe.DoesNotExistError: he may no longer print it
	:raises BukuTerlaluTebalError: even for a file too many lines
	:raises OSError: as `make_pdf`
	"""
	doc = frappe._dict(buku=buku, dari=getdate(dari), sampai=getdate(sampai), di_latar=True)
	naskah = _find_paper(buku).NASKAH
	titled = {"buku": _(naskah), "periode": write_period(doc)}
	try:
		berkas = _keep(*make_book(naskah, doc))
	except Exception:
		frappe.db.rollback()
		_tell(
			_("{buku} {periode} tidak dapat disiapkan").format(**titled),
			_("Siapkan periode yang lebih pendek, atau hubungi pengelola E-Office."),
		)
		# Else it would be undone together with the job that failed.
		frappe.db.commit()
		raise
	link = f'<a href="{escape_html(berkas.file_url)}">{escape_html(berkas.file_name)}</a>'
	until = write_date(add_days(nowdate(), UMUR_BERKAS_HARI))
	_tell(
		_("{buku} {periode} sudah siap").format(**titled),
		_("Unduh: {0}. Berkas ini disimpan sampai {1}.").format(link, until),
	)


def sweep() -> None:
	"""Remove the books that were kept long enough: run each day."""
	# The last day that the bell named is a whole one.
	before = add_to_date(now_datetime(), days=-UMUR_BERKAS_HARI - 1)
	filters = {"attached_to_field": TANDA_BERKAS, "creation": ["<", before]}
	for name in frappe.get_all("File", {**filters, "attached_to_doctype": ["is", "not set"]}, pluck="name"):
		frappe.delete_doc("File", name, ignore_permissions=True, delete_permanently=True)
		frappe.db.commit()


def _require_print(doc: frappe._dict) -> None:
	if doc.buku:
		get_printable_book(_find_paper(doc.buku).DOCTYPE, doc.buku)
	else:
		buku_ekspedisi.require_print(doc)


def _find_paper(buku: str | None):
	if not buku:
		return buku_ekspedisi
	masuk = frappe.db.get_value("Buku Agenda", buku, "jenis") == "Masuk"
	return buku_agenda_masuk if masuk else buku_agenda_keluar


def _name_order(order: dict) -> str:
	parts = (frappe.session.user, *(order[part] or "" for part in ("buku", "dari", "sampai")))
	return f"{TANDA_BERKAS}_{sha256(repr(parts).encode()).hexdigest()[:20]}"


def _keep(name: str, content: bytes):
	values = {"file_name": name, "is_private": 1, "content": content, "attached_to_field": TANDA_BERKAS}
	return frappe.get_doc({"doctype": "File", **values}).insert(ignore_permissions=True)


def _tell(judul: str, isi: str) -> None:
	user = frappe.session.user
	ring_bell(user, judul, user, isi=isi)
