"""The Buku Agenda Keluar: the lines of an outgoing book of a period, in the order of their running numbers.

The columns are those of the paper book: running number, day of sending, number and date of the letter, addressee, summary.
"""

import frappe
from frappe.model.document import Document
from frappe.utils import getdate

from eoffice_app.persuratan.cetak.buku import TataBuku, compose_agenda, send_book
from eoffice_app.persuratan.cetak.teks import write_text
from eoffice_app.persuratan.keadaan_keluar import BATAL
from eoffice_app.persuratan.surat_keluar.agenda import DOCTYPE

NASKAH = "Buku Agenda Keluar"
TATA = TataBuku(
	kolom={"nomor_surat": 20, "tujuan": 25, "isi": 30},
	terendah=4,
)
KOSONG = dict.fromkeys((*TATA.kolom, "tanggal_pengiriman", "tanggal_surat"), "")
TERSEMBUNYI = "(terbatas bagi pejabat tertentu)"


def get_buku_agenda_keluar(doc: Document) -> dict:
	"""Return what the Buku Agenda Keluar says: of a period, or of one line.

	:param doc: an Agenda Keluar, or a dict of `buku`, `dari` and `sampai`
	:return: see `compose_agenda`; its rows see `read_rows`
	:raises: as `compose_agenda`
	"""
	return compose_agenda(DOCTYPE, doc, TATA, lambda hidden: read_rows(_compose_filters(doc), hidden=hidden))


@frappe.whitelist()
def download_buku(buku: str, dari: str, sampai: str) -> None:
	"""Answer with the lines that a book gained in a period as PDF, in the office's own look.

	:raises: as `get_buku_agenda_keluar`
	"""
	send_book(NASKAH, frappe._dict(buku=buku, dari=getdate(dari), sampai=getdate(sampai)))


def read_rows(filters: dict, limit: int = 0, *, hidden: bool) -> list[dict]:
	"""Return lines of the book in its order.

	:param filters: of Agenda Keluar
	:param limit: no more than so many; all when 0
	:param hidden: whether lines of letters that the session's user may not see stand there too, with the number alone
	:return: dicts of TATA.kolom, `nomor_urut`, `tanggal_pengiriman`, `tanggal_surat`, `surat_keluar` and `terlihat`
	"""
	asked = {"filters": filters, "order_by": "tahun asc, nomor_urut asc", "limit_page_length": limit}
	# A page length of 0 is no limit to either.
	seen = set(frappe.get_list(DOCTYPE, pluck="name", **asked))
	lines = frappe.get_all(
		DOCTYPE, fields=["*"], **(asked if hidden else {**asked, "filters": {"name": ["in", list(seen)]}})
	)
	letters = {line.surat_keluar for line in lines if line.name in seen}
	sifat = dict(
		frappe.get_all(
			"Surat Keluar", filters={"name": ["in", list(letters)]}, fields=["name", "sifat"], as_list=True
		)
	)
	return [_describe(line, sifat[line.surat_keluar]) if line.name in seen else _hide(line) for line in lines]


def _compose_filters(doc: Document) -> dict:
	if not doc.get("dari"):
		return {"name": doc.name}
	return {"buku": doc.buku, "dicatat_pada": ["between", [getdate(doc.dari), getdate(doc.sampai)]]}


def _hide(line: frappe._dict) -> dict:
	return {
		**KOSONG,
		"nomor_urut": line.nomor_urut,
		"isi": TERSEMBUNYI,
		"surat_keluar": None,
		"terlihat": 0,
	}


def _describe(line: frappe._dict, sifat: str) -> dict:
	# The book lies on counters: of what is not Biasa it says no more than that.
	isi = write_text(line.perihal) if sifat == "Biasa" else f"Surat {sifat} (perihal tidak dicantumkan)"
	return {
		"nomor_urut": line.nomor_urut,
		"tanggal_pengiriman": _write_day(line.tanggal_pengiriman),
		"nomor_surat": line.nomor_surat or "",
		"tanggal_surat": _write_day(line.tanggal_surat),
		"tujuan": write_text(line.tujuan).replace("; ", "\n"),
		"isi": f"BATAL. {isi}" if line.keadaan == BATAL else isi,
		"surat_keluar": line.surat_keluar,
		"terlihat": 1,
	}


def _write_day(day) -> str:
	return getdate(day).strftime("%d-%m-%Y") if day else ""
