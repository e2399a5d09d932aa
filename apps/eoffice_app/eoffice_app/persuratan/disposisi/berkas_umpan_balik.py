"""The files of a report: what may be attached, and how they come to belong to the disposisi."""

from io import BytesIO
from zipfile import BadZipFile, ZipFile

import filetype
import frappe
from frappe import _
from frappe.model.document import Document
from frappe.utils import escape_html

from eoffice_app.exceptions import BerkasTidakSahError
from eoffice_app.persuratan.berkas.scan import check_berkas, check_ukuran
from eoffice_app.persuratan.berkas.unggahan import attach_files, find_own_file, read_own_file

DOKUMEN_KANTOR = {
	"application/vnd.openxmlformats-officedocument.wordprocessingml.document": "word/document.xml",
	"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": "xl/workbook.xml",
}


def check_lampiran(disposisi: Document, alamat: list[str]) -> list[str]:
	"""Check the files of a report: freshly uploaded by this user or already the disposisi's own, and sound by content.

	PDF, JPG, PNG, Word (docx) and Excel (xlsx) without macros.

	:param alamat: addresses of files
	:return: the addresses, each once
	:raises BerkasTidakSahError: a file that is not there, belongs elsewhere, is of another kind, too large or broken
	"""
	alamat = list(dict.fromkeys(alamat))
	for address in alamat:
		berkas = find_own_file(disposisi, address)
		if not berkas:
			_refuse(_("Berkas {0} tidak ditemukan. Unggah kembali."), address.rpartition("/")[2])
		check_berkas_laporan(read_own_file(berkas), berkas.file_name)
	return alamat


def check_berkas_laporan(content: bytes, nama: str) -> None:
	"""Check one file by its content and not by its name.

	:raises BerkasTidakSahError: see `check_lampiran`
	"""
	kind = filetype.guess(content)
	part = DOKUMEN_KANTOR.get(kind.mime if kind else "")
	if not part:
		check_berkas(content, nama)
		return
	check_ukuran(content, nama)
	if not _is_sound_document(content, part):
		_refuse(
			_(
				"Berkas {0} rusak atau berisi makro. Simpan ulang sebagai docx, xlsx atau PDF, lalu unggah kembali."
			),
			nama,
		)


def attach_berkas(disposisi: Document, alamat: list[str]) -> None:
	"""Make uploaded files the disposisi's own, so that whoever sees the letter may open them."""
	found = [find_own_file(disposisi, address) for address in alamat]
	attach_files(disposisi, [berkas.name for berkas in found], "lampiran")


def _is_sound_document(content: bytes, part: str) -> bool:
	try:
		with ZipFile(BytesIO(content)) as archive:
			names = archive.namelist()
			return part in names and not any(name.endswith("vbaProject.bin") for name in names)
	except BadZipFile:
		return False


def _refuse(message: str, nama: str) -> None:
	frappe.throw(
		message.format(frappe.bold(escape_html(nama))), BerkasTidakSahError, title=_("Berkas ditolak")
	)
