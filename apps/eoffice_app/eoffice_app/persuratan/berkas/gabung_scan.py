"""The scans of a letter become one PDF, by a job that sees to it that it happens, and happens once.

A letter whose scans are new stands at Menunggu. A job takes it on lease, merges, and in one transaction stores the
file and marks the letter Selesai, or Gagal with the name of the file at fault. A killed job's lease runs out, and
`merge_waiting` finds the letter again. The scans themselves are kept: until officials have received the letter a page
may still be replaced, and they are the evidence of what was delivered.
"""

import hashlib
import os
from pathlib import Path

import frappe
from frappe import _
from frappe.model.document import Document
from frappe.utils import get_files_path

from eoffice_app.hak_akses.surat import get_visible_surat
from eoffice_app.persuratan.berkas.buatan import keep_made_file
from eoffice_app.persuratan.berkas.satu_pdf import BerkasScan, BerkasTidakTerbacaError, merge_scans
from eoffice_app.persuratan.berkas.scan import JENIS_PDF
from eoffice_app.persuratan.berkas.sewa import MENUNGGU, PERCOBAAN_TERBANYAK, Sewa

SELESAI, GAGAL = "Selesai", "Gagal"
TUGAS = "eoffice_app.persuratan.berkas.gabung_scan.merge_letter"
PERISTIWA = "scan_digabungkan"
HASIL = (
	"keadaan_gabungan",
	"berkas_gabungan",
	"galat_gabungan",
	"gabungan_dicoba_pada",
	"gabungan_percobaan",
)
BATAS_WAKTU_DETIK = 170
SEWA = Sewa("Surat Masuk", "keadaan_gabungan", "gabungan_dicoba_pada", "gabungan_percobaan")


class TidakMenungguPenggabunganError(frappe.ValidationError):
	"""Merging is asked for again although nothing went wrong."""


def set_merging_state(surat: Document) -> None:
	"""Let a letter with new scans wait for its one PDF; whatever else a client sends about it is not believed.

	A single PDF is that one PDF already. To be called after `validate_scan`.
	"""
	before = surat.get_doc_before_save()
	if before and before.list_berkas() == surat.list_berkas():
		surat.update({field: before.get(field) for field in HASIL})
		return
	surat.update({**dict.fromkeys(HASIL), "keadaan_gabungan": MENUNGGU, "gabungan_percobaan": 0})
	only = surat.scan[0].berkas if len(surat.scan) == 1 else None
	if only and surat.flags.jenis_scan.get(only) == JENIS_PDF:
		surat.update({"keadaan_gabungan": SELESAI, "berkas_gabungan": only})
	surat.flags.gabungkan = surat.keadaan_gabungan == MENUNGGU


def queue_merging(surat: Document) -> None:
	"""Start the job for a letter that `set_merging_state` let wait, as soon as it is committed."""
	if surat.flags.gabungkan:
		_enqueue(surat.name)


@frappe.whitelist(methods=["POST"])
def merge_again(surat_masuk: str) -> None:
	"""Try once more to make one PDF of a letter's scans after that failed.

	:raises frappe.DoesNotExistError: a letter that is not there or not for this user
	:raises frappe.PermissionError: the user may not write letters
	:raises TidakMenungguPenggabunganError: it did not fail
	"""
	surat = get_visible_surat(surat_masuk, for_update=True)
	surat.check_permission("write")
	if surat.keadaan_gabungan != GAGAL:
		frappe.throw(
			_("Scan surat ini tidak gagal digabungkan. Muat ulang surat untuk melihat keadaan terakhirnya."),
			TidakMenungguPenggabunganError,
			title=_("Tidak perlu digabungkan ulang"),
		)
	values = {**dict.fromkeys(HASIL), "keadaan_gabungan": MENUNGGU, "gabungan_percobaan": 0}
	_store(surat.name, values)
	_enqueue(surat.name)


def merge_letter(surat_masuk: str) -> None:
	"""Make one PDF of a letter's scans: the job. Does nothing where another is at it or none is wanted."""
	if not take_lease(surat_masuk):
		return
	# Another worker must see the lease before the long part begins.
	frappe.db.commit()
	finish_merging(surat_masuk)


def merge_waiting() -> None:
	"""Merge what killed or lost jobs left waiting: run each minute."""
	for name in find_left_waiting():
		merge_letter(name)
		# Each letter stands for itself.
		frappe.db.commit()


def find_left_waiting() -> list[str]:
	"""Return the letters that wait although no job can be at them any more, oldest first."""
	return SEWA.find_left_waiting()


def take_lease(surat_masuk: str) -> bool:
	"""Take a waiting letter for merging; False where it does not wait or another job holds it."""
	return SEWA.take(surat_masuk)


def finish_merging(surat_masuk: str) -> None:
	"""Merge a letter taken on lease and store what came of it, unless its scans changed meanwhile."""
	surat = frappe.get_doc("Surat Masuk", surat_masuk)
	store_result(surat, _merge(surat))


def store_result(surat: Document, values: dict) -> None:
	"""Store what came of merging, unless the letter no longer waits or its scans changed meanwhile.

	:param surat: the letter as it was when merging began
	:param values: new values of the fields of HASIL
	"""
	now = frappe.get_doc("Surat Masuk", surat.name, for_update=True)
	if now.keadaan_gabungan == MENUNGGU and now.list_berkas() == surat.list_berkas():
		keep_made_file(surat, "berkas_gabungan", values.get("berkas_gabungan"))
		_store(surat.name, values)


def _merge(surat: Document) -> dict:
	if surat.gabungan_percobaan > PERCOBAAN_TERBANYAK:
		galat = _("Penggabungan {0} kali terhenti sebelum selesai. Hubungi pengelola E-Office.")
		return {"keadaan_gabungan": GAGAL, "galat_gabungan": galat.format(PERCOBAAN_TERBANYAK)}
	target = Path(get_files_path(_compose_name(surat), is_private=1))
	unfinished = target.with_name("." + target.name)
	try:
		merge_scans([_find_file(surat, row) for row in surat.scan], unfinished)
	except BerkasTidakTerbacaError as error:
		return {"keadaan_gabungan": GAGAL, "galat_gabungan": _describe(error)}
	os.replace(unfinished, target)
	return {"keadaan_gabungan": SELESAI, "berkas_gabungan": f"/private/files/{target.name}"}


def _find_file(surat: Document, row: Document) -> BerkasScan:
	values = {"file_url": row.berkas, "attached_to_doctype": surat.doctype, "attached_to_name": surat.name}
	berkas = frappe.get_doc("File", values)
	return BerkasScan(berkas.file_name, Path(berkas.get_full_path()))


def _compose_name(surat: Document) -> str:
	# The same scans in the same order give the same name, so that a second run replaces the first's file.
	digest = hashlib.sha256("\n".join([surat.name, *surat.list_berkas()]).encode()).hexdigest()
	agenda = "".join(sign if sign.isalnum() else "-" for sign in surat.nomor_agenda or "")
	return f"surat-{agenda[:40]}-{digest[:16]}.pdf"


def _describe(error: BerkasTidakTerbacaError) -> str:
	if error.terkunci:
		text = _(
			"Berkas {0} dilindungi kata sandi. Ganti dengan berkas tanpa kata sandi, lalu simpan kembali."
		)
	else:
		text = _("Berkas {0} rusak atau hilang. Pindai ulang, ganti berkas itu, lalu simpan kembali.")
	return text.format(error.nama)


def _store(surat_masuk: str, values: dict) -> None:
	frappe.db.set_value("Surat Masuk", surat_masuk, values, update_modified=False)
	frappe.publish_realtime(
		PERISTIWA, {"surat_masuk": surat_masuk}, doctype="Surat Masuk", docname=surat_masuk, after_commit=True
	)


def _enqueue(surat_masuk: str) -> None:
	frappe.enqueue(
		TUGAS, queue="long", timeout=BATAS_WAKTU_DETIK, enqueue_after_commit=True, surat_masuk=surat_masuk
	)
