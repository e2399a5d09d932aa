"""What came of a letter on a run is written into the book, and into its delivery, once.

Sources: SOP 002, 8 ("meminta paraf tanda terima penerima surat"); SOP 001, Peringatan ("agar dibuat tanda terima melalui
buku ekspedisi").
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

import frappe
from frappe import _
from frappe.model.document import Document
from frappe.utils import now_datetime

from eoffice_app.ekspedisi.baris import save_baris
from eoffice_app.ekspedisi.galat import SudahTercatatError, TandaTerimaTidakSahError
from eoffice_app.ekspedisi.keadaan import DITERIMA, TIDAK_TERKIRIM
from eoffice_app.saluran.pengiriman import BuktiTerima, record_delivered, record_undelivered

# By so much a clock may be wrong before a time is refused.
SELISIH_JAM = timedelta(minutes=5)
NAMA_TERPANJANG = 140


@dataclass(frozen=True)
class HasilAntar:
	"""What is said of one letter; pictures as bytes, already read by `gambar.py`."""

	hasil: str
	waktu: datetime
	nama_penerima: str = ""
	jabatan_penerima: str = ""
	alasan: str = ""
	tanda_tangan: bytes | None = None
	foto: bytes | None = None
	kunci: str | None = None
	dipindai: bool = False


def write_hasil(run: Document, baris: Document, hasil: HasilAntar) -> None:
	"""Write what came of a letter, into its line and its delivery, within the running transaction.

	A letter first noted as undelivered may still be delivered on the same run.

	:param baris: the line, locked
	:raises TandaTerimaTidakSahError: something is missing, or the time cannot be
	:raises SudahTercatatError: somebody has signed for it already
	:raises PengirimanTertutupError: the delivery was cancelled
	"""
	_check(run, baris, hasil)
	if hasil.hasil == DITERIMA:
		_deliver(run, baris, hasil)
		said = (hasil.nama_penerima.strip(), hasil.jabatan_penerima.strip(), "")
	else:
		record_undelivered(baris.pengiriman, hasil.alasan.strip())
		said = ("", "", hasil.alasan.strip())
	save_baris(
		baris,
		hasil=hasil.hasil,
		waktu=hasil.waktu,
		tercatat_pada=now_datetime(),
		tercatat_oleh=frappe.session.user,
		**dict(zip(("nama_penerima", "jabatan_penerima", "alasan"), said, strict=True)),
		kunci=hasil.kunci,
		dipindai=int(hasil.dipindai),
	)
	_announce(run)


def _check(run: Document, baris: Document, hasil: HasilAntar) -> None:
	if baris.hasil == DITERIMA or (baris.hasil and hasil.hasil == baris.hasil):
		_refuse_second(baris)
	if hasil.hasil not in (DITERIMA, TIDAK_TERKIRIM):
		_refuse(_("Pilih diterima atau tidak terkirim."))
	if hasil.hasil == DITERIMA and not hasil.nama_penerima.strip():
		_refuse(_("Isi nama penerima surat."))
	if max(len(hasil.nama_penerima), len(hasil.jabatan_penerima)) > NAMA_TERPANJANG:
		_refuse(_("Nama atau jabatan penerima terlalu panjang. Ringkas, lalu simpan kembali."))
	if hasil.hasil == TIDAK_TERKIRIM and not hasil.alasan.strip():
		_refuse(_("Isi alasan surat tidak terkirim."))
	_check_waktu(run, hasil.waktu)


def _check_waktu(run: Document, waktu: datetime) -> None:
	if waktu > now_datetime() + SELISIH_JAM:
		_refuse(_("Waktu tanda terima belum tiba. Betulkan jam ponsel atau waktunya, lalu kirim kembali."))
	if waktu < run.diserahkan_pada - SELISIH_JAM:
		_refuse(
			_(
				"Waktu tanda terima mendahului penyerahan surat kepada caraka. Betulkan jam ponsel atau waktunya, lalu catat kembali."
			)
		)


def _deliver(run: Document, baris: Document, hasil: HasilAntar) -> None:
	bukti = BuktiTerima(
		diterima_pada=hasil.waktu,
		diterima_oleh=hasil.nama_penerima.strip(),
		jabatan=hasil.jabatan_penerima.strip(),
		tanda_tangan=_keep(baris.pengiriman, "tanda_tangan", "tanda-tangan.png", hasil.tanda_tangan),
		foto=_keep(baris.pengiriman, "foto", "foto-penyerahan.jpg", hasil.foto),
		ekspedisi=run.name,
	)
	if not record_delivered(baris.pengiriman, bukti):
		_refuse_second(baris)


def _announce(run: Document) -> None:
	# The room of the run lets in only who may read it.
	frappe.publish_realtime(
		"hasil_ekspedisi",
		{"ekspedisi": run.name},
		doctype=run.doctype,
		docname=run.name,
		after_commit=True,
	)


def _keep(pengiriman: str, field: str, nama: str, content: bytes | None) -> str | None:
	"""Keep a picture as a private file of the delivery; return its address."""
	if not content:
		return None
	berkas = frappe.get_doc(
		{
			"doctype": "File",
			"file_name": nama,
			"content": content,
			"is_private": 1,
			"attached_to_doctype": "Pengiriman Surat",
			"attached_to_name": pengiriman,
			"attached_to_field": field,
		}
	)
	return berkas.insert(ignore_permissions=True).file_url


def _refuse_second(baris: Document) -> None:
	frappe.throw(
		_("Hasil surat ini sudah tercatat pada {0}. Catatan kedua tidak disimpan.").format(
			frappe.format(baris.waktu, "Datetime")
		),
		SudahTercatatError,
		title=_("Sudah tercatat"),
	)


def _refuse(message: str) -> None:
	frappe.throw(message, TandaTerimaTidakSahError, title=_("Tanda terima belum sah"))
