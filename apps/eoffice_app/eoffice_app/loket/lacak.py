"""How far what a sender handed in is, for whoever has its code: the steps and their days, never what the letter says.

One way for what came to the counter on the web and for what was registered at the desk, whose code stands on the Bukti
Registrasi. Of a secret letter no more is told than that it has arrived.
"""

from dataclasses import dataclass
from datetime import date

import frappe
from frappe.utils import getdate

from eoffice_app.hak_akses.aturan import SIFAT_RAHASIA
from eoffice_app.loket.keadaan import DIKEMBALIKAN as PENGAJUAN_DIKEMBALIKAN
from eoffice_app.persuratan.disposisi.pohon import list_waiting
from eoffice_app.persuratan.keadaan import (
	DITERIMA,
	DIVERIFIKASI,
	KEADAAN_DITUTUP,
	SELESAI,
)
from eoffice_app.persuratan.keadaan_keluar import BERNOMOR, TERKIRIM
from eoffice_app.persuratan.keadaan_keluar import DIARSIPKAN as KELUAR_DIARSIPKAN
from eoffice_app.persuratan.surat_masuk.kode_status import KATA, KATA_LAIN, fingerprint, name_status

DIJAWAB = "Dijawab"
# The way of a letter as its sender reads it; it may be finished without an answer.
LANGKAH = (KATA[DITERIMA], KATA[DIVERIFIKASI], KATA_LAIN, DIJAWAB, KATA[SELESAI])
TERJAWAB = (BERNOMOR, TERKIRIM, KELUAR_DIARSIPKAN)
KOLOM_PENGAJUAN = ("keadaan", "rahasia", "surat_masuk", "diterima_pada", "modified")
KOLOM = ("name", "sifat", "workflow_state", "tanggal_terima", "keadaan_sejak", "nama_tujuan", "tujuan")


@dataclass(frozen=True)
class LangkahLacak:
	"""A step: its name, whether it has been reached, the day if that is known, and the units that work on it now."""

	nama: str
	tercapai: bool
	tanggal: date | None = None
	unit: tuple[str, ...] = ()


@dataclass(frozen=True)
class StatusLacak:
	"""What a sender may read: the word for where his letter is now, and the steps in order."""

	kata: str
	langkah: tuple[LangkahLacak, ...]


def read_status(kode: str | None) -> StatusLacak | None:
	"""Return how far what has this code is; None for a wrong code as for none.

	Asks for no permission: the code is the right. Whoever calls it limits how often it may be asked.

	:param kode: however it was typed
	"""
	if not kode:
		return None
	sidik = fingerprint(kode)
	pengajuan = frappe.db.get_value("Pengajuan Surat", {"kode_sidik": sidik}, KOLOM_PENGAJUAN, as_dict=True)
	if pengajuan:
		return describe_status(pengajuan)
	surat = frappe.db.get_value("Surat Masuk", {"sidik_kode_status": sidik}, KOLOM, as_dict=True)
	return _describe_letter(surat, getdate(surat.tanggal_terima)) if surat else None


def describe_status(pengajuan: frappe._dict) -> StatusLacak:
	"""Return how far a submission is.

	:param pengajuan: dict of KOLOM_PENGAJUAN
	"""
	diterima = getdate(pengajuan.diterima_pada)
	if pengajuan.surat_masuk:
		surat = frappe.db.get_value("Surat Masuk", pengajuan.surat_masuk, KOLOM, as_dict=True)
		return _describe_letter(surat, diterima)
	return _describe_received(diterima) if pengajuan.rahasia else _describe_pengajuan(pengajuan, diterima)


def _describe_received(diterima: date) -> StatusLacak:
	return StatusLacak(LANGKAH[0], (LangkahLacak(LANGKAH[0], True, diterima),))


def _describe_pengajuan(pengajuan: frappe._dict, diterima: date) -> StatusLacak:
	if pengajuan.keadaan == PENGAJUAN_DIKEMBALIKAN:
		return _describe_closed(PENGAJUAN_DIKEMBALIKAN, diterima, getdate(pengajuan.modified))
	later = tuple(LangkahLacak(nama, False) for nama in LANGKAH[1:])
	return StatusLacak(LANGKAH[0], (LangkahLacak(LANGKAH[0], True, diterima), *later))


def _describe_closed(kata: str, diterima: date, ditutup: date) -> StatusLacak:
	steps = (LangkahLacak(LANGKAH[0], True, diterima), LangkahLacak(kata, True, ditutup))
	return StatusLacak(kata, steps)


def _describe_letter(surat: frappe._dict, diterima: date) -> StatusLacak:
	if surat.sifat in SIFAT_RAHASIA:
		return _describe_received(diterima)
	kata = name_status(surat.sifat, surat.workflow_state)
	if surat.workflow_state in KEADAAN_DITUTUP:
		return _describe_closed(kata, diterima, getdate(surat.keadaan_sejak))
	days = {**_read_days(surat), LANGKAH[0]: diterima}
	dijawab = _find_answer(surat.name)
	reached = LANGKAH.index(kata)
	steps = []
	for position, nama in enumerate(LANGKAH):
		tercapai = bool(dijawab) if nama == DIJAWAB else position <= reached
		tanggal = dijawab if nama == DIJAWAB else days.get(nama)
		unit = _list_units(surat) if nama == kata == KATA_LAIN else ()
		steps.append(LangkahLacak(nama, tercapai, tanggal if tercapai else None, unit))
	return StatusLacak(DIJAWAB if dijawab and kata == KATA_LAIN else kata, tuple(steps))


def _read_days(surat: frappe._dict) -> dict[str, date]:
	"""On which day each step was reached first, as far as the letter's history tells."""
	days = {}
	rows = frappe.get_all(
		"Version",
		filters={"ref_doctype": "Surat Masuk", "docname": surat.name, "data": ["like", "%workflow_state%"]},
		fields=["data", "creation"],
		order_by="creation asc",
	)
	for row in rows:
		for field, _before, after in frappe.parse_json(row.data).get("changed") or []:
			if field == "workflow_state":
				days.setdefault(KATA.get(after, KATA_LAIN), getdate(row.creation))
	if surat.keadaan_sejak:
		days.setdefault(KATA.get(surat.workflow_state, KATA_LAIN), getdate(surat.keadaan_sejak))
	return days


def _find_answer(surat: str) -> date | None:
	"""The day of the first reply that has its number, and is not secret."""
	filters = {
		"membalas": surat,
		"workflow_state": ["in", TERJAWAB],
		"sifat": ["not in", SIFAT_RAHASIA],
	}
	return frappe.db.get_value("Surat Keluar", filters, "tanggal_surat", order_by="tanggal_surat asc")


def _list_units(surat: frappe._dict) -> tuple[str, ...]:
	"""Where the letter is being worked on, where the office tells strangers of its units."""
	if surat.sifat != "Biasa" or not frappe.get_cached_doc("Pengaturan E-Office").lacak_unit:
		return ()
	nodes = frappe.get_all("Disposisi", filters={"surat_masuk": surat.name}, fields=["*"])
	posts = [node.kepada for node in list_waiting(nodes)] or [surat.tujuan]
	units = frappe.get_all("Jabatan", filters={"name": ["in", posts]}, pluck="unit_kerja")
	return tuple(
		frappe.get_all(
			"Unit Kerja", filters={"name": ["in", units]}, pluck="nama_unit", order_by="nama_unit asc"
		)
	)
