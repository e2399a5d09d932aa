"""The Buku Ekspedisi: one line for each letter that went with a caraka, with who took it, when, and his signature.

Sources: SOP 002, 8 and 9; SOP 001 ("Buku ekspedisi / tanda terima"); the columns are those of the paper book.
"""

from datetime import date

import frappe
from frappe import _
from frappe.model.document import Document
from frappe.utils import getdate

from eoffice_app.ekspedisi.baris import hide_unseen, list_of_run, read_baris
from eoffice_app.ekspedisi.gambar import shrink_tanda_tangan
from eoffice_app.ekspedisi.keadaan import TIDAK_TERKIRIM
from eoffice_app.persuratan.cetak.buku import (
	TataBuku,
	lay_out,
	require_printable,
	send_book,
	write_period,
)
from eoffice_app.persuratan.cetak.kop import embed_image, get_kop
from eoffice_app.persuratan.cetak.tanggal import write_date, write_time
from eoffice_app.persuratan.cetak.teks import write_text

NASKAH = "Buku Ekspedisi"
TATA = TataBuku(
	kolom={
		"tanggal": 8,
		"surat": 17,
		"isi": 18,
		"kepada": 14,
		"penerima": 11,
		"waktu": 9,
		"keterangan": 10,
	},
	# That of a signature.
	terendah=10.6,
)


def get_buku_ekspedisi(doc: Document) -> dict:
	"""Return what the Buku Ekspedisi says: of one run, or of all runs of a period.

	:param doc: an Ekspedisi, or a dict of `dari`, `sampai` and whether it is made `di_latar`
	:return: dict of `kop`, `judul`, `keterangan` (lines below the title) and `halaman`, lists of rows: dicts of
	        TATA.kolom, `nomor_urut` and `paraf` (the signature as a data address)
	:raises frappe.DoesNotExistError: no such run, or not for this user
	:raises BukuTerlaluTebalError: too many lines
	"""
	require_print(doc)
	rows = _read_period(doc) if doc.get("dari") else list_of_run(doc.name)
	shown = [_describe(row) for row in hide_unseen(rows, frappe.session.user)]
	return {
		"kop": get_kop(),
		"judul": NASKAH.upper(),
		"keterangan": _describe_book(doc),
		"halaman": list(lay_out(shown, TATA)),
	}


@frappe.whitelist()
def download_buku(dari: str, sampai: str) -> None:
	"""Answer with the Buku Ekspedisi of a period as PDF, in the office's own look.

	:raises: as `get_buku_ekspedisi`
	"""
	send_book(NASKAH, frappe._dict(dari=getdate(dari), sampai=getdate(sampai)))


def require_print(doc: Document) -> None:
	"""Check that the session's user prints a run, or the book of a period.

	:param doc: see `get_buku_ekspedisi`
	:raises frappe.DoesNotExistError: no such run, or not for this user
	"""
	name = None if doc.get("dari") else doc.name
	if not frappe.has_permission("Ekspedisi", "print", name):
		frappe.throw(
			_("Ekspedisi ini tidak ditemukan."), frappe.DoesNotExistError, title=_("Tidak ditemukan")
		)


def _read_period(doc: frappe._dict) -> list[frappe._dict]:
	rows = read_baris(
		"date(baris.dikirim_pada) between %(dari)s and %(sampai)s", {"dari": doc.dari, "sampai": doc.sampai}
	)
	require_printable(len(rows), doc, NASKAH)
	return rows


def _describe_book(doc: Document) -> list[str]:
	if doc.get("dari"):
		return [write_period(doc)]
	return [f"Ekspedisi nomor {doc.nomor or '-'}, {write_date(doc.tanggal)}", f"Caraka: {doc.nama_caraka}"]


def _describe(row: frappe._dict) -> dict:
	numbered = {"nomor_urut": row.nomor_urut or "", "tanggal": _write_day(row.dikirim_pada)}
	outcome = {"waktu": write_time(row.waktu) if row.waktu else "", "paraf": ""}
	if not row.terlihat:
		hidden = dict.fromkeys(("surat", "kepada", "penerima"), "")
		note = "Tidak terkirim" if row.hasil == TIDAK_TERKIRIM else ""
		return {
			**numbered,
			**outcome,
			**hidden,
			"isi": "(terbatas bagi pejabat tertentu)",
			"keterangan": note,
		}
	if row.tanda_tangan and row.hasil != TIDAK_TERKIRIM:
		outcome["paraf"] = embed_image(row.tanda_tangan, shrink_tanda_tangan)
	return {
		**numbered,
		**outcome,
		"surat": f"{_write_day(row.tanggal_surat)}\n{row.nomor_surat or ''}",
		"isi": _describe_isi(row),
		"kepada": "\n".join(filter(None, (row.tujuan, row.melalui and f"melalui {row.melalui}"))),
		"penerima": "\n".join(
			filter(None, (write_text(row.nama_penerima), write_text(row.jabatan_penerima)))
		),
		"keterangan": _describe_keterangan(row),
	}


def _describe_isi(row: frappe._dict) -> str:
	# The book lies on counters and travels: of what is not Biasa it says no more than that.
	return (
		write_text(row.perihal) if row.sifat == "Biasa" else f"Surat {row.sifat} (perihal tidak dicantumkan)"
	)


def _describe_keterangan(row: frappe._dict) -> str:
	if row.hasil != TIDAK_TERKIRIM:
		return row.jenis_salinan
	return "\n".join(
		filter(None, (row.jenis_salinan, f"Tidak terkirim: {write_text(row.alasan)}", row.tindak_lanjut))
	)


def _write_day(day: date | None) -> str:
	return getdate(day).strftime("%d-%m-%Y") if day else ""
