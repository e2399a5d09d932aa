"""The PDF of a letter's present version: made by a job once the draft is sent up, kept, and the same for all readers.

What is kept counts for one text and one signer: `sidik_naskah` is their fingerprint. A change of the kind's template or
of the letter head does not change what was read already.
"""

import hashlib
import json

from frappe.model.document import Document

from eoffice_app.naskah.halaman import make_naskah
from eoffice_app.naskah.penanda_tangan import describe_penanda_tangan
from eoffice_app.persuratan.berkas_buatan import keep_made_file, read_made_file, write_made_file
from eoffice_app.persuratan.keadaan_keluar import DI_PENYUSUN

MENUNGGU, SIAP, GAGAL = "Menunggu", "Siap", "Gagal"
KOLOM = ("jenis_naskah", "perihal", "lampiran", "sifat", "derajat", "klasifikasi", "isi")
TABEL = ("tujuan", "tembusan")


def get_naskah(surat: Document) -> bytes:
	"""Return the PDF of a Surat Keluar as it is now, with places for number, date and signature (see `tempat`).

	:raises TemplatTidakSahError: see `make_naskah`
	:raises OSError: wkhtmltopdf fails or is not installed
	"""
	if surat.workflow_state in DI_PENYUSUN:
		# While it is with its drafter a letter is as he left it, template and letter head included.
		return make_naskah(surat)
	sidik = compose_sidik(surat)
	kept = read_made_file(surat.berkas_naskah) if surat.sidik_naskah == sidik else None
	return kept or _make_and_keep(surat, sidik)


def compose_sidik(surat: Document) -> str:
	"""Return what tells one page of a letter from another: its text, and who signs as what."""
	values = {field: surat.get(field) or "" for field in KOLOM}
	names = {table: [row.nama_penerima for row in surat.get(table)] for table in TABEL}
	said = json.dumps([values, names, describe_penanda_tangan(surat)], sort_keys=True, default=str)
	return hashlib.sha256(f"{surat.name}\n{said}".encode()).hexdigest()


def _make_and_keep(surat: Document, sidik: str) -> bytes:
	isi = make_naskah(surat)
	address = write_made_file(f"naskah-{sidik[:32]}.pdf", isi)
	keep_made_file(surat, "berkas_naskah", address)
	values = {"berkas_naskah": address, "sidik_naskah": sidik, "keadaan_naskah": SIAP, "galat_naskah": None}
	surat.db_set(values, update_modified=False)
	return isi
