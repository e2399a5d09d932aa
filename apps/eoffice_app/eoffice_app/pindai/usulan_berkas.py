"""Proposals for a letter that is not registered yet, from the scan its clerk has just uploaded.

A job reads the first page; the form asks until it is there, and works as ever where it never comes. What was read lies
in the cache for its uploader alone, for as long as registering takes, and nowhere else.
"""

from base64 import b64encode
from pathlib import Path

import frappe
from frappe import _
from frappe.utils import get_files_path

from eoffice_app.hak_akses.aturan import SIFAT_RAHASIA
from eoffice_app.hak_akses.berkas import is_temporary, list_files, refuse_file
from eoffice_app.pindai.kata import HalamanKata, read_again, read_first_page
from eoffice_app.pindai.pembaca import PembacaTerhentiError, PembacaTidakAdaError, TidakTerbacaError
from eoffice_app.pindai.pembacaan import is_wanted
from eoffice_app.pindai.usulan import Usulan, confirm_nomor, propose
from eoffice_app.program_luar import working_folder

TUGAS = "eoffice_app.pindai.usulan_berkas.read_usulan"
MENUNGGU, SIAP, GAGAL = "Menunggu", "Siap", "Gagal"
AWALAN_FOLDER = "eoffice-usulan-"
UMUR_DETIK = 1800
BATAS_WAKTU_DETIK = 240


@frappe.whitelist(methods=["POST"])
def start_usulan(berkas: str) -> bool:
	"""Have the first page of a scan read that this user has just uploaded for a new letter.

	:param berkas: address of the file
	:return: whether it will be; not where the office lets no scans be read
	:raises frappe.PermissionError: the user does not register letters
	:raises frappe.DoesNotExistError: no such file, or not this user's own for a new letter
	"""
	own = _find_own(berkas)
	if not is_wanted():
		return False
	key = _compose_key(own.name)
	if not frappe.cache.get_value(key, expires=True):
		_keep(key, {"keadaan": MENUNGGU})
		# Short of the long queue: a clerk waits.
		frappe.enqueue(TUGAS, queue="default", timeout=BATAS_WAKTU_DETIK, berkas=own.name, kunci=key)
	return True


@frappe.whitelist()
def get_usulan(berkas: str) -> dict:
	"""Return what was read of a scan.

	:param berkas: see `start_usulan`
	:return: dict of `keadaan` (Menunggu, Siap, Gagal), and when Siap `usulan`, a list of dicts of `ruas`, `nilai`,
		`teks` and `kotak` (left, top, right, bottom in shares of the page), `gambar`, the page as JPEG in base64, and `perbandingan`,
		of its height to its width
	:raises: as `start_usulan`
	"""
	return frappe.cache.get_value(_compose_key(_find_own(berkas).name), expires=True) or {"keadaan": GAGAL}


@frappe.whitelist(methods=["POST"])
def forget_usulan(berkas: str) -> None:
	"""Forget what was read of a scan: the letter turned out to be secret.

	:raises: as `start_usulan`
	"""
	frappe.cache.delete_value(_compose_key(_find_own(berkas).name))


def read_usulan(berkas: str, kunci: str) -> None:
	"""Read the first page of a file and keep what is proposed from it: the job.

	:param berkas: name of the File
	:param kunci: under which its uploader asks for it
	"""
	address = frappe.db.get_value("File", berkas, "file_url")
	if not address or not frappe.cache.get_value(kunci, expires=True):
		return
	path = Path(get_files_path(address.rpartition("/")[2], is_private=1)).resolve()
	try:
		with working_folder(AWALAN_FOLDER) as folder:
			page, found = find_usulan(path, folder, frappe.get_all("Instansi", pluck="name"))
	except (TidakTerbacaError, PembacaTidakAdaError, PembacaTerhentiError) as error:
		# The clerk types as ever; whoever keeps the server should know. Without variables, for they hold the letter.
		frappe.log_error(
			"Usulan dari scan gagal", f"{type(error).__name__}: {str(error)[:500]}", "File", berkas
		)
		_keep(kunci, {"keadaan": GAGAL})
		return
	answer = compose_answer(page, found)
	# Forgotten meanwhile: the letter is secret.
	if frappe.cache.get_value(kunci, expires=True):
		_keep(kunci, answer)


def find_usulan(source: Path, folder: Path, instansi: list[str]) -> tuple[HalamanKata, list[Usulan]]:
	"""Read the first page of a scan; returns it and what it proposes, the number looked at more than once.

	:param folder: for the files in between
	:raises: as `read_first_page`
	"""
	page = read_first_page(source, folder)
	found = propose(page.kata, page.lebar, page.tinggi, instansi)
	looks = [
		look
		for usulan in found
		if usulan.ruas == "nomor_surat"
		for look in read_again(page, usulan.kotak, folder)
	]
	return page, confirm_nomor(found, looks)


def compose_answer(page: HalamanKata, found: list[Usulan]) -> dict:
	"""Return what `get_usulan` tells of a page. Of one that calls itself secret nothing but that is kept."""
	secret = [usulan for usulan in found if usulan.nilai in SIFAT_RAHASIA]
	gambar = "" if secret else b64encode(page.gambar).decode()
	return {
		"keadaan": SIAP,
		"usulan": [_describe(usulan) for usulan in secret or found],
		"gambar": gambar,
		"perbandingan": page.tinggi / page.lebar,
	}


def _describe(usulan: Usulan) -> dict:
	return {**usulan._asdict(), "kotak": [round(side, 4) for side in usulan.kotak]}


def _find_own(address: str) -> frappe._dict:
	if not frappe.has_permission("Surat Masuk", "create"):
		frappe.throw(
			_("Hanya petugas yang mendaftarkan surat yang dapat melihat ini."),
			frappe.PermissionError,
			title=_("Bukan petugas pendaftaran"),
		)
	for berkas in list_files(address, {"owner": frappe.session.user, "is_private": 1}):
		if berkas.attached_to_doctype == "Surat Masuk" and is_temporary(berkas.attached_to_name):
			return berkas
	refuse_file()


def _compose_key(berkas: str) -> str:
	return f"eoffice_usulan:{frappe.session.user}:{berkas}"


def _keep(key: str, value: dict) -> None:
	frappe.cache.set_value(key, value, expires_in_sec=UMUR_DETIK)
