"""What a sender writes, looked over before it is kept."""

import hashlib
import re
import unicodedata
from dataclasses import replace
from typing import TYPE_CHECKING

import frappe
from frappe import _
from frappe.utils import escape_html, getdate, nowdate, validate_email_address

from eoffice_app.loket.keadaan import LEWAT_SUREL

if TYPE_CHECKING:
	from eoffice_app.loket.pengajuan import DataPengajuan

# How much of each is kept. A form says so beforehand; of a mail the rest is left to the mail itself, which is kept.
PANJANG = {
	"nama_pengirim": 200,
	"instansi_pengirim": 200,
	"surel": 200,
	"telepon": 60,
	"nomor_surat": 140,
	"perihal": 1000,
	"tujuan": 300,
	"isi": 100_000,
}
PANJANG_JAWABAN = 5000
BANYAK_BARIS = {"isi"}
PANJANG_MESSAGE_ID = 140
SIDIK_PANJANG = "sha256:"


class PengajuanTidakLengkapError(frappe.ValidationError):
	"""A submission lacks what the operator needs, or says what cannot be."""


class LayananTidakAdaError(frappe.ValidationError):
	"""A service that the counter does not offer, or no longer."""


def tidy(data: "DataPengajuan") -> "DataPengajuan":
	"""Return what was sent without signs nobody sees, each of its texts on one line but the body's."""
	texts = {name: _tidy_text(getattr(data, name), name in BANYAK_BARIS) for name in PANJANG}
	if data.asal in LEWAT_SUREL:
		texts = {name: text[: PANJANG[name]] for name, text in texts.items()}
		texts["surel"] = texts["surel"] if _is_alamat(texts["surel"]) else ""
		texts["nama_pengirim"] = texts["nama_pengirim"] or texts["surel"] or _("Tanpa nama")
	return replace(data, **texts)


def check_lengkap(data: "DataPengajuan", ada_berkas: bool) -> None:
	"""Check that what a form sent is complete and can be; what came by mail is taken as it is.

	:raises PengajuanTidakLengkapError: names what is missing
	:raises LayananTidakAdaError: see `get_layanan`
	"""
	if data.asal in LEWAT_SUREL:
		return
	for name, limit in PANJANG.items():
		if len(getattr(data, name)) > limit:
			label = _(frappe.get_meta("Pengajuan Surat").get_label(name))
			_refuse(_("{0} terlalu panjang: paling banyak {1} huruf.").format(frappe.bold(label), limit))
	_check_pengirim(data)
	if not data.perihal:
		_refuse(_("Perihal belum diisi. Tulis surat ini tentang apa."))
	if data.tanggal_surat and getdate(data.tanggal_surat) > getdate(nowdate()):
		_refuse(_("Tanggal surat belum terjadi. Periksa tanggal pada surat."))
	if data.layanan and get_layanan(data.layanan).berkas_wajib and not ada_berkas:
		_refuse(_("Belum ada berkas. Lampirkan scan atau PDF surat, lalu kirim kembali."))


def get_layanan(name: str) -> frappe.model.document.Document:
	"""Return a service that the counter offers now.

	:raises LayananTidakAdaError: not there, or switched off
	"""
	if not frappe.db.get_value("Layanan Loket", name, "aktif"):
		frappe.throw(
			_("Layanan ini tidak tersedia lagi. Pilih layanan lain di halaman loket."),
			LayananTidakAdaError,
			title=_("Layanan tidak tersedia"),
		)
	return frappe.get_cached_doc("Layanan Loket", name)


def collect_isian(data: "DataPengajuan") -> list[list[str]]:
	"""Return the answers to a service's own questions as pairs of question and answer, in the service's order.

	Answers to what nobody asked are left out.

	:raises PengajuanTidakLengkapError: an answer is missing or is none of the kind asked for
	"""
	asked = get_layanan(data.layanan).isian if data.layanan else []
	answers = [[row.label, _check_jawaban(row, data.isian.get(row.label))] for row in asked]
	return [pair for pair in answers if pair[1]]


def shorten(message_id: str) -> str:
	"""Return a Message-ID as the database keeps it, without its brackets, which Frappe takes for HTML: a long one by its
	fingerprint."""
	message_id = message_id.strip().strip("<>")
	if len(message_id) <= PANJANG_MESSAGE_ID:
		return message_id
	return SIDIK_PANJANG + hashlib.sha256(message_id.encode()).hexdigest()


def write_reference(message_id: str | None) -> str | None:
	"""Return a Message-ID that the database keeps as a mail that answers it names it; None where it is not known whole."""
	is_whole = message_id and not message_id.startswith(SIDIK_PANJANG)
	return f"<{message_id}>" if is_whole else None


def _check_pengirim(data: "DataPengajuan") -> None:
	if not data.nama_pengirim:
		_refuse(_("Nama pengirim belum diisi."))
	if not (data.surel or data.telepon):
		_refuse(_("Isi alamat surel atau nomor telepon, agar kantor dapat memberi kabar."))
	if data.surel and not _is_alamat(data.surel):
		_refuse(_("Alamat surel tidak benar. Contoh: nama@instansi.go.id."))


def _is_alamat(text: str) -> bool:
	# Frappe takes several at once, and names before them.
	return not set(text) & set(",;<> ") and bool(validate_email_address(text))


def _check_jawaban(row, value: str | None) -> str:
	text = _tidy_text(str(value or ""), row.jenis == "Small Text")
	label = frappe.bold(escape_html(row.label))
	if row.wajib and not text:
		_refuse(_("{0} belum diisi.").format(label))
	if len(text) > PANJANG_JAWABAN:
		_refuse(_("{0} terlalu panjang: paling banyak {1} huruf.").format(label, PANJANG_JAWABAN))
	if text and row.jenis == "Select" and text not in row.list_pilihan():
		_refuse(_("{0}: pilih salah satu dari pilihan yang ada.").format(label))
	if text and row.jenis == "Date" and not re.fullmatch(r"\d{4}-\d{2}-\d{2}", text):
		_refuse(_("{0} harus berupa tanggal.").format(label))
	return text


def _tidy_text(text: str, banyak_baris: bool) -> str:
	text = unicodedata.normalize("NFC", text or "")
	if not banyak_baris:
		text = " ".join(text.split())
	# Control signs, and those that turn the direction of what follows them.
	return "".join(
		sign for sign in text if sign in "\n\t" or unicodedata.category(sign) not in ("Cc", "Cf", "Cs")
	).strip()


def _refuse(message: str) -> None:
	frappe.throw(message, PengajuanTidakLengkapError, title=_("Belum lengkap"))
