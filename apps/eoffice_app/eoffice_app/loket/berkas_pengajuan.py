"""The files of a submission: kept private and unchanged, under names that no sender chose."""

import hashlib
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import frappe
from frappe.model.document import Document
from frappe.utils import get_files_path

from eoffice_app.loket.berkas import AKHIRAN, check_isi, fit_nama
from eoffice_app.persuratan.berkas.buatan import insert_made_file, write_made_file

# A mail kept whole: made by the mailbox's reader, never taken from a sender as a file.
JENIS_SURAT_ELEKTRONIK = "message/rfc822"


@dataclass(frozen=True)
class BerkasTerunggah:
	"""A file as it was sent. `jenis` is left empty for the content to be checked here, and set by a door that has done so
	itself; the reader of a mailbox sets JENIS_SURAT_ELEKTRONIK for the mail that it keeps whole, under a name of its own."""

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
	jenis = berkas.jenis or check_isi(berkas.nama, berkas.isi)
	nama = berkas.nama if jenis == JENIS_SURAT_ELEKTRONIK else fit_nama(berkas.nama, jenis)
	return BerkasTerperiksa(nama, berkas.isi, jenis, hashlib.sha256(berkas.isi).hexdigest())


def store_berkas(pengajuan: Document, berkas: list[BerkasTerperiksa]) -> None:
	"""Write the files of a new submission to the disk and into its table; what is written goes again with a rollback.

	:param pengajuan: named, not yet inserted
	"""
	for number, one in enumerate(berkas, start=1):
		akhiran = AKHIRAN.get(one.jenis, "eml")
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
