"""What the operator does with deliveries in the desk. Each act checks sight, right and state, and waits for its turn."""

from datetime import datetime

import frappe
from frappe import _
from frappe.model.document import Document
from frappe.utils import cint, get_datetime, now_datetime

from eoffice_app.exceptions import AlasanKosongError, TransisiTidakSahError
from eoffice_app.hak_akses.surat import get_visible_surat
from eoffice_app.persuratan.giliran import take_surat
from eoffice_app.persuratan.keadaan_keluar import BERNOMOR, DIARSIPKAN, TERKIRIM
from eoffice_app.saluran import langkah
from eoffice_app.saluran.keadaan import FAKS, POS, SANAPATI, SRIKANDI, TINDASAN
from eoffice_app.saluran.kirim import send_pengiriman
from eoffice_app.saluran.pengiriman import (
	DOCTYPE,
	BuktiTerima,
	JejakKirim,
	add_pengiriman,
	record_cancelled,
	record_delivered,
	record_sent,
	record_undelivered,
	record_waiting,
	set_kelengkapan,
)
from eoffice_app.saluran.petugas import may_send, require_sender, require_sender_of_letter
from eoffice_app.saluran.pilihan_saluran import list_pilihan, require_saluran
from eoffice_app.saluran.surat import move_surat

# What stands in the journals of these ways (SOP 001: "jurnal pengiriman"; SOP 003: "mencatat waktu pengiriman").
BERHALAMAN = (FAKS, SANAPATI)
BERNOMOR_BUKTI = (SRIKANDI, POS)
# A letter that has been filed is closed, its deliveries with it.
DAPAT_DIKIRIM = (BERNOMOR, TERKIRIM)


class CatatanKurangError(frappe.ValidationError):
	"""A record of sending or receiving that lacks what its journal needs, or names a time that cannot be."""


@frappe.whitelist()
def list_pengiriman(surat_keluar: str) -> list[dict]:
	"""Return the deliveries of a letter, with what the user may do with each, for the section of its form.

	:return: dicts of the delivery's columns and `langkah`
	:raises frappe.DoesNotExistError: no such letter, or not for this user
	"""
	surat = get_visible_surat(surat_keluar, "Surat Keluar")
	rows = frappe.get_all(
		DOCTYPE, filters={"surat_keluar": surat.name}, pluck="name", order_by="creation asc"
	)
	return [_describe(frappe.get_doc(DOCTYPE, name)) for name in rows]


@frappe.whitelist()
def get_pilihan(pengiriman: str) -> dict:
	"""Return what may be done with a delivery, and by which ways it may go.

	:return: dict of `langkah` and `saluran`
	:raises frappe.DoesNotExistError: no such delivery, or not for this user
	"""
	doc = _get_visible(pengiriman)
	return {"langkah": _list_own_langkah(doc), "saluran": list_pilihan(doc)}


@frappe.whitelist(methods=["POST"])
def send(pengiriman: str) -> str:
	"""Send a delivery by e-mail or internally; a second time changes nothing. Return its state.

	:raises: as `take_pengiriman` and `send_pengiriman`
	"""
	return send_pengiriman(take_pengiriman(pengiriman), frappe.session.user)


@frappe.whitelist(methods=["POST"])
def note_sent(
	pengiriman: str,
	dikirim_pada: str | None = None,
	halaman: int | None = None,
	nomor_bukti: str | None = None,
) -> str:
	"""Note that a delivery was sent by fax, Sanapati, SRIKANDI or post; return its state.

	:param dikirim_pada: when, in the office's zone; now when left out
	:param halaman: number of pages, for fax and Sanapati
	:param nomor_bukti: tracking number or the number that SRIKANDI returned
	:raises CatatanKurangError: the journal needs more, or the time has not come
	:raises: as `take_pengiriman`
	"""
	doc = take_pengiriman(pengiriman, langkah.CATAT_TERKIRIM)
	_require(doc.cara not in BERHALAMAN or cint(halaman) > 0, _("Isi jumlah halaman yang dikirim."))
	nomor = (nomor_bukti or "").strip()
	_require(
		doc.cara not in BERNOMOR_BUKTI or nomor, _("Isi nomor resi, atau nomor yang diberikan SRIKANDI.")
	)
	jejak = JejakKirim(
		_read_time(dikirim_pada, doc), frappe.session.user, cint(halaman) or None, nomor or None
	)
	return record_sent(doc.name, jejak)


@frappe.whitelist(methods=["POST"])
def note_received(
	pengiriman: str, diterima_oleh: str, jabatan: str = "", diterima_pada: str | None = None
) -> None:
	"""Note who received a delivery that no caraka's run carries: by post, or at the office's own desk.

	:raises CatatanKurangError: nobody is named, or the time has not come
	:raises: as `take_pengiriman`
	"""
	doc = take_pengiriman(pengiriman, langkah.CATAT_DITERIMA)
	nama = (diterima_oleh or "").strip()
	_require(nama, _("Isi nama orang yang menerima surat."))
	record_delivered(doc.name, BuktiTerima(_read_time(diterima_pada, doc), nama, (jabatan or "").strip()))


@frappe.whitelist(methods=["POST"])
def note_undelivered(pengiriman: str, alasan: str) -> None:
	"""Note that a delivery did not arrive.

	:raises AlasanKosongError: no reason
	:raises: as `take_pengiriman`
	"""
	doc = take_pengiriman(pengiriman, langkah.GAGAL)
	record_undelivered(doc.name, _require_alasan(alasan))


@frappe.whitelist(methods=["POST"])
def change_way(pengiriman: str, saluran: str) -> None:
	"""Let a delivery that has not gone, or came back, go by another way.

	:raises SaluranTidakSesuaiError: see `require_saluran`
	:raises: as `take_pengiriman`
	"""
	doc = take_pengiriman(pengiriman, langkah.UBAH_CARA)
	record_waiting(doc.name, require_saluran(doc, saluran).nama)


@frappe.whitelist(methods=["POST"])
def wait_again(pengiriman: str) -> None:
	"""Let a delivery that came back wait to be sent once more by the same way.

	:raises: as `take_pengiriman`
	"""
	record_waiting(take_pengiriman(pengiriman, langkah.KIRIM_ULANG).name)


@frappe.whitelist(methods=["POST"])
def change_papers(
	pengiriman: str, perlu_surat_pengantar: bool, perlu_tanda_terima: bool, jenis_salinan: str
) -> None:
	"""Say which papers go with a delivery, and what its copy is.

	:param jenis_salinan: Asli, Tindasan or Tembusan
	:raises: as `take_pengiriman` and `set_kelengkapan`
	"""
	doc = take_pengiriman(pengiriman, langkah.KELENGKAPAN)
	set_kelengkapan(doc, bool(perlu_surat_pengantar), bool(perlu_tanda_terima), jenis_salinan)


@frappe.whitelist(methods=["POST"])
def cancel(pengiriman: str, alasan: str) -> None:
	"""Cancel a delivery that has not gone.

	:raises AlasanKosongError: no reason
	:raises: as `take_pengiriman`
	"""
	doc = take_pengiriman(pengiriman, langkah.BATALKAN)
	record_cancelled(doc.name, _require_alasan(alasan))


@frappe.whitelist(methods=["POST"])
def add_tindasan(surat_keluar: str, jenis_penerima: str, penerima: str) -> str:
	"""Add a carbon copy for somebody whom the letter does not name, such as through the Bagian Umum; return its name.

	Source: SOP 003 ("sesuai alamat surat, tembusan, tindasan").

	:raises frappe.DoesNotExistError: no such letter, or not for this user; no such addressee
	:raises BukanPetugasPengirimanError: the user does not send it
	:raises TransisiTidakSahError: it is not numbered yet, was sent already, or he has a copy
	"""
	surat = take_surat(surat_keluar, "Surat Keluar")
	require_sender_of_letter(surat)
	_require_state(surat, BERNOMOR)
	kolom = {"Instansi": "nama_instansi", "Jabatan": "nama_jabatan"}.get(jenis_penerima)
	nama = kolom and frappe.db.get_value(jenis_penerima, penerima, kolom)
	if not nama:
		frappe.throw(_("Penerima ini tidak ditemukan."), frappe.DoesNotExistError, title=_("Tidak ditemukan"))
	key = {"surat_keluar": surat.name, "penerima": penerima, "jenis_penerima": jenis_penerima}
	if frappe.db.exists(DOCTYPE, {**key, "jenis_salinan": TINDASAN}):
		_refuse_state(_("{0} sudah mendapat tindasan surat ini.").format(frappe.bold(nama)))
	return add_pengiriman(surat, TINDASAN, jenis_penerima, penerima, nama)


@frappe.whitelist(methods=["POST"])
def archive(surat_keluar: str) -> str:
	"""File a letter that has reached everybody; return its new state.

	:raises frappe.DoesNotExistError: no such letter, or not for this user
	:raises BukanPetugasPengirimanError: the user does not file it
	:raises TransisiTidakSahError: it has not been sent to all
	"""
	surat = take_surat(surat_keluar, "Surat Keluar")
	require_sender_of_letter(surat)
	if surat.workflow_state != DIARSIPKAN:
		move_surat(surat.name, DIARSIPKAN)
	return DIARSIPKAN


def take_pengiriman(pengiriman: str, wanted: str | None = None) -> Document:
	"""Return a delivery that the user handles, once it is his turn to act on its letter.

	:param wanted: the step he wants to take, see `langkah.py`; any when left out
	:raises frappe.DoesNotExistError: no such delivery, or not for this user
	:raises BukanPetugasPengirimanError: he sees it, but does not send it
	:raises TransisiTidakSahError: the step does not apply now
	"""
	doc = _get_visible(pengiriman)
	surat = take_surat(doc.surat_keluar, "Surat Keluar")
	doc = frappe.get_doc(DOCTYPE, pengiriman, for_update=True)
	require_sender(doc)
	_require_state(surat, *DAPAT_DIKIRIM)
	if wanted:
		langkah.require_langkah(doc, wanted)
	return doc


def _get_visible(pengiriman: str) -> Document:
	if not frappe.db.exists(DOCTYPE, pengiriman) or not frappe.has_permission(DOCTYPE, "read", pengiriman):
		frappe.throw(
			_("Pengiriman ini tidak ditemukan."), frappe.DoesNotExistError, title=_("Tidak ditemukan")
		)
	return frappe.get_doc(DOCTYPE, pengiriman)


def _describe(doc: Document) -> dict:
	columns = (
		*("name", "jenis_salinan", "nama_penerima", "melalui", "saluran", "cara", "keadaan", "batas_waktu"),
		*(
			"dikirim_pada",
			"diterima_pada",
			"diterima_oleh",
			"nomor_bukti",
			"halaman",
			"alasan",
			"surat_masuk",
		),
		*("perlu_surat_pengantar", "perlu_tanda_terima", "ekspedisi"),
	)
	return {**{column: doc.get(column) for column in columns}, "langkah": _list_own_langkah(doc)}


def _list_own_langkah(doc: Document) -> list[str]:
	state = frappe.db.get_value("Surat Keluar", doc.surat_keluar, "workflow_state")
	may_act = state in DAPAT_DIKIRIM and may_send(doc, frappe.session.user)
	return langkah.list_langkah(doc) if may_act else []


def _read_time(moment: str | None, doc: Document) -> datetime:
	"""Return the moment that somebody typed; the office's clock is right to the minute, so that much ahead is let pass."""
	read = get_datetime(moment) if moment else now_datetime()
	_require(read <= frappe.utils.add_to_date(now_datetime(), minutes=1), _("Waktu itu belum terjadi."))
	_require(
		not doc.tanggal_surat or read.date() >= frappe.utils.getdate(doc.tanggal_surat),
		_("Waktu itu lebih awal daripada tanggal surat."),
	)
	return read


def _require(holds: bool | str, message: str) -> None:
	if not holds:
		frappe.throw(message, CatatanKurangError, title=_("Catatan belum lengkap"))


def _require_alasan(alasan: str) -> str:
	reason = (alasan or "").strip()
	if not reason:
		frappe.throw(_("Alasan harus diisi."), AlasanKosongError, title=_("Alasan kosong"))
	return reason


def _require_state(surat: Document, *states: str) -> None:
	if surat.workflow_state not in states:
		_refuse_state(
			_("Surat ini berstatus {0}, sehingga langkah ini tidak berlaku sekarang.").format(
				frappe.bold(_(surat.workflow_state))
			)
		)


def _refuse_state(message: str) -> None:
	frappe.throw(message, TransisiTidakSahError, title=_("Langkah tidak berlaku"))
