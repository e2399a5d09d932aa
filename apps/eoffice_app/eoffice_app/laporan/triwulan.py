"""The times of the last three months, for Ringkasan Pimpinan: measured by the job that brings the roll-up up to date.

The page only reads them. It measures for itself where nothing is kept of this day, or a standard time has changed since.
"""

import json
from datetime import date, datetime
from hashlib import sha256

import frappe
from frappe.utils import add_months, getdate

from eoffice_app.laporan.periode import Periode
from eoffice_app.laporan.peristiwa import SURAT_KELUAR, SURAT_MASUK
from eoffice_app.laporan.waktu import Pilihan, list_steps, measure_groups, measure_steps

TERUKUR = "eoffice_ringkasan_triwulan"


def get_quarter(hari_ini: date) -> Periode:
	"""Return the three months up to a day."""
	return Periode(getdate(add_months(hari_ini, -3)), hari_ini)


def keep_times(quarter: Periode, dihitung: datetime) -> None:
	"""Measure the times of all letters of a quarter and keep them, within the running transaction.

	:param dihitung: the state of the roll-up that they are measured at, see `rekap.get_counted_at`
	"""
	kept = {"keadaan": _describe_state(quarter, dihitung), **_measure(quarter)}
	frappe.db.set_global(TERUKUR, json.dumps(kept))


def read_times(quarter: Periode, dihitung: datetime | None) -> dict[str, list]:
	"""Return `tenggat` (see `measure_groups`) and `langkah` (see `measure_steps`) of all letters of a quarter.

	Whoever asks must be one who counts all letters.
	"""
	kept = json.loads(frappe.db.get_global(TERUKUR) or "{}")
	if kept.pop("keadaan", None) == _describe_state(quarter, dihitung):
		return kept
	return _measure(quarter)


def _measure(quarter: Periode) -> dict[str, list]:
	return {
		"tenggat": measure_groups(Pilihan(SURAT_MASUK, quarter)),
		"langkah": [
			step for jenis in (SURAT_MASUK, SURAT_KELUAR) for step in measure_steps(Pilihan(jenis, quarter))
		],
	}


def _describe_state(quarter: Periode, dihitung: datetime | None) -> str:
	standards = [list_steps(jenis) for jenis in (SURAT_MASUK, SURAT_KELUAR)]
	return sha256(repr((quarter, dihitung, standards)).encode()).hexdigest()
