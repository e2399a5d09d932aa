"""The agenda books of outgoing letters: one line for each numbered letter, under the running number of the book.

Nobody writes lines by hand: they come with the number of the letter, follow the letter, and are never deleted.
"""

import frappe
from frappe import _
from frappe.model.document import Document
from frappe.utils import getdate, now_datetime

from eoffice_app.hak_akses.aturan import SIFAT_RAHASIA
from eoffice_app.penomoran.penghitung import allocate_number
from eoffice_app.persuratan.keadaan_keluar import BATAL
from eoffice_app.persuratan.surat_masuk.buku import BERITA_KELUAR, KELUAR
from eoffice_app.saluran.keadaan import SANAPATI, TERKIRIM

DOCTYPE = "Agenda Keluar"
TERDAFTAR = "Terdaftar"


class BukuKeluarTidakAdaError(frappe.ValidationError):
	"""No active agenda book for an outgoing letter."""


def enter_agenda_keluar(surat: Document) -> str:
	"""Write a numbered letter's line into its book, in the transaction that numbers it and as its last act.

	A second call for the same letter writes nothing.
	Source: SOP 003 (surat keluar, "Membukukan surat keluar dan memberi nomor").

	:param surat: a Surat Keluar with `nomor` and `tanggal_surat`
	:return: name of the line
	:raises BukuKeluarTidakAdaError: see there
	"""
	kunci = f"{surat.doctype}/{surat.name}"
	tujuan = "; ".join(row.nama_penerima or "" for row in surat.tujuan)
	return frappe.db.get_value(DOCTYPE, {"kunci_surat": kunci}) or _write_line(
		surat, kunci, KELUAR, tujuan=tujuan
	)


def follow_surat_keluar(surat: Document) -> None:
	"""Say in the books that a letter was cancelled; its lines stay.

	:param surat: a Surat Keluar being saved
	"""
	if surat.workflow_state == BATAL:
		frappe.db.set_value(DOCTYPE, {"surat_keluar": surat.name}, "keadaan", BATAL)


def record_pengiriman(pengiriman: Document) -> None:
	"""Write into the books that a copy of a letter has gone: the day of the first one, and a line for each berita.

	:param pengiriman: a Pengiriman Surat, just saved
	"""
	if not pengiriman.dikirim_pada:
		return
	first = {
		"kunci_surat": f"Surat Keluar/{pengiriman.surat_keluar}",
		"tanggal_pengiriman": ["is", "not set"],
	}
	frappe.db.set_value(DOCTYPE, first, "tanggal_pengiriman", getdate(pengiriman.dikirim_pada))
	if pengiriman.cara == SANAPATI and pengiriman.keadaan == TERKIRIM:
		enter_berita_keluar(pengiriman)


def enter_berita_keluar(pengiriman: Document) -> str:
	"""Write the line of a delivery by Sanapati into the book of berita keluar, once; return its name.

	Source: SOP 003 (Sanapati, "Mengagendakan surat tersebut di buku agenda berita keluar").

	:raises BukuKeluarTidakAdaError: see there
	"""
	kunci = f"{pengiriman.doctype}/{pengiriman.name}"
	if name := frappe.db.get_value(DOCTYPE, {"kunci_surat": kunci}):
		return name
	surat = frappe.get_doc("Surat Keluar", pengiriman.surat_keluar)
	return _write_line(
		surat,
		kunci,
		BERITA_KELUAR,
		tujuan=pengiriman.nama_penerima,
		tanggal_pengiriman=getdate(pengiriman.dikirim_pada),
	)


def find_buku(jenis: str, sifat: str) -> str:
	"""Return the active book of a kind for letters of a sifat, the first by its code.

	Secret letters have books of their own, so that no number seems to be missing to the others.

	:raises BukuKeluarTidakAdaError: there is none
	"""
	filters = {"jenis": jenis, "rahasia": int(sifat in SIFAT_RAHASIA), "aktif": 1}
	books = frappe.get_all("Buku Agenda", filters=filters, order_by="kode asc", pluck="name", limit=1)
	if not books:
		frappe.throw(
			_(
				"Belum ada buku agenda berjenis {0} yang aktif untuk surat bersifat {1}. Minta Pengelola E-Office membuatnya, lalu ulangi."
			).format(frappe.bold(_(jenis)), frappe.bold(_(sifat))),
			BukuKeluarTidakAdaError,
			title=_("Buku agenda belum ada"),
		)
	return books[0]


def _write_line(surat: Document, kunci: str, jenis: str, **values) -> str:
	moment = now_datetime()
	line = frappe.get_doc(
		{
			"doctype": DOCTYPE,
			"buku": find_buku(jenis, surat.sifat),
			"tahun": moment.year,
			"kunci_surat": kunci,
			"dicatat_pada": moment,
			"keadaan": TERDAFTAR,
			"surat_keluar": surat.name,
			"nomor_surat": surat.nomor,
			"tanggal_surat": surat.tanggal_surat,
			"perihal": surat.perihal,
			**values,
		}
	)
	line.set_user_and_timestamp()
	line.set_new_name()
	# Last of all, because the counter stays locked from here to the end of the transaction.
	line.nomor_urut = allocate_number(f"Agenda Keluar/{line.buku}/{line.tahun}")
	line.kunci_nomor = f"{line.buku}/{line.tahun}/{line.nomor_urut}"
	line.db_insert()
	return line.name
