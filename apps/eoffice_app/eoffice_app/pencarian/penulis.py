"""Keeps the index in step with the database. One writes at a time: the one who holds the lock."""

import os
import shutil
from pathlib import Path

import frappe

from eoffice_app.pekerjaan_tunggal import only_one
from eoffice_app.pencarian.antrean import SEMUA
from eoffice_app.pencarian.indeks import (
	IndeksRusakError,
	count_letters,
	create_index,
	fill_index,
	open_index,
	write_letters,
)
from eoffice_app.pencarian.isi_surat import SEKALI_BACA, count_all_letters, read_all_letters, read_letters

# A change of the index's shape gets a new number, and thereby a new index.
VERSI = 2
SEKALI_AMBIL = 5_000
LAMA_MENYUSUN = 3600


def get_folder() -> Path:
	"""Return where the index of the site lies; it is not part of a backup, for it is made from the database."""
	return Path(frappe.get_site_path("private", "pencarian", f"surat_{VERSI}"))


def take_in_changes() -> None:
	"""Take into the index what changed since the last time; run each minute. Without an index, have one made."""
	with only_one("pencarian") as alone:
		# Where somebody else is at it, what he does not take in waits for the next minute.
		if alone and not _take_in_changes():
			queue_rebuild()


def rebuild() -> None:
	"""Make the index anew from the database, beside the present one, and put it in its place."""
	with only_one("pencarian") as alone:
		if alone:
			_rebuild()


def queue_rebuild() -> None:
	"""Have a worker make the index anew."""
	frappe.enqueue("eoffice_app.pencarian.penulis.rebuild", queue="long", timeout=LAMA_MENYUSUN)


def check_completeness() -> None:
	"""Have the index made anew where it does not know every letter, as after restoring a backup; run each day."""
	try:
		known = count_letters(open_index(get_folder()))
	except IndeksRusakError:
		known = None
	if known != count_all_letters() and not frappe.db.exists("Antrean Pencarian"):
		queue_rebuild()


def _take_in_changes() -> bool:
	try:
		index = open_index(get_folder())
	except IndeksRusakError:
		return False
	rows = frappe.get_all("Antrean Pencarian", fields=["name", "surat"], limit=SEKALI_AMBIL)
	names = {row.surat for row in rows}
	if SEMUA in names:
		return False
	if rows:
		letters = list(read_letters(sorted(names)))
		write_letters(index, letters, gone=names - {letter.name for letter in letters})
		_forget(rows)
	return True


def _rebuild() -> None:
	# What is queued from here on stays queued: the letters are read as they are at this moment.
	rows = frappe.get_all("Antrean Pencarian", fields=["name"])
	folder = get_folder()
	new, old = folder.with_suffix(".baru"), folder.with_suffix(".lama")
	_remove(new)
	_remove(old)
	fill_index(create_index(new), read_all_letters())
	if folder.exists():
		os.rename(folder, old)
	os.rename(new, folder)
	_remove_others(folder)
	_forget(rows)


def _remove_others(folder: Path) -> None:
	# The one before, and those of a shape that is no more.
	for other in folder.parent.iterdir():
		if other != folder:
			_remove(other)


def _remove(folder: Path) -> None:
	if folder.exists():
		shutil.rmtree(folder)


def _forget(rows: list[frappe._dict]) -> None:
	for begin in range(0, len(rows), SEKALI_BACA):
		names = [row.name for row in rows[begin : begin + SEKALI_BACA]]
		frappe.db.delete("Antrean Pencarian", {"name": ["in", names]})
	# The index has them: they must not come again because something else in this job fails.
	frappe.db.commit()
