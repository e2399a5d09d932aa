"""The files of a submission: kept private and unchanged, under names that no sender chose."""

import hashlib
import unicodedata
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import frappe
from frappe.model.document import Document
from frappe.utils import get_files_path

from eoffice_app.persuratan.berkas.buatan import insert_made_file, write_made_file
from eoffice_app.persuratan.berkas.scan import check_berkas as check_isi

# Kind by content → how its file is called on the disk.
AKHIRAN = {
	"application/pdf": "pdf",
	"image/jpeg": "jpg",
	"image/png": "png",
	"application/vnd.openxmlformats-officedocument.wordprocessingml.document": "docx",
	"message/rfc822": "eml",
}
PANJANG_NAMA = 120
TANDA_TERLARANG = '/\\:*?"<>|'


@dataclass(frozen=True)
class BerkasTerunggah:
	"""A file as it was sent. `jenis` is set by a door that has checked the content itself, as of a mail it keeps whole;
	left empty the content is checked here."""

	nama: str
	isi: bytes
	jenis: str = ""


@dataclass(frozen=True)
class BerkasTerperiksa:
	"""A file that may be kept: what it is called, its kind by content, and its fingerprint."""

	nama: str
	isi: bytes
	jenis: str
	sha256: str


def check_berkas(berkas: BerkasTerunggah) -> BerkasTerperiksa:
	"""Check that a file may be kept.

	:raises BerkasTidakSahError: see `check_isi`
	"""
	nama = tidy_nama(berkas.nama)
	jenis = berkas.jenis or check_isi(berkas.isi, nama)
	return BerkasTerperiksa(nama, berkas.isi, jenis, hashlib.sha256(berkas.isi).hexdigest())


def store_berkas(pengajuan: Document, berkas: list[BerkasTerperiksa]) -> None:
	"""Write the files of a new submission to the disk and into its table; what is written goes again with a rollback.

	:param pengajuan: named, not yet inserted
	"""
	for number, one in enumerate(berkas, start=1):
		akhiran = AKHIRAN.get(one.jenis, "bin")
		address = write_made_file(f"pengajuan-{pengajuan.name}-{number}.{akhiran}", one.isi)
		path = Path(get_files_path(address.rpartition("/")[2], is_private=1))
		frappe.db.after_rollback.add(partial(path.unlink, missing_ok=True))
		values = {
			"attached_to_doctype": pengajuan.doctype,
			"attached_to_name": pengajuan.name,
			"attached_to_field": "berkas",
		}
		insert_made_file(values, address, one.nama)
		pengajuan.append(
			"berkas",
			{
				"berkas": address,
				"nama_asli": one.nama,
				"jenis": one.jenis,
				"ukuran": len(one.isi),
				"sha256": one.sha256,
			},
		)


def tidy_nama(nama: str) -> str:
	"""Return a file's name as it is shown: without path, signs nobody sees, and what file systems refuse; its end kept."""
	shown = "".join(
		sign for sign in unicodedata.normalize("NFC", nama) if unicodedata.category(sign)[0] != "C"
	)
	shown = "".join(" " if sign in TANDA_TERLARANG else sign for sign in shown)
	shown = " ".join(shown.split()).strip(". ")
	stem, dot, end = shown.rpartition(".")
	if len(shown) > PANJANG_NAMA and dot and len(end) < 10:
		shown = f"{stem[: PANJANG_NAMA - len(end) - 1]}.{end}"
	return shown[:PANJANG_NAMA] or "berkas"
