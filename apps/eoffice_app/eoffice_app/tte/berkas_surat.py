"""The files of a signed letter: stored beside each other, with their hashes, and never changed again."""

import re
from functools import partial
from hashlib import sha256
from pathlib import Path

import frappe
from frappe import _
from frappe.model.document import Document
from frappe.utils import convert_utc_to_system_timezone, get_files_path

from eoffice_app.persuratan.berkas.buatan import keep_made_file, write_made_file
from eoffice_app.tte.permintaan import HasilTandaTangan

ASLI, BERTANDA, BERNOMOR = "berkas_asli", "berkas_bertanda", "berkas_bernomor"
RUAS_BERKAS = (ASLI, BERTANDA, BERNOMOR)
BUKAN_NAMA = re.compile(r"[^A-Za-z0-9.-]+")


class BerkasTetapError(frappe.ValidationError):
	"""A change to a file of a signed letter."""


def save_asli(surat: Document, asli: bytes) -> None:
	"""Store the PDF of a letter as it was before its signature."""
	_save_file(surat, ASLI, f"{compose_nama(surat)}-asli", asli)


def save_bertanda(surat: Document, bertanda: bytes) -> None:
	"""Store the signed PDF of a letter."""
	_save_file(surat, BERTANDA, compose_nama(surat), bertanda)


def set_hasil(surat: Document, hasil: HasilTandaTangan) -> None:
	"""Put what a signature says into its letter: when, by whose certificate, and the hashes of both files."""
	moment = convert_utc_to_system_timezone(hasil.ditandatangani_pada.replace(tzinfo=None))
	surat.update(
		{
			"sha256_asli": hasil.sha256_asli,
			"sha256_bertanda": hasil.sha256_bertanda,
			"penerbit_sertifikat": hasil.penerbit,
			"ditandatangani_pada": moment.replace(tzinfo=None, microsecond=0),
		}
	)


def compose_nama(surat: Document) -> str:
	"""Return the name of a letter's file, after its number; a letter without one is named after its subject."""
	return BUKAN_NAMA.sub("-", surat.nomor or surat.perihal).strip("-")[:100] or "surat"


def refuse_change_of_signed(berkas: Document) -> None:
	"""Refuse to change or delete a file of a signed letter.

	:param berkas: a File
	:raises BerkasTetapError: it is one
	"""
	if frappe.flags.in_uninstall or berkas.attached_to_doctype != "Surat Keluar" or not berkas.file_url:
		return
	surat = frappe.db.get_value("Surat Keluar", berkas.attached_to_name, RUAS_BERKAS) or ()
	if berkas.file_url in surat:
		refuse_berkas_tetap()


def refuse_other_files(surat: Document, before: Document | None) -> None:
	"""Refuse to name other files in a letter than those it was signed with, whoever wants it.

	:raises BerkasTetapError: a file or a hash differs from that before
	"""
	fields = (*RUAS_BERKAS, "sha256_asli", "sha256_bertanda")
	if before and any(before.get(field) and surat.get(field) != before.get(field) for field in fields):
		refuse_berkas_tetap()


def refuse_berkas_tetap() -> None:
	"""Say that the files of a signed letter stay.

	:raises BerkasTetapError: always
	"""
	frappe.throw(
		_(
			"Berkas surat yang sudah ditandatangani tidak dapat diubah, diganti atau dihapus. Bila surat ini salah, batalkan suratnya dan buat surat baru."
		),
		BerkasTetapError,
		title=_("Berkas surat tetap"),
	)


def _save_file(surat: Document, ruas: str, nama: str, isi: bytes) -> None:
	# No two letters' files meet in one name, and none is written over.
	name = f"{nama}-{sha256(isi).hexdigest()[:8]}.pdf"
	address = write_made_file(name, isi)
	path = Path(get_files_path(name, is_private=1))
	# A signature whose number went back must not lie about.
	frappe.db.after_rollback.add(partial(path.unlink, missing_ok=True))
	keep_made_file(surat, ruas, address)
	surat.set(ruas, address)
