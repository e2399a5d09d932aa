"""The files of a draft: its .docx, and the PDFs that are signed with it.

Source: SOP 004, step 2 ("Surat dalam bentuk File *.docx beserta lampirannya jika ada, dalam bentuk PDF maks 1 Mb").
"""

from io import BytesIO

import filetype
import frappe
import pikepdf
from frappe import _
from frappe.model.document import Document
from frappe.utils import cint, escape_html

from eoffice_app.exceptions import BerkasTidakSahError
from eoffice_app.naskah.berkas_docx import check_docx
from eoffice_app.naskah.tanda_docx import DAFTAR_TANDA, extract_lines, list_tanda
from eoffice_app.naskah.tempat import NOMOR, refuse_without_nomor
from eoffice_app.persuratan.berkas.scan import JENIS_PDF
from eoffice_app.persuratan.berkas.unggahan import attach_files, find_own_file, read_own_file

DI_APLIKASI, BERKAS = "Di Aplikasi", "Berkas"
RUAS_KONSEP, RUAS_LAMPIRAN = "berkas_konsep", "lampiran_berkas"
# In a table the desk uploads under the name of the column.
RUAS_LAMPIRAN_DIUNGGAH = (RUAS_LAMPIRAN, "berkas")
UKURAN_BAWAAN_MB = 1


class NaskahKosongError(frappe.ValidationError):
	"""A draft without text: neither written nor uploaded."""


def check_uploaded_file(doc: Document, method: str | None = None) -> None:
	"""Check a file while it is uploaded to a draft, so that its writer hears of a bad one at once.

	:param doc: a File being inserted
	:raises BerkasTidakSahError: see `check_konsep` and `check_lampiran`
	"""
	if doc.attached_to_doctype != "Surat Keluar" or not doc.content:
		return
	content = doc.content.encode() if isinstance(doc.content, str) else doc.content
	if doc.attached_to_field == RUAS_KONSEP:
		check_konsep(content, doc.file_name)
	elif doc.attached_to_field in RUAS_LAMPIRAN_DIUNGGAH:
		check_lampiran(content, doc.file_name)


def check_konsep(content: bytes, nama: str) -> None:
	"""Check the .docx of a draft: its size, that it is safe (see `check_docx`), and that its tags are known.

	:raises BerkasTidakSahError: it is not
	"""
	_check_size(content, nama)
	check_docx(content, nama)
	unknown = sorted(list_tanda(content) - set(DAFTAR_TANDA))
	if unknown:
		_refuse(
			_("Berkas {0} memuat tanda yang tidak dikenal: {1}. Tanda yang dikenal: {2}."),
			nama,
			_write_tanda(unknown),
			_write_tanda(DAFTAR_TANDA),
		)


def check_lampiran(content: bytes, nama: str) -> None:
	"""Check a PDF that is signed together with a draft.

	:raises BerkasTidakSahError: too large, no PDF, broken, or locked
	"""
	_check_size(content, nama)
	kind = filetype.guess(content)
	if not kind or kind.mime != JENIS_PDF:
		_refuse(_("Lampiran {0} bukan PDF. Simpan sebagai PDF, lalu unggah kembali."), nama)
	try:
		with pikepdf.open(BytesIO(content)) as pdf:
			sound, locked = len(pdf.pages) > 0, pdf.is_encrypted
	except pikepdf.PasswordError:
		sound, locked = True, True
	except pikepdf.PdfError:
		sound, locked = False, False
	if locked:
		_refuse(
			_("Lampiran {0} dikunci. Buat PDF tanpa kata sandi dan tanpa kunci, lalu unggah kembali."), nama
		)
	if not sound:
		_refuse(
			_("Lampiran {0} rusak dan tidak dapat dibuka. Buat kembali PDF itu, lalu unggah kembali."), nama
		)


def validate_berkas(surat: Document) -> None:
	"""Check the files of a draft and take over the text of a new .docx, by which versions are compared.

	:raises NaskahKosongError: no text, or no .docx
	:raises BerkasTidakSahError: a file that is not there, belongs elsewhere or fails its check
	:raises TempatNomorTidakAdaError: a .docx without place for the number, see Jenis Naskah
	"""
	before = surat.get_doc_before_save()
	surat.flags.berkas_baru = {}
	if surat.cara_menulis == BERKAS:
		_validate_konsep(surat, before)
	else:
		surat.update({"cara_menulis": DI_APLIKASI, RUAS_KONSEP: None})
		_require(surat.isi, _("Isi surat belum ditulis. Tulis isinya, lalu simpan kembali."))
	known = {row.berkas for row in before.get(RUAS_LAMPIRAN)} if before else set()
	for row in surat.get(RUAS_LAMPIRAN):
		if row.berkas not in known:
			berkas, content = _take_file(surat, row.berkas, RUAS_LAMPIRAN)
			check_lampiran(content, berkas.file_name)


def attach_berkas(surat: Document) -> None:
	"""Make the files that `validate_berkas` found new the draft's own, so that whoever sees it may open them."""
	for field, names in (surat.flags.berkas_baru or {}).items():
		attach_files(surat, names, field)


def read_lampiran(surat: Document) -> list[bytes]:
	"""Return the PDFs that are signed together with a draft, in their order.

	:raises BerkasTidakSahError: one is no longer there
	"""
	return [_read(surat, row.berkas) for row in surat.get(RUAS_LAMPIRAN)]


def read_konsep(surat: Document) -> bytes:
	"""Return the .docx of a draft.

	:raises BerkasTidakSahError: it is no longer there
	"""
	return _read(surat, surat.berkas_konsep)


def _validate_konsep(surat: Document, before: Document | None) -> None:
	_require(surat.berkas_konsep, _("Berkas .docx belum diunggah. Unggah berkasnya, lalu simpan kembali."))
	if before and before.berkas_konsep == surat.berkas_konsep:
		surat.isi = before.isi
	else:
		berkas, content = _take_file(surat, surat.berkas_konsep, RUAS_KONSEP)
		check_konsep(content, berkas.file_name)
		surat.isi = "".join(f"<p>{escape_html(line)}</p>" for line in extract_lines(content))
	# The kind may have changed while the file has not.
	if surat.get_jenis().nomor_di_naskah and any(map(surat.has_value_changed, (RUAS_KONSEP, "jenis_naskah"))):
		_require_nomor(surat)


def _require_nomor(surat: Document) -> None:
	if NOMOR not in list_tanda(_read(surat, surat.berkas_konsep)):
		refuse_without_nomor()


def _take_file(surat: Document, address: str, field: str) -> tuple[frappe._dict, bytes]:
	berkas = find_own_file(surat, address)
	if not berkas:
		_refuse(_("Berkas {0} tidak ditemukan. Unggah kembali."), (address or "").rpartition("/")[2])
	surat.flags.berkas_baru.setdefault(field, []).append(berkas.name)
	return berkas, read_own_file(berkas)


def _read(surat: Document, address: str) -> bytes:
	berkas = find_own_file(surat, address)
	if not berkas:
		_refuse(_("Berkas {0} tidak ditemukan. Unggah kembali."), (address or "").rpartition("/")[2])
	return read_own_file(berkas)


def _check_size(content: bytes, nama: str) -> None:
	limit = (
		cint(frappe.db.get_single_value("Pengaturan E-Office", "ukuran_konsep_maksimum")) or UKURAN_BAWAAN_MB
	)
	if len(content) > limit * 1024 * 1024:
		size = f"{len(content) / 1024 / 1024:.1f}".replace(".", ",")
		_refuse(
			_(
				"Berkas {0} berukuran {1} MB, melebihi batas {2} MB. Perkecil gambar di dalamnya, lalu unggah kembali."
			),
			nama,
			size,
			limit,
		)


def _write_tanda(names) -> str:
	return ", ".join("{{" + escape_html(name) + "}}" for name in names)


def _require(value: str | None, message: str) -> None:
	if not (value or "").strip():
		frappe.throw(message, NaskahKosongError, title=_("Naskah kosong"))


def _refuse(message: str, nama: str, *values) -> None:
	frappe.throw(
		message.format(frappe.bold(escape_html(nama)), *values),
		BerkasTidakSahError,
		title=_("Berkas ditolak"),
	)
