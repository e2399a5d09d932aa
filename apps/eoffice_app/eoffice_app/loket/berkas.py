"""What a stranger may send the office as a file: the one check for the web form, e-mail and Sanapati.

Source: SOP 000, ketentuan upload (the letter and what belongs to it as scans).
"""

import os
import re
import unicodedata
from io import BytesIO
from zipfile import is_zipfile

import filetype
import frappe
from frappe import _
from frappe.utils import escape_html

from eoffice_app.exceptions import BerkasTidakSahError
from eoffice_app.loket.antivirus import find_virus
from eoffice_app.loket.pembaca_berkas import BOM, JENIS_PDF, KOSONG, RUSAK, TERKUNCI, read_apart
from eoffice_app.naskah.berkas_docx import check_docx
from eoffice_app.persuratan.berkas.scan import get_ukuran_terbesar

JENIS_DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
# Kind by content, and the ending that the file gets whatever its sender called it.
AKHIRAN = {JENIS_PDF: "pdf", "image/jpeg": "jpg", "image/png": "png", JENIS_DOCX: "docx"}
PANJANG_NAMA = 100
AWAL_ZIP = b"PK\x03\x04"
# A browser shows what begins like this as a page, whatever else it may be.
AWAL_HALAMAN = re.compile(rb"<\s*(?:!doctype|html|head|body|script|svg|iframe|\?php)", re.IGNORECASE)
AWAL_DIPERIKSA = 1024


def check_isi(nama: str, isi: bytes) -> str:
	"""Check a stranger's file by its content, not by its name.

	:param nama: as its sender calls it; only for the message
	:return: the kind, one of AKHIRAN
	:raises BerkasTidakSahError: empty, too large, of another kind or of two kinds, broken, locked, a bomb, or infected
	:raises PemeriksaVirusMatiError: a virus scanner is set up and does not answer
	"""
	check_ukuran(nama, len(isi))
	jenis = find_jenis(isi)
	if not jenis:
		_refuse(_("Isi berkas {0} bukan jenis yang diterima."), nama)
	if is_of_two_kinds(isi, jenis):
		_refuse(_("Berkas {0} menyimpan jenis berkas lain di dalamnya."), nama)
	if jenis == JENIS_DOCX:
		check_docx(isi, nama)
	else:
		_check_bacaan(nama, read_apart(isi, jenis))
	if find_virus(isi):
		_refuse(_("Berkas {0} mengandung virus. Bersihkan komputer Anda, lalu kirim berkas yang baru."), nama)
	return jenis


def check_ukuran(nama: str, ukuran: int) -> None:
	"""Check how large a file is, or will be when it has arrived.

	:raises BerkasTidakSahError: empty or too large
	"""
	if ukuran < 1:
		_refuse(_("Berkas {0} kosong, tidak ada isinya."), nama)
	if ukuran > get_ukuran_terbesar():
		_refuse(_("Berkas {0} terlalu besar. Pindai dengan resolusi lebih rendah, atau bagi dua."), nama)


def find_jenis(isi: bytes) -> str | None:
	"""Return the kind of a file by its first bytes, one of AKHIRAN; None for any other.

	That a .docx is one and no other ZIP only `check_isi` finds out.
	"""
	if isi.startswith(AWAL_ZIP):
		return JENIS_DOCX
	kind = filetype.guess(isi)
	return kind.mime if kind and kind.mime in AKHIRAN else None


def is_of_two_kinds(isi: bytes, jenis: str) -> bool:
	"""Whether another program would take a file for something else: an archive, or a page with scripts."""
	if jenis == JENIS_DOCX:
		return False
	return bool(AWAL_HALAMAN.search(isi[:AWAL_DIPERIKSA])) or is_zipfile(BytesIO(isi))


def fit_nama(nama: str, jenis: str) -> str:
	"""Return a file's name as the office keeps it: without folders and signs, and with the ending of what it is."""
	base = os.path.splitext(re.split(r"[/\\]", nama or "")[-1])[0]
	letters = "".join(each for each in base if unicodedata.category(each)[0] in "LNM" or each in " -_.()")
	kept = letters.strip(" .")[:PANJANG_NAMA]
	return f"{kept or 'berkas'}.{AKHIRAN[jenis]}"


def describe_diterima() -> str:
	"""Return what is accepted, as it is said beforehand and with each refusal."""
	return _("Yang diterima: PDF, JPG, PNG, atau Word (.docx), paling besar {0} MB setiap berkas.").format(
		get_ukuran_terbesar() // 1024**2
	)


def _check_bacaan(nama: str, bacaan: str) -> None:
	words = {
		RUSAK: _("Berkas {0} rusak dan tidak dapat dibuka."),
		KOSONG: _("Berkas {0} tidak berhalaman."),
		TERKUNCI: _("Berkas {0} dilindungi kata sandi. Kirim berkas tanpa kata sandi."),
		BOM: _("Berkas {0} menjadi terlalu besar saat dibuka. Pindai dengan resolusi lebih rendah."),
	}
	if bacaan in words:
		_refuse(words[bacaan], nama)


def _refuse(message: str, nama: str) -> None:
	said = message.format(frappe.bold(escape_html(nama)))
	frappe.throw(" ".join((said, describe_diterima())), BerkasTidakSahError, title=_("Berkas ditolak"))
