"""The signed PDF of a letter, as every way sends it: read here, never changed."""

from pathlib import Path

import frappe
from frappe import _
from frappe.core.doctype.file.file import File

from eoffice_app.tte.pengaturan import BASAH


class BerkasBertandaTidakAdaError(frappe.ValidationError):
	"""A numbered letter without its signed file."""


def find_berkas(surat: str) -> File:
	"""Return the File that goes out: the signed PDF, or the scan that bears ink and number.

	:param surat: name of the Surat Keluar
	:raises BerkasBertandaTidakAdaError: it has none, or only the scan from before its number was written on it
	"""
	penyedia, bernomor, bertanda = frappe.db.get_value(
		"Surat Keluar", surat, ["penyedia", "berkas_bernomor", "berkas_bertanda"]
	)
	if penyedia == BASAH and not bernomor:
		_refuse(
			_("Surat ini ditandatangani basah. Tulis nomornya pada surat, lalu unggah Pindaian Bernomor.")
		)
	alamat = bernomor or bertanda
	name = alamat and frappe.db.get_value(
		"File", {"file_url": alamat, "attached_to_doctype": "Surat Keluar", "attached_to_name": surat}
	)
	if not name:
		_refuse(
			_(
				"Naskah bertanda tangan surat ini belum ada. Lengkapi naskahnya pada surat, lalu kirim kembali."
			)
		)
	return frappe.get_doc("File", name)


def read_berkas(surat: str) -> bytes:
	"""Return the signed PDF of a letter, as it lies on the disk: Frappe decodes what happens to be UTF-8."""
	return Path(find_berkas(surat).get_full_path()).read_bytes()


def name_berkas(nomor: str | None, akhiran: str = "pdf") -> str:
	"""Return a name for the file under which an addressee keeps a letter: its number without what file systems refuse."""
	signs = (sign if sign.isalnum() or sign in "-_." else "-" for sign in nomor or "surat")
	return f"{''.join(signs).strip('-') or 'surat'}.{akhiran}"


def _refuse(message: str) -> None:
	frappe.throw(message, BerkasBertandaTidakAdaError, title=_("Naskah bertanda tangan belum ada"))
