"""The job that reads scans: a few pages at a time, one letter after the other, so that it never holds up the queue.

Each part read is kept at once: a worker that is killed costs at most the part it was at. Whatever waits is found again
by the minute's sweep. One reads at a time, whatever the number of workers.
"""

import hashlib
import os
from functools import partial
from pathlib import Path
from shutil import rmtree
from typing import NamedTuple

import frappe
from frappe import _
from frappe.utils import get_files_path, now_datetime

from eoffice_app.hak_akses.aturan import SIFAT_RAHASIA
from eoffice_app.pekerjaan_tunggal import is_free, only_one
from eoffice_app.pencarian.antrean import queue_letter
from eoffice_app.persuratan.berkas.buatan import keep_made_file
from eoffice_app.persuratan.berkas.gabung_scan import SELESAI
from eoffice_app.persuratan.berkas.sewa import MENUNGGU
from eoffice_app.pindai.pembaca import (
	Bacaan,
	PembacaTerhentiError,
	PembacaTidakAdaError,
	TidakTerbacaError,
	copy_pages,
	count_pages,
	join_parts,
	read_pages,
)
from eoffice_app.pindai.pembacaan import (
	GAGAL,
	RUAS_BERKAS,
	SIAP,
	get_folder,
	get_halaman_terbanyak,
	is_wanted,
)
from eoffice_app.pindai.teks import HalamanTeks, store_teks
from eoffice_app.program_luar import working_folder

TUGAS = "eoffice_app.pindai.giliran_baca.read_next"
PERISTIWA = "scan_dibaca"
AWALAN_FOLDER = "eoffice-pindai-"
# Other work of the queue waits for no longer than these take.
HALAMAN_SEKALI = 4
# Longer than reading them may take, also where it takes a second time.
BATAS_WAKTU_DETIK = 600
PERCOBAAN_TERBANYAK = 3
PEKERJAAN = "pindai"
# The chain of jobs of the present; one that neither reads nor has said anything for so long is dead.
RANTAI = "eoffice_rantai_pindai"
UMUR_RANTAI_DETIK = 180
TERBACA = "terbaca"


class Bagian(NamedTuple):
	"""Pages that were read: their words, up to which page, of how many, and whether they are the last to be read."""

	teks: list[HalamanTeks]
	sampai: int
	jumlah_halaman: int
	terakhir: bool


def read_waiting() -> None:
	"""Begin to read where something waits and nothing reads: run each minute.

	The key `pause_scan_reading` of a site's configuration holds it up, as `pause_scheduler` does all of them.
	"""
	if frappe.conf.pause_scan_reading:
		return
	alive = frappe.cache.get_value(RANTAI, expires=True) or not is_free(PEKERJAAN)
	if not alive and find_waiting():
		_enqueue(frappe.generate_hash(length=10))


def read_next(rantai: str) -> None:
	"""Read some pages of the letter that has waited longest, then queue behind whatever came meanwhile: the job.

	:param rantai: the chain that this job belongs to; only the latest goes on
	"""
	if frappe.cache.get_value(RANTAI, expires=True) not in (None, rantai):
		return
	_keep_chain(rantai)
	with only_one(PEKERJAAN) as alone:
		waiting = find_waiting() if alone else None
		if waiting:
			_read_once(waiting)
	if waiting and find_waiting():
		_enqueue(rantai)
	else:
		frappe.cache.delete_value(RANTAI)


def find_waiting() -> frappe._dict | None:
	"""Return the Pembacaan Scan to go on with, with `berkas_gabungan` of its letter; None for none.

	A letter waits until its scans are one PDF. The newest comes first, so that an archive that is read at last holds up
	no letter of today; what failed before comes after all others.
	"""
	if not is_wanted():
		return None
	return _find("pembacaan.percobaan = 0") or _find("pembacaan.percobaan > 0")


def _find(condition: str) -> frappe._dict | None:
	found = frappe.db.sql(
		f"""
		select pembacaan.*, surat.berkas_gabungan
		from `tabPembacaan Scan` pembacaan
		join `tabSurat Masuk` surat on surat.name = pembacaan.surat_masuk
		where pembacaan.keadaan = %s and {condition} and surat.keadaan_gabungan = %s and surat.sifat not in %s
		order by pembacaan.percobaan desc, pembacaan.creation desc limit 1
		""",
		(MENUNGGU, SELESAI, SIFAT_RAHASIA),
		as_dict=True,
	)
	return found[0] if found else None


def _read_once(pembacaan: frappe._dict) -> None:
	count_try(pembacaan)
	frappe.db.commit()
	result = try_to_read(pembacaan)
	# What is stored is compared with the letter as it is then, not as it was when this transaction began.
	frappe.db.commit()
	store_result(pembacaan, result)
	frappe.db.commit()


def count_try(pembacaan: frappe._dict) -> None:
	"""Count a try before it begins: a worker that dies while it reads must have been counted."""
	pembacaan.percobaan += 1
	values = {"percobaan": pembacaan.percobaan, "dicoba_pada": now_datetime()}
	frappe.db.set_value("Pembacaan Scan", pembacaan.name, values, update_modified=False)


def try_to_read(pembacaan: frappe._dict) -> Bagian | str | None:
	"""Read the next pages of a letter; writes nothing to the database but the log.

	:param pembacaan: as `find_waiting` gives it
	:return: what was read, or why it will never be; None where it is to be tried again
	"""
	if pembacaan.percobaan > PERCOBAAN_TERBANYAK:
		galat = _("Pembacaan {0} kali terhenti sebelum selesai. Hubungi pengelola E-Office.")
		return galat.format(PERCOBAAN_TERBANYAK)
	try:
		return _read(pembacaan, _find_source(pembacaan))
	except PembacaTidakAdaError:
		return _(
			"Program pembaca scan (OCRmyPDF dan Tesseract) tidak terpasang pada server. Hubungi pengelola E-Office."
		)
	except TidakTerbacaError:
		return _("Berkas scan rusak, terkunci atau hilang, sehingga teksnya tidak dapat dibaca.")
	except PembacaTerhentiError as error:
		# The log gets no variables: they hold the letter.
		frappe.log_error("Pembacaan scan terhenti", str(error), "Surat Masuk", pembacaan.surat_masuk)
		return None


def store_result(pembacaan: frappe._dict, result: Bagian | str | None) -> None:
	"""Store what `try_to_read` gave, unless the letter became secret or its scans changed meanwhile.

	:param pembacaan: as it was when reading began
	"""
	if not _is_still_wanted(pembacaan):
		rmtree(get_folder(pembacaan.name), ignore_errors=True)
	elif isinstance(result, str):
		_store(pembacaan, {"keadaan": GAGAL, "galat": result})
	elif result:
		_store_part(pembacaan, result)


def _read(pembacaan: frappe._dict, source: Path) -> Bagian:
	pages = pembacaan.jumlah_halaman or count_pages(source)
	end = min(pages, get_halaman_terbanyak())
	first = pembacaan.halaman_terbaca + 1
	last = min(pembacaan.halaman_terbaca + HALAMAN_SEKALI, end)
	with working_folder(AWALAN_FOLDER) as folder:
		part = folder / "bagian.pdf"
		copy_pages(source, first, last, part)
		bacaan = read_pages(part, folder)
		_keep_part(pembacaan, bacaan, first, part)
	teks = [HalamanTeks(first + index, words) for index, words in enumerate(bacaan.teks)]
	return Bagian(teks, last, pages, last == end)


def _find_source(pembacaan: frappe._dict) -> Path:
	return Path(get_files_path(pembacaan.berkas_gabungan.rpartition("/")[2], is_private=1)).resolve()


def _keep_part(pembacaan: frappe._dict, bacaan: Bacaan, first: int, part: Path) -> None:
	folder = get_folder(pembacaan.name)
	folder.mkdir(parents=True, exist_ok=True)
	# What had its words already is a part too, but of itself no reason to keep a second file.
	name = f"{first:05}-{TERBACA if bacaan.berkas else 'asal'}.pdf"
	unfinished = folder / f".{name}"
	unfinished.write_bytes((bacaan.berkas or part).read_bytes())
	os.replace(unfinished, folder / name)


def _is_still_wanted(pembacaan: frappe._dict) -> bool:
	# Locks the row, so that a letter that becomes secret now is forgotten after this, not before.
	fields = ["keadaan", "halaman_terbaca"]
	row = frappe.db.get_value("Pembacaan Scan", pembacaan.name, fields, as_dict=True, for_update=True)
	fields = ["berkas_gabungan", "sifat"]
	surat = frappe.db.get_value("Surat Masuk", pembacaan.surat_masuk, fields, as_dict=True)
	return (
		(row.keadaan, row.halaman_terbaca) == (MENUNGGU, pembacaan.halaman_terbaca)
		and surat.berkas_gabungan == pembacaan.berkas_gabungan
		and surat.sifat not in SIFAT_RAHASIA
	)


def _store_part(pembacaan: frappe._dict, bagian: Bagian) -> None:
	store_teks(pembacaan.surat_masuk, pembacaan.berkas_gabungan, bagian.teks)
	values = {
		"jumlah_halaman": bagian.jumlah_halaman,
		"halaman_terbaca": bagian.sampai,
		"percobaan": 0,
		"berkas": pembacaan.berkas_gabungan,
	}
	if bagian.terakhir:
		values |= {"keadaan": SIAP, "berkas_terbaca": _finish(pembacaan)}
	_store(pembacaan, values)


def _finish(pembacaan: frappe._dict) -> str | None:
	folder = get_folder(pembacaan.name)
	parts = sorted(folder.glob("[0-9]*.pdf"))
	address = None
	if any(part.stem.endswith(TERBACA) for part in parts):
		address = _join(pembacaan, parts)
	surat = frappe._dict(doctype="Surat Masuk", name=pembacaan.surat_masuk)
	keep_made_file(surat, RUAS_BERKAS, address)
	queue_letter(pembacaan.surat_masuk)
	frappe.db.after_commit.add(partial(rmtree, folder, ignore_errors=True))
	return address


def _join(pembacaan: frappe._dict, parts: list[Path]) -> str:
	# The same scans give the same name, so that a second run replaces the first's file.
	digest = hashlib.sha256(f"{pembacaan.surat_masuk}\n{pembacaan.berkas_gabungan}".encode()).hexdigest()
	target = Path(get_files_path(f"terbaca-{digest[:24]}.pdf", is_private=1)).resolve()
	unfinished = target.with_name("." + target.name)
	join_parts(parts, _find_source(pembacaan), unfinished)
	os.replace(unfinished, target)
	return f"/private/files/{target.name}"


def _store(pembacaan: frappe._dict, values: dict) -> None:
	frappe.db.set_value("Pembacaan Scan", pembacaan.name, values, update_modified=False)
	frappe.publish_realtime(
		PERISTIWA,
		{"surat_masuk": pembacaan.surat_masuk},
		doctype="Surat Masuk",
		docname=pembacaan.surat_masuk,
		after_commit=True,
	)


def _keep_chain(rantai: str) -> None:
	frappe.cache.set_value(RANTAI, rantai, expires_in_sec=UMUR_RANTAI_DETIK)


def _enqueue(rantai: str) -> None:
	_keep_chain(rantai)
	frappe.enqueue(TUGAS, queue="long", timeout=BATAS_WAKTU_DETIK, rantai=rantai)
