"""The PDF of a letter's present version: made by a job once the draft is sent up, kept, and the same for all readers.

What is kept counts for one text and one signer: `sidik_naskah` is their fingerprint. A change of the kind's template or
of the letter head does not change what was read already. A .docx becomes PDF by the job only (see `libreoffice`); a
text of the application, which takes a third of a second, also where somebody asks for it first.
"""

import hashlib
import json

import frappe
from frappe import _
from frappe.model.document import Document

from eoffice_app.naskah.berkas_konsep import BERKAS, RUAS_LAMPIRAN, read_konsep, read_lampiran
from eoffice_app.naskah.halaman import make_naskah
from eoffice_app.naskah.lampiran import append_lampiran
from eoffice_app.naskah.libreoffice import KonversiTerhentiError, convert_docx
from eoffice_app.naskah.penanda_tangan import describe_penanda_tangan
from eoffice_app.naskah.tanda_docx import fill_tanda
from eoffice_app.persuratan.berkas.buatan import keep_made_file, read_made_file, write_made_file
from eoffice_app.persuratan.berkas.sewa import MENUNGGU, PERCOBAAN_TERBANYAK, Sewa
from eoffice_app.persuratan.keadaan_keluar import DI_PENYUSUN, MENUNGGU_PARAF, MENUNGGU_TANDA_TANGAN

SIAP, GAGAL = "Siap", "Gagal"
TUGAS = "eoffice_app.naskah.siap.prepare_naskah"
PERISTIWA = "naskah_disiapkan"
BATAS_WAKTU_DETIK = 150
SEWA = Sewa("Surat Keluar", "keadaan_naskah", "naskah_dicoba_pada", "naskah_percobaan")
# Until it is signed; afterwards the file that was signed is the letter.
BELUM_DITANDATANGANI = (*DI_PENYUSUN, MENUNGGU_PARAF, MENUNGGU_TANDA_TANGAN)
KOLOM_APLIKASI = ("jenis_naskah", "perihal", "lampiran", "sifat", "derajat", "klasifikasi", "isi")
TABEL_APLIKASI = ("tujuan", "tembusan")


class NaskahDisiapkanError(frappe.ValidationError):
	"""A .docx whose PDF is not there yet."""


class NaskahGagalError(frappe.ValidationError):
	"""A .docx that cannot become a PDF."""


def get_naskah(surat: Document) -> bytes:
	"""Return the PDF of a Surat Keluar as it is now, with places for number, date and signature (see `tempat`).

	:raises NaskahDisiapkanError: its .docx is still being made into a PDF
	:raises NaskahGagalError: its .docx cannot become one; the message says what to do
	:raises TemplatTidakSahError: see `make_naskah`
	:raises OSError: wkhtmltopdf fails or is not installed
	"""
	if surat.cara_menulis != BERKAS and surat.workflow_state in DI_PENYUSUN:
		# While it is with its drafter a letter is as he left it, template and letter head included.
		return compose_naskah(surat)
	sidik = compose_sidik(surat)
	kept = read_made_file(surat.berkas_naskah) if surat.sidik_naskah == sidik else None
	if kept:
		return kept
	if surat.cara_menulis == BERKAS:
		_tell_not_ready(surat, sidik)
	isi = compose_naskah(surat)
	_keep(surat, sidik, isi)
	return isi


def compose_naskah(surat: Document) -> bytes:
	"""Make the PDF of a Surat Keluar with the pages that are signed with it; takes seconds for a .docx.

	:raises KonversiGagalError: the .docx cannot become a PDF
	:raises KonversiTerhentiError: LibreOffice was ended
	:raises: also as `make_naskah`
	"""
	isi = _convert(surat) if surat.cara_menulis == BERKAS else make_naskah(surat)
	return append_lampiran(isi, read_lampiran(surat))


def compose_sidik(surat: Document) -> str:
	"""Return what tells one page of a letter from another: its text or files, and who signs as what."""
	said: list = [describe_penanda_tangan(surat), [row.berkas for row in surat.get(RUAS_LAMPIRAN)]]
	if surat.cara_menulis == BERKAS:
		said.append(surat.berkas_konsep)
	else:
		said.append({field: surat.get(field) or "" for field in KOLOM_APLIKASI})
		said += [[row.nama_penerima for row in surat.get(table)] for table in TABEL_APLIKASI]
	text = json.dumps([surat.name, *said], sort_keys=True, default=str)
	return hashlib.sha256(text.encode()).hexdigest()


def set_naskah_state(surat: Document) -> None:
	"""Let a letter wait for its PDF where its text changed and somebody will read it: in its `validate`, last."""
	if surat.workflow_state not in BELUM_DITANDATANGANI:
		return
	if surat.cara_menulis != BERKAS and surat.workflow_state in DI_PENYUSUN:
		surat.update({"keadaan_naskah": None, "galat_naskah": None})
		return
	sidik = compose_sidik(surat)
	if surat.sidik_naskah == sidik and surat.keadaan_naskah in (SIAP, GAGAL):
		return
	before = surat.get_doc_before_save()
	if before and before.keadaan_naskah == MENUNGGU and compose_sidik(before) == sidik:
		return
	surat.update(
		{"keadaan_naskah": MENUNGGU, "galat_naskah": None, "naskah_dicoba_pada": None, "naskah_percobaan": 0}
	)
	surat.flags.siapkan_naskah = True


def queue_naskah(surat: Document) -> None:
	"""Start the job for a letter that `set_naskah_state` let wait, as soon as it is committed."""
	if surat.flags.siapkan_naskah:
		_enqueue(surat.name, after_commit=True)


def prepare_naskah(surat_keluar: str) -> None:
	"""Make and keep the PDF of a letter: the job. Does nothing where another is at it or it is there."""
	_ask_anew(surat_keluar)
	if not SEWA.take(surat_keluar):
		return
	# Another worker must see the lease before the long part begins.
	frappe.db.commit()
	surat = frappe.get_doc("Surat Keluar", surat_keluar)
	result = try_to_compose(surat)
	# What is stored is compared with the letter as it is then, not as it was when this transaction began.
	frappe.db.commit()
	store_result(surat, *result)


def prepare_waiting() -> None:
	"""Make the PDFs that killed or lost jobs left waiting: run each minute."""
	for name in SEWA.find_left_waiting():
		prepare_naskah(name)
		# Each letter stands for itself.
		frappe.db.commit()


def store_result(surat: Document, isi: bytes | None, galat: str) -> None:
	"""Store what `try_to_compose` gave, unless the letter no longer waits or changed meanwhile.

	:param surat: the letter as it was when the work began
	"""
	sidik = compose_sidik(surat)
	now = frappe.get_doc("Surat Keluar", surat.name, for_update=True)
	if now.keadaan_naskah != MENUNGGU or compose_sidik(now) != sidik:
		return
	if isi:
		_keep(now, sidik, isi)
	elif galat:
		_store(now, {"keadaan_naskah": GAGAL, "galat_naskah": galat, "sidik_naskah": sidik})


def try_to_compose(surat: Document) -> tuple[bytes | None, str]:
	"""Return the PDF, or why it will never be; neither where it is to be tried again."""
	if surat.naskah_percobaan > PERCOBAAN_TERBANYAK:
		galat = _("Pengubahan menjadi PDF {0} kali terhenti sebelum selesai. Hubungi pengelola E-Office.")
		return None, galat.format(PERCOBAAN_TERBANYAK)
	try:
		return compose_naskah(surat), ""
	except KonversiTerhentiError as error:
		# The lease runs out, and the letter is found again. The log gets no variables: they hold the letter.
		frappe.log_error("PDF naskah terhenti", str(error), surat.doctype, surat.name)
		return None, ""
	except frappe.ValidationError as error:
		return None, frappe.utils.strip_html(str(error))


def _convert(surat: Document) -> bytes:
	penanda = describe_penanda_tangan(surat)
	teks = {"penanda_tangan": penanda["nama"], **{key: penanda[key] for key in ("jabatan", "pangkat", "nip")}}
	return convert_docx(fill_tanda(read_konsep(surat), teks))


def _tell_not_ready(surat: Document, sidik: str) -> None:
	if surat.keadaan_naskah == GAGAL and surat.sidik_naskah == sidik:
		frappe.throw(
			_("Berkas .docx gagal diubah menjadi PDF: {0}").format(surat.galat_naskah),
			NaskahGagalError,
			title=_("Naskah gagal disiapkan"),
		)
	if surat.keadaan_naskah != MENUNGGU:
		# Somebody else signs today than did when the page was made.
		_enqueue(surat.name, after_commit=False)
	frappe.throw(
		_("Naskah sedang diubah menjadi PDF. Coba lagi sebentar lagi."),
		NaskahDisiapkanError,
		title=_("Naskah sedang disiapkan"),
	)


def _ask_anew(name: str) -> None:
	surat = frappe.get_doc("Surat Keluar", name)
	known = surat.sidik_naskah == compose_sidik(surat) and (
		surat.keadaan_naskah == GAGAL or read_made_file(surat.berkas_naskah)
	)
	if surat.keadaan_naskah in (SIAP, GAGAL) and surat.workflow_state in BELUM_DITANDATANGANI and not known:
		values = {"keadaan_naskah": MENUNGGU, "naskah_dicoba_pada": None, "naskah_percobaan": 0}
		frappe.db.set_value("Surat Keluar", name, values, update_modified=False)


def _keep(surat: Document, sidik: str, isi: bytes) -> None:
	address = write_made_file(f"naskah-{sidik[:32]}.pdf", isi)
	keep_made_file(surat, "berkas_naskah", address)
	values = {"berkas_naskah": address, "sidik_naskah": sidik, "keadaan_naskah": SIAP, "galat_naskah": None}
	_store(surat, values)


def _store(surat: Document, values: dict) -> None:
	surat.db_set(values, update_modified=False)
	frappe.publish_realtime(
		PERISTIWA,
		{"surat_keluar": surat.name},
		doctype=surat.doctype,
		docname=surat.name,
		after_commit=True,
	)


def _enqueue(surat_keluar: str, *, after_commit: bool) -> None:
	frappe.enqueue(
		TUGAS,
		queue="long",
		timeout=BATAS_WAKTU_DETIK,
		enqueue_after_commit=after_commit,
		surat_keluar=surat_keluar,
	)
