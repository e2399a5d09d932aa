"""The scans of a letter: what may be uploaded, and how they come to belong to the letter."""

from io import BytesIO

import filetype
import frappe
import pikepdf
from frappe import _
from frappe.model.document import Document
from frappe.utils import cint, escape_html
from PIL import Image, UnidentifiedImageError

from eoffice_app.exceptions import BerkasTidakSahError
from eoffice_app.persuratan.berkas.unggahan import attach_files, find_own_file, read_own_file

JENIS_PDF = "application/pdf"
JENIS_BERKAS = {JENIS_PDF: "PDF", "image/jpeg": "JPG", "image/png": "PNG"}
UKURAN_BAWAAN_MB = 25


class ScanTidakAdaError(frappe.ValidationError):
	"""A letter without any scan."""


def check_uploaded_file(doc: Document, method: str | None = None) -> None:
	"""Check a file while it is uploaded to a letter, so that the clerk hears of a bad one at once.

	:param doc: a File being inserted
	:raises BerkasTidakSahError: see `check_berkas`
	"""
	if doc.attached_to_doctype == "Surat Masuk" and doc.content:
		content = doc.content.encode() if isinstance(doc.content, str) else doc.content
		check_berkas(content, doc.file_name)


def check_berkas(content: bytes, nama: str) -> str:
	"""Check that a file is what an office may keep as a scan, by its content and not by its name.

	:return: the kind, one of JENIS_BERKAS
	:raises BerkasTidakSahError: too large, neither PDF nor JPG nor PNG, broken, or locked by a password
	"""
	check_ukuran(content, nama)
	kind = filetype.guess(content)
	if not kind or kind.mime not in JENIS_BERKAS:
		_refuse(
			_(
				"Isi berkas {0} bukan PDF, JPG atau PNG, walaupun namanya mungkin menyebut demikian. Pindai ulang lalu unggah kembali."
			),
			nama,
		)
	if not (_is_readable_pdf(content, nama) if kind.mime == JENIS_PDF else _is_readable_image(content)):
		_refuse(_("Berkas {0} rusak dan tidak dapat dibuka. Pindai ulang lalu unggah kembali."), nama)
	return kind.mime


def check_ukuran(content: bytes, nama: str) -> None:
	"""Check that a file is not larger than the office allows.

	:raises BerkasTidakSahError: too large
	"""
	limit = get_ukuran_terbesar()
	if len(content) > limit:
		_refuse(
			_(
				"Berkas {0} berukuran {1} MB, melebihi batas {2} MB. Pindai ulang dengan resolusi lebih rendah, atau bagi menjadi beberapa berkas."
			),
			nama,
			round(len(content) / 1024 / 1024),
			limit // 1024 // 1024,
		)


def get_ukuran_terbesar() -> int:
	"""Return how many bytes a file of a letter may have."""
	setting = frappe.db.get_single_value("Pengaturan E-Office", "ukuran_berkas_maksimum")
	return (cint(setting) or UKURAN_BAWAAN_MB) * 1024 * 1024


def validate_scan(surat: Document) -> None:
	"""Check that a letter has scans, and that each newly named file is its own or freshly uploaded by this user.

	:raises ScanTidakAdaError: no scan at all
	:raises BerkasTidakSahError: a file that is not there, belongs elsewhere or fails `check_berkas`
	"""
	if not surat.scan:
		frappe.throw(
			_("Surat belum mempunyai scan. Unggah scan surat pada bagian Scan, lalu simpan kembali."),
			ScanTidakAdaError,
			title=_("Scan belum ada"),
		)
	before = surat.get_doc_before_save()
	known = {row.berkas for row in before.scan} if before else set()
	surat.flags.berkas_baru = []
	surat.flags.jenis_scan = {}
	for row in surat.scan:
		if row.berkas not in known:
			berkas = find_own_file(surat, row.berkas)
			if not berkas:
				_refuse(
					_(
						"Berkas pada baris scan {0} tidak ditemukan. Unggah kembali berkas itu pada surat ini."
					),
					str(row.idx),
				)
			surat.flags.jenis_scan[row.berkas] = check_berkas(read_own_file(berkas), berkas.file_name)
			surat.flags.berkas_baru.append(berkas.name)


def attach_scan(surat: Document) -> None:
	"""Make the files that `validate_scan` found new the letter's own, so that whoever sees the letter may open them."""
	attach_files(surat, surat.flags.berkas_baru, "scan")


def _is_readable_pdf(content: bytes, nama: str) -> bool:
	try:
		with pikepdf.open(BytesIO(content)) as pdf:
			return len(pdf.pages) > 0
	except pikepdf.PasswordError:
		_refuse(
			_(
				"Berkas {0} dilindungi kata sandi. Mintalah berkas tanpa kata sandi kepada pengirim, atau cetak lalu pindai, kemudian unggah kembali."
			),
			nama,
		)
	except pikepdf.PdfError:
		return False


def _is_readable_image(content: bytes) -> bool:
	try:
		with Image.open(BytesIO(content)) as image:
			image.load()
		return True
	except (UnidentifiedImageError, OSError, SyntaxError, Image.DecompressionBombError):
		return False


def _refuse(message: str, nama: str, *values) -> None:
	frappe.throw(
		message.format(frappe.bold(escape_html(nama)), *values),
		BerkasTidakSahError,
		title=_("Berkas ditolak"),
	)
