"""The deliveries of a letter: one for each addressee and tembusan, planned when it is numbered, and what became of each.

Whoever calls `record_*` has checked that the user may: the operator's acts do so in `tindakan.py`. Each waits for its
turn at the letter's row, so that two at once count as two, and a second click as none.
Sources: SOP 003 (surat keluar, Sanapati), SOP 002, 7 to 9, SOP 001 (fax).
"""

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import datetime

import frappe
from frappe import _
from frappe.model.document import Document
from frappe.utils import now_datetime

from eoffice_app.organisasi.kalender import HARI_KERJA
from eoffice_app.organisasi.waktu_kerja import add_work_time
from eoffice_app.persuratan.surat_keluar.agenda import record_pengiriman
from eoffice_app.saluran.alamat import read_alamat
from eoffice_app.saluran.aturan import choose_saluran, find_aturan, list_saluran
from eoffice_app.saluran.keadaan import (
	ASLI,
	BATAL,
	CARAKA,
	DALAM_PENGIRIMAN,
	MENUNGGU,
	POS,
	TEMBUSAN,
	TERKIRIM,
	TIDAK_TERKIRIM,
)
from eoffice_app.saluran.petugas import tell_senders
from eoffice_app.saluran.surat import follow_pengiriman

DOCTYPE = "Pengiriman Surat"
PENGIRIM_OTOMATIS = "eoffice_app.saluran.otomatis.send_planned"
# What a delivery repeats of its letter, for lists and journals.
KOLOM_SURAT = {"nomor_surat": "nomor", "tanggal_surat": "tanggal_surat"}
KOLOM_SURAT |= {column: column for column in ("perihal", "sifat", "unit_penyusun")}


class PengirimanTertutupError(frappe.ValidationError):
	"""A delivery that has ended, and is to be recorded once more as something else."""


@dataclass(frozen=True)
class JejakKirim:
	"""What is known of the sending; what is left out stays as it was."""

	dikirim_pada: datetime | None = None
	operator: str | None = None
	halaman: int | None = None
	nomor_bukti: str | None = None
	ekspedisi: str | None = None
	antrean_surel: str | None = None
	message_id: str | None = None
	surat_masuk: str | None = None


@dataclass(frozen=True)
class BuktiTerima:
	"""The tanda terima: when it was received, by whom, as what; signature and photo as addresses of private files."""

	diterima_pada: datetime
	diterima_oleh: str
	jabatan: str = ""
	tanda_tangan: str | None = None
	foto: str | None = None
	ekspedisi: str | None = None


def plan_pengiriman(surat: Document) -> list[str]:
	"""Write the deliveries of a numbered letter that are not there yet, each with the way that is proposed for it.

	Called in the transaction that numbers the letter, so it never refuses one: where no way leads to an addressee the
	operator chooses.

	:param surat: a Surat Keluar with its number
	:return: names of the new deliveries
	"""
	present = set(
		frappe.get_all(
			DOCTYPE,
			filters={"surat_keluar": surat.name},
			fields=["jenis_salinan", "jenis_penerima", "penerima"],
			as_list=True,
		)
	)
	rows = dict.fromkeys(_list_salinan(surat))
	new = [add_pengiriman(surat, *row) for row in rows if row[:3] not in present]
	if new:
		tell_senders(surat)
	return new


def queue_automatic(letters: list[str]) -> None:
	"""Start the job that sends what goes by itself of these letters, as soon as the transaction is committed.

	:param letters: names of Surat Keluar with their deliveries planned
	"""
	frappe.enqueue(PENGIRIM_OTOMATIS, queue="short", enqueue_after_commit=True, letters=letters)


def add_pengiriman(surat: Document, jenis_salinan: str, jenis_penerima: str, penerima: str, nama: str) -> str:
	"""Write one delivery of a letter, with the way that is proposed for it; return its name.

	:param nama: what the letter calls the addressee
	"""
	alamat = read_alamat(jenis_penerima, penerima)
	aturan = find_aturan(jenis_penerima, penerima)
	wanted = [name for name in (aturan.saluran, aturan.saluran_cadangan) if name]
	doc = frappe.get_doc(
		{
			"doctype": DOCTYPE,
			"surat_keluar": surat.name,
			**{column: surat.get(source) for column, source in KOLOM_SURAT.items()},
			"jenis_salinan": jenis_salinan,
			"jenis_penerima": jenis_penerima,
			"penerima": penerima,
			"nama_penerima": nama,
			**{column: value for column, value in asdict(alamat).items() if column != "jenis"},
			"melalui": aturan.melalui,
			"perlu_surat_pengantar": aturan.perlu_surat_pengantar,
			"perlu_tanda_terima": aturan.perlu_tanda_terima,
		}
	)
	set_saluran(doc, choose_saluran(wanted, list_saluran(), alamat, surat.sifat))
	doc.flags.langkah = True
	return doc.insert(ignore_permissions=True).name


def set_saluran(doc: Document, saluran: str | None) -> None:
	"""Let a delivery go by a way from now on: its deadline counts from here."""
	cara, hari = frappe.db.get_value("Saluran Pengiriman", saluran or "", ["cara", "hari_batas"]) or (None, 0)
	batas = add_work_time(now_datetime(), hari, HARI_KERJA) if hari else None
	doc.update({"saluran": saluran, "cara": cara, "batas_waktu": batas, "pengingat_berikut": batas})


def set_kelengkapan(doc: Document, surat_pengantar: bool, tanda_terima: bool, jenis_salinan: str) -> None:
	"""Say which papers go with a delivery that waits, and what its copy is.

	:param doc: a locked Pengiriman Surat
	:raises frappe.UniqueValidationError: the addressee has such a copy already
	"""
	doc.update(
		{
			"perlu_surat_pengantar": int(surat_pengantar),
			"perlu_tanda_terima": int(tanda_terima),
			"jenis_salinan": jenis_salinan,
		}
	)
	_save(doc, doc.keadaan)


def record_sent(pengiriman: str, jejak: JejakKirim) -> str:
	"""Note that a delivery has left; return its state.

	One by caraka, and one by post whose receiver is to sign for it, is under way until it is received; all others are
	delivered when sent, unless an e-mail still waits for its server (see `surel.py`).

	:param pengiriman: name of the Pengiriman Surat
	:raises PengirimanTertutupError: it was cancelled
	"""
	doc = _note_trace(pengiriman, jejak)
	if doc.keadaan == TERKIRIM:
		return TERKIRIM
	doc.dikirim_pada = doc.dikirim_pada or now_datetime()
	return _save(doc, DALAM_PENGIRIMAN if _is_under_way(doc) else TERKIRIM)


def record_under_way(pengiriman: str, jejak: JejakKirim) -> str:
	"""Note that a delivery is on its way and that somebody will tell how it ended; return its state.

	:raises PengirimanTertutupError: it was cancelled
	"""
	doc = _note_trace(pengiriman, jejak)
	return TERKIRIM if doc.keadaan == TERKIRIM else _save(doc, DALAM_PENGIRIMAN)


def record_delivered(pengiriman: str, bukti: BuktiTerima) -> bool:
	"""Note that a delivery was received. The same receipt sent twice changes nothing.

	:return: whether it was noted; False where it had been received already
	:raises PengirimanTertutupError: it was cancelled
	"""
	doc = lock_pengiriman(pengiriman)
	_refuse_closed(doc, (BATAL,))
	if doc.diterima_pada:
		return False
	doc.update(
		{
			"diterima_pada": bukti.diterima_pada,
			"diterima_oleh": bukti.diterima_oleh,
			"jabatan_penerima_surat": bukti.jabatan,
			"tanda_tangan": bukti.tanda_tangan,
			"foto": bukti.foto,
			"ekspedisi": bukti.ekspedisi or doc.ekspedisi,
			"dikirim_pada": doc.dikirim_pada or bukti.diterima_pada,
			"alasan": None,
		}
	)
	_save(doc, TERKIRIM)
	return True


def record_undelivered(pengiriman: str, alasan: str) -> bool:
	"""Note that a delivery came back, with the reason; it may then go once more, by this way or another.

	:return: whether it was noted; False where somebody has signed for it
	:raises PengirimanTertutupError: it was cancelled
	"""
	doc = lock_pengiriman(pengiriman)
	_refuse_closed(doc, (BATAL,))
	if doc.diterima_pada:
		return False
	doc.update({"alasan": alasan, "ekspedisi": None, "antrean_surel": None})
	_save(doc, TIDAK_TERKIRIM)
	return True


def record_waiting(pengiriman: str, saluran: str | None = None) -> None:
	"""Let a delivery wait anew: one that came back, or whose way is to be another.

	:param saluran: the way it goes from now on; the same as before when left out
	:raises PengirimanTertutupError: it has been sent or cancelled
	"""
	doc = lock_pengiriman(pengiriman)
	_refuse_closed(doc, (BATAL, TERKIRIM))
	doc.update(
		{"alasan": None, "ekspedisi": None, "antrean_surel": None, "dikirim_pada": None, "percobaan": 0}
	)
	set_saluran(doc, saluran or doc.saluran)
	_save(doc, MENUNGGU)


def record_cancelled(pengiriman: str, alasan: str) -> None:
	"""Cancel a delivery that has not gone; it stays, with the reason.

	:raises PengirimanTertutupError: it has gone, or is on its way
	"""
	doc = lock_pengiriman(pengiriman)
	_refuse_closed(doc, (BATAL, TERKIRIM, DALAM_PENGIRIMAN))
	doc.alasan = alasan
	_save(doc, BATAL)


def lock_pengiriman(pengiriman: str) -> Document:
	"""Return a delivery that nobody else can change until this transaction ends: letters first, then deliveries."""
	surat = frappe.db.get_value(DOCTYPE, pengiriman, "surat_keluar")
	frappe.db.get_value("Surat Keluar", surat, "name", for_update=True)
	return frappe.get_doc(DOCTYPE, pengiriman, for_update=True)


def _list_salinan(surat: Document) -> Iterator[tuple[str, str, str, str]]:
	for jenis, table in ((ASLI, surat.tujuan), (TEMBUSAN, surat.tembusan)):
		for row in table:
			yield jenis, row.jenis_penerima, row.penerima, row.nama_penerima


def _is_under_way(doc: Document) -> bool:
	return doc.cara == CARAKA or (doc.cara == POS and bool(doc.perlu_tanda_terima))


def _note_trace(pengiriman: str, jejak: JejakKirim) -> Document:
	"""Lock a delivery and, unless it has arrived already, put down how it goes."""
	doc = lock_pengiriman(pengiriman)
	_refuse_closed(doc, (BATAL,))
	if doc.keadaan != TERKIRIM:
		doc.update({key: value for key, value in asdict(jejak).items() if value is not None})
		doc.alasan = None
	return doc


def _refuse_closed(doc: Document, states: tuple) -> None:
	if doc.keadaan in states:
		frappe.throw(
			_("Pengiriman kepada {0} berkeadaan {1}, sehingga langkah ini tidak berlaku lagi.").format(
				frappe.bold(doc.nama_penerima), frappe.bold(_(doc.keadaan))
			),
			PengirimanTertutupError,
			title=_("Pengiriman sudah ditutup"),
		)


def _save(doc: Document, keadaan: str) -> str:
	doc.keadaan = keadaan
	if keadaan in (TERKIRIM, BATAL):
		doc.pengingat_berikut = None
	doc.flags.langkah = True
	doc.save(ignore_permissions=True)
	follow_pengiriman(doc.surat_keluar)
	record_pengiriman(doc)
	return keadaan
