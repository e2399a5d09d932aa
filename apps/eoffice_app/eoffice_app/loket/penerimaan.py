"""What an operator does with a submission: he makes it a Surat Masuk, returns it, takes it up again, or hands it over.

Sources: SOP 000, Tugas Operator and Note ("surat yang tidak sesuai … kami kembalikan"); SOP 001, e-mail in.
"""

import frappe
from frappe import _
from frappe.model.document import Document
from frappe.model.naming import make_autoname
from frappe.utils import cint, now_datetime

from eoffice_app.exceptions import AlasanKosongError
from eoffice_app.hak_akses.aturan import SIFAT_RAHASIA
from eoffice_app.hak_akses.surat import get_visible_surat
from eoffice_app.loket.kabar import TEMPLAT_DIKEMBALIKAN, TEMPLAT_DITERIMA, tell_sender
from eoffice_app.loket.keadaan import (
	BARU,
	DIKEMBALIKAN,
	DITERIMA,
	FORMULIR_WEB,
	PORTAL,
	SANAPATI,
	SURAT_ELEKTRONIK,
)
from eoffice_app.loket.lembar import write_lembar
from eoffice_app.persuratan.berkas.buatan import insert_made_file
from eoffice_app.persuratan.berkas.scan import JENIS_BERKAS

DOCTYPE = "Pengajuan Surat"
# What the operator completes; everything else of the letter follows from the submission.
ISIAN_SURAT = (
	"buku",
	"pengirim",
	"nomor_surat",
	"tanggal_surat",
	"perihal",
	"tujuan",
	"sifat",
	"derajat",
	"klasifikasi",
	"lampiran",
	"undangan",
)
SALURAN = {
	FORMULIR_WEB: "Formulir Web",
	PORTAL: "Formulir Web",
	SURAT_ELEKTRONIK: "Surel",
	SANAPATI: "Sanapati",
}


class PengajuanSudahDiputusError(frappe.ValidationError):
	"""A submission that has become a letter, or was returned, and is decided upon once more."""


class BerkasBelumDipilihError(frappe.ValidationError):
	"""A letter would be left without any scan."""


class PengirimBelumDipilihError(frappe.ValidationError):
	"""Nobody said which Instansi the letter is from."""


@frappe.whitelist(methods=["POST"])
def accept_pengajuan(pengajuan: str, values: dict | str) -> str:
	"""Register a submission as Surat Masuk, with its files as scans; a second click, or operator, gets the first's letter.

	One transaction: letter, agenda number, scans and the e-mail to the sender, or nothing.

	:param values: of ISIAN_SURAT; `pengirim_baru` and `jenis_pengirim` instead of `pengirim` for a sender who is not
	        registered yet; `berkas`, names of the rows to be scans (all that can be, when left out); `sertakan_isi`, whether
	        what the sender wrote becomes the first page
	:return: name of the Surat Masuk
	:raises frappe.DoesNotExistError: no such submission, or not for this user
	:raises PengajuanSudahDiputusError: it was returned
	:raises BerkasBelumDipilihError: neither a file nor what was written is to be the scan
	:raises PengirimBelumDipilihError: no sender
	:raises: whatever a registration raises
	"""
	doc = _lock(pengajuan)
	if doc.keadaan == DITERIMA:
		# Perhaps registered by another since this request began, which therefore cannot see the letter yet.
		return doc.surat_masuk
	_require_new(doc)
	values = frappe._dict(frappe.parse_json(values))
	doc.instansi = values.pengirim or _make_instansi(doc, values)
	doc.rahasia = cint(doc.rahasia or values.sifat in SIFAT_RAHASIA)
	doc.kabar = tell_sender(doc, TEMPLAT_DITERIMA)
	surat = _register(doc, values)
	doc.update({"keadaan": DITERIMA, "surat_masuk": surat.name, "alasan": None})
	_save(doc)
	return surat.name


@frappe.whitelist(methods=["POST"])
def return_pengajuan(pengajuan: str, alasan: str) -> str:
	"""Return a submission to its sender with the reason; return how he is told of it.

	:raises frappe.DoesNotExistError: no such submission, or not for this user
	:raises AlasanKosongError: no reason
	:raises PengajuanSudahDiputusError: it has become a letter
	"""
	doc = _lock(pengajuan)
	if doc.keadaan == DIKEMBALIKAN:
		return doc.kabar
	_require_new(doc)
	if not alasan.strip():
		frappe.throw(
			_("Alasan harus diisi, karena alasan itu yang dibaca pengirim surat."),
			AlasanKosongError,
			title=_("Alasan belum diisi"),
		)
	doc.update({"keadaan": DIKEMBALIKAN, "alasan": alasan.strip()})
	doc.kabar = tell_sender(doc, TEMPLAT_DIKEMBALIKAN, doc.alasan)
	_save(doc)
	return doc.kabar


@frappe.whitelist(methods=["POST"])
def reopen_pengajuan(pengajuan: str) -> None:
	"""Take up again what was returned.

	:raises frappe.DoesNotExistError: no such submission, or not for this user
	:raises PengajuanSudahDiputusError: it has become a letter
	"""
	doc = _lock(pengajuan)
	if doc.keadaan == DITERIMA:
		_refuse_decided(doc)
	doc.update({"keadaan": BARU, "alasan": None, "kabar": None})
	_save(doc)


@frappe.whitelist(methods=["POST"])
def set_rahasia(pengajuan: str, rahasia: bool) -> None:
	"""Hand a submission over to the Operator Sandi alone, or back to the operators.

	Source: SOP 000, "Operator wajib menjaga kerahasiaan surat".

	:raises frappe.DoesNotExistError: no such submission, or not for this user
	:raises PengajuanSudahDiputusError: it is decided upon
	"""
	doc = _lock(pengajuan)
	_require_new(doc)
	doc.rahasia = cint(rahasia)
	_save(doc)


def _lock(name: str) -> Document:
	doc = get_visible_surat(name, DOCTYPE, for_update=True)
	doc.check_permission("write")
	return doc


def _save(doc: Document) -> None:
	doc.flags.langkah = True
	# Whoever hands it over sees it no more.
	doc.save(ignore_permissions=True)


def _require_new(doc: Document) -> None:
	if doc.keadaan != BARU:
		_refuse_decided(doc)


def _refuse_decided(doc: Document) -> None:
	if doc.keadaan == DITERIMA:
		message = _("Pengajuan ini sudah didaftarkan sebagai surat masuk. Muat ulang untuk membukanya.")
	else:
		message = _("Pengajuan ini sudah dikembalikan. Pilih Proses Kembali bila ingin mendaftarkannya.")
	frappe.throw(message, PengajuanSudahDiputusError, title=_("Sudah diputuskan"))


def _register(doc: Document, values: frappe._dict) -> Document:
	surat = frappe.get_doc(
		{
			"doctype": "Surat Masuk",
			"tanggal_terima": now_datetime(),
			"saluran": _require_saluran(SALURAN[doc.asal]),
			**{name: values.get(name) for name in ISIAN_SURAT},
			"pengirim": doc.instansi,
		}
	)
	# Named beforehand, so that its scans can be put down as its own.
	surat.name = make_autoname("hash", surat.doctype)
	surat.flags.name_set = True
	for address, nama in _list_scan(doc, values):
		attached = {"attached_to_doctype": surat.doctype, "attached_to_name": surat.name}
		insert_made_file({**attached, "attached_to_field": "scan"}, address, nama)
		surat.append("scan", {"berkas": address, "keterangan": nama})
	return surat.insert()


def _list_scan(doc: Document, values: frappe._dict) -> list[tuple[str, str]]:
	wanted = values.berkas
	chosen = [
		(row.berkas, row.nama_asli)
		for row in doc.berkas
		if row.jenis in JENIS_BERKAS and (wanted is None or row.name in wanted)
	]
	if cint(values.sertakan_isi):
		chosen.insert(0, (write_lembar(doc), _("Isi pengajuan {0}").format(doc.nomor_bukti)))
	if not chosen:
		frappe.throw(
			_("Pilih sedikitnya satu berkas sebagai scan, atau sertakan isi pengajuan."),
			BerkasBelumDipilihError,
			title=_("Scan belum dipilih"),
		)
	return chosen


def _make_instansi(doc: Document, values: frappe._dict) -> str:
	nama = " ".join((values.pengirim_baru or "").split())
	if not nama:
		frappe.throw(
			_("Pilih pengirim dari daftar Instansi, atau tulis nama pengirim baru."),
			PengirimBelumDipilihError,
			title=_("Pengirim belum diisi"),
		)
	if name := frappe.db.get_value("Instansi", {"nama_instansi": nama}):
		return name
	instansi = {"doctype": "Instansi", "nama_instansi": nama, "jenis": values.jenis_pengirim or "Lainnya"}
	return frappe.get_doc({**instansi, "surel": doc.surel, "telepon": doc.telepon}).insert().name


def _require_saluran(saluran: str) -> str:
	if not frappe.db.exists("Saluran Penerimaan", saluran):
		frappe.get_doc({"doctype": "Saluran Penerimaan", "saluran": saluran}).insert(ignore_permissions=True)
	return saluran
