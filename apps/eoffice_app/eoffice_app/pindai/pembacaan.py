"""How far reading a letter's scans has come: one row for each letter, written with it and by the job.

No row of a letter's own is touched while its pages are read, so that reading never holds up who works on it.
"""

from datetime import datetime
from functools import partial
from pathlib import Path
from shutil import rmtree

import frappe
from frappe import _
from frappe.model.document import Document
from frappe.utils import cint, now

from eoffice_app.hak_akses.aturan import SIFAT_RAHASIA
from eoffice_app.hak_akses.surat import get_visible_surat
from eoffice_app.persuratan.berkas.buatan import keep_made_file
from eoffice_app.persuratan.berkas.sewa import MENUNGGU
from eoffice_app.pindai.teks import PANJANG_NAMA, forget_teks

SIAP, GAGAL, TIDAK_DIBACA = "Siap", "Gagal", "Tidak Dibaca"
HALAMAN_BAWAAN = 100
RUAS_BERKAS = "berkas_terbaca"
AWAL = {
	"galat": None,
	"berkas": None,
	"berkas_terbaca": None,
	"jumlah_halaman": 0,
	"halaman_terbaca": 0,
	"dicoba_pada": None,
	"percobaan": 0,
}


class TidakGagalDibacaError(frappe.ValidationError):
	"""Reading is asked for again although nothing went wrong."""


def follow_scan(surat: Document) -> None:
	"""Let a letter's scans be read where they are new, and forget what was read where it is secret now.

	To be called in `on_update` of a Surat Masuk. Rahasia and Sangat Rahasia are never read.
	"""
	keadaan = TIDAK_DIBACA if surat.sifat in SIFAT_RAHASIA else MENUNGGU
	if surat.flags.in_insert:
		_insert(surat.name, keadaan)
		return
	before = surat.get_doc_before_save()
	if before.list_berkas() == surat.list_berkas() and before.sifat == surat.sifat:
		return
	present = frappe.db.get_value("Pembacaan Scan", {"surat_masuk": surat.name}, "keadaan")
	if before.list_berkas() != surat.list_berkas() or (present == TIDAK_DIBACA) != (keadaan == TIDAK_DIBACA):
		begin_anew(surat, keadaan)


def begin_anew(surat: Document, keadaan: str = MENUNGGU) -> None:
	"""Forget whatever was read of a letter, and let it wait or not be read."""
	# The row first: a job that stores a part holds it, and what it stored meanwhile is forgotten too.
	name = frappe.db.get_value("Pembacaan Scan", {"surat_masuk": surat.name}, for_update=True)
	forget_teks(surat.name)
	keep_made_file(surat, RUAS_BERKAS, None)
	if not name:
		_insert(surat.name, keadaan)
		return
	frappe.db.after_commit.add(partial(rmtree, get_folder(name), ignore_errors=True))
	frappe.db.set_value("Pembacaan Scan", name, {**AWAL, "keadaan": keadaan}, update_modified=False)


def queue_unread() -> int:
	"""Let every letter wait that was never read: by hand, for the letters from before scans were read.

	:return: how many
	"""
	names = frappe.db.sql(
		"""
		select surat.name, surat.sifat, surat.creation from `tabSurat Masuk` surat
		left join `tabPembacaan Scan` pembacaan on pembacaan.surat_masuk = surat.name
		where pembacaan.name is null
		"""
	)
	for name, sifat, creation in names:
		_insert(name, TIDAK_DIBACA if sifat in SIFAT_RAHASIA else MENUNGGU, creation)
	return len(names)


@frappe.whitelist()
def get_pembacaan(surat_masuk: str) -> dict | None:
	"""Return how far reading a letter's scans has come.

	:return: dict of `keadaan`, `galat`, `jumlah_halaman`, `halaman_terbaca`, `berkas_terbaca`; None where the office
		lets no scans be read, or none of this letter yet
	:raises frappe.DoesNotExistError: a letter that is not there or not for this user
	"""
	return read_pembacaan(get_visible_surat(surat_masuk))


def read_pembacaan(surat: Document) -> dict | None:
	"""Return how far reading a letter's scans has come, as `get_pembacaan`, without asking who wants to know."""
	# Written out: a letter's form waits for it, and get_value takes three times as long.
	rows = frappe.db.sql(
		"""
		select keadaan, galat, jumlah_halaman, halaman_terbaca, berkas_terbaca from `tabPembacaan Scan`
		where surat_masuk = %s
		""",
		surat.name,
		as_dict=True,
	)
	found = rows[0] if rows else None
	return found if found and (is_wanted() or found.keadaan != MENUNGGU) else None


@frappe.whitelist(methods=["POST"])
def read_again(surat_masuk: str) -> None:
	"""Let a letter's scans wait to be read once more after that failed.

	:raises frappe.DoesNotExistError: a letter that is not there or not for this user
	:raises frappe.PermissionError: the user may not write letters
	:raises TidakGagalDibacaError: it did not fail
	"""
	surat = get_visible_surat(surat_masuk, for_update=True)
	surat.check_permission("write")
	if frappe.db.get_value("Pembacaan Scan", {"surat_masuk": surat.name}, "keadaan") != GAGAL:
		frappe.throw(
			_("Scan surat ini tidak gagal dibaca. Muat ulang surat untuk melihat keadaan terakhirnya."),
			TidakGagalDibacaError,
			title=_("Tidak perlu dibaca ulang"),
		)
	begin_anew(surat)


def is_wanted() -> bool:
	"""Whether the office lets scans be read at all."""
	return not frappe.db.get_single_value("Pengaturan E-Office", "tanpa_baca_scan")


def get_halaman_terbanyak() -> int:
	"""Return how many pages of a letter are read."""
	return cint(frappe.db.get_single_value("Pengaturan E-Office", "halaman_dibaca")) or HALAMAN_BAWAAN


def get_folder(pembacaan: str) -> Path:
	"""Return where the pages of a letter lie that are read while others are not yet."""
	return Path(frappe.get_site_path("private", "pindai", pembacaan)).resolve()


def _insert(surat_masuk: str, keadaan: str, creation: datetime | None = None) -> None:
	moment, user = now(), frappe.session.user
	# Written out: this runs at every registration, and Frappe's own insert takes longer than the database.
	frappe.db.sql(
		"""
		insert into `tabPembacaan Scan` (name, creation, modified, owner, modified_by, surat_masuk, keadaan)
		values (%s, %s, %s, %s, %s, %s, %s)
		""",
		(
			frappe.generate_hash(length=PANJANG_NAMA),
			creation or moment,
			moment,
			user,
			user,
			surat_masuk,
			keadaan,
		),
	)
