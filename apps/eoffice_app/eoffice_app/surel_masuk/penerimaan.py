"""One mail becomes one submission in the quarantine: its words, the files an office keeps, and the mail itself as it came.

Source: SOP 001, e-mail in, 1 and 8; SOP 002, 1 and 2.
"""

from email import message_from_bytes
from hashlib import sha256

import frappe
from frappe import _
from frappe.model.document import Document
from frappe.utils import convert_utc_to_system_timezone, now_datetime, strip_html_tags

from eoffice_app.exceptions import BerkasTidakSahError
from eoffice_app.loket.antivirus import PemeriksaVirusMatiError
from eoffice_app.loket.berkas import check_isi
from eoffice_app.loket.berkas_pengajuan import JENIS_SURAT_ELEKTRONIK, BerkasTerunggah
from eoffice_app.loket.keadaan import SANAPATI as LEWAT_SANAPATI
from eoffice_app.loket.keadaan import SURAT_ELEKTRONIK
from eoffice_app.loket.masukan import shorten
from eoffice_app.loket.pengajuan import DataPengajuan, submit
from eoffice_app.saluran.surel_kembali import note_returned
from eoffice_app.surel_masuk.bagian import LampiranSurel
from eoffice_app.surel_masuk.kotak import SANAPATI, list_alamat_kantor
from eoffice_app.surel_masuk.pesan import PesanSurel, read_kepala, read_pesan
from eoffice_app.surel_masuk.tembusan import forward_pengajuan
from eoffice_app.surel_masuk.utas import choose_utas

PENGAJUAN = "Pengajuan Surat"
SURAT_ASLI = "Surel asli.eml"
KEPALA_SURAT = "Kepala surel.eml"
# Nothing is wrong with the mail: it is fetched again.
DIULANG = (OSError, PemeriksaVirusMatiError, frappe.QueryDeadlockError, frappe.QueryTimeoutError)
MEGA = 1024**2
KURUNG = str.maketrans("<>", "‹›")


def take_safely(kotak: Document, isi: bytes, ukuran: int | None = None) -> bool:
	"""Keep a mail in a transaction of its own; return whether it is kept, so that it need not be fetched again.

	Of one that breaks our reader the head and the mail itself are kept.

	:param kotak: the Kotak Surat Masuk
	:param isi: the mail, or its head where it is too large
	:param ukuran: how large it is where `isi` is its head alone
	"""
	for read in (read_kepala,) if ukuran else (read_pesan, read_kepala):
		try:
			take_pesan(kotak, isi, read(isi, list_alamat_kantor()), ukuran)
			frappe.db.commit()
			return True
		except DIULANG:
			_give_back(kotak)
			return False
		except Exception:
			# Whatever strangers think of next: the other mails must not wait for it.
			_give_back(kotak)
	return False


def take_pesan(kotak: Document, isi: bytes, pesan: PesanSurel, ukuran: int | None = None) -> str:
	"""Make a mail a submission, within the running transaction; return its name, of one kept before the first's.

	:param kotak: the Kotak Surat Masuk
	:param isi: see `take_safely`
	:param ukuran: see `take_safely`
	"""
	kunci = sha256(f"{kotak.name}\n{pesan.sidik}".encode()).hexdigest()
	if known := frappe.db.get_value(PENGAJUAN, {"kunci_kirim": kunci}):
		return known
	berkas, catatan = _sort_lampiran(pesan)
	catatan += _describe_unread(pesan, ukuran)
	whole = BerkasTerunggah(KEPALA_SURAT if ukuran else SURAT_ASLI, isi, JENIS_SURAT_ELEKTRONIK)
	hasil = submit(_compose_data(kotak, kunci, pesan, catatan), [*berkas, whole])
	if pesan.otomatis:
		note_returned(message_from_bytes(isi))
	elif kotak.jenis == SANAPATI:
		forward_pengajuan(kotak, hasil.nama)
	return hasil.nama


def _compose_data(kotak: Document, kunci: str, pesan: PesanSurel, catatan: list[str]) -> DataPengajuan:
	return DataPengajuan(
		asal=LEWAT_SANAPATI if kotak.jenis == SANAPATI else SURAT_ELEKTRONIK,
		nama_pengirim=_show(pesan.nama_pengirim) or _("(pengirim tidak tertulis)"),
		surel=pesan.surel,
		perihal=_show(pesan.perihal) or _("(tanpa perihal)"),
		isi=_show("\n\n".join([part for part in ("\n".join(catatan), pesan.isi) if part])),
		kunci_kirim=kunci,
		kotak_masuk=kotak.akun_surel,
		message_id=_choose_message_id(kotak, pesan),
		utas=choose_utas(pesan.utas),
		otomatis=pesan.otomatis,
		dikirim_pada=_read_moment(pesan),
	)


def _show(text: str) -> str:
	# Frappe takes these brackets for HTML and changes the words around them.
	return text.translate(KURUNG)


def _choose_message_id(kotak: Document, pesan: PesanSurel) -> str | None:
	# Another mail may bear the same, by mistake or by intent: it is kept all the same.
	key = {"kotak_masuk": kotak.akun_surel, "message_id": shorten(pesan.message_id)}
	return None if not pesan.message_id or frappe.db.exists(PENGAJUAN, key) else pesan.message_id


def _read_moment(pesan: PesanSurel):
	if not pesan.tanggal:
		return None
	moment = convert_utc_to_system_timezone(pesan.tanggal).replace(tzinfo=None)
	# Of clocks that run ahead nothing is believed; of those that stand still, the year the database begins with.
	return moment if 1990 <= moment.year and moment <= now_datetime() else None


def _sort_lampiran(pesan: PesanSurel) -> tuple[list[BerkasTerunggah], list[str]]:
	"""Return the files that an office keeps, and a line about each of the others."""
	kept, refused = [], []
	for lampiran in pesan.lampiran:
		try:
			kept.append(BerkasTerunggah(lampiran.nama, lampiran.isi, check_isi(lampiran.nama, lampiran.isi)))
		except BerkasTidakSahError as error:
			frappe.clear_messages()
			refused.append(_describe_refused(lampiran, error))
	return kept, refused


def _describe_refused(lampiran: LampiranSurel, error: Exception) -> str:
	if lampiran.nama.lower() == "winmail.dat":
		reason = _(
			"Lampiran {0} terbungkus format Outlook dan tidak dapat dibuka. Minta pengirim mengirim ulang berkasnya sebagai PDF."
		)
	else:
		reason = _("Lampiran {0} tidak disimpan tersendiri, tetapi tetap ada pada surel asli: {1}")
	return reason.format(lampiran.nama, strip_html_tags(str(error)))


def _describe_unread(pesan: PesanSurel, ukuran: int | None) -> list[str]:
	if ukuran:
		return [
			_(
				"Surel ini berukuran {0} MB, terlalu besar untuk diambil. Buka isinya dan lampirannya di kotak surat itu sendiri."
			).format(ukuran // MEGA)
		]
	if not pesan.terbaca:
		return [_("Isi surel ini tidak dapat dibaca. Buka surel asli dengan program surel.")]
	return []


def _give_back(kotak: Document) -> None:
	frappe.db.rollback()
	frappe.clear_messages()
	# Frappe's own trace prints the variables too, and with them the mail.
	frappe.log_error(title=f"Kotak surat {kotak.akun_surel}"[:140], message=frappe.get_traceback())
	frappe.db.commit()
