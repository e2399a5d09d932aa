"""What the filters of the reports on time ask for, and the line that says what their figures count."""

import frappe
from frappe import _
from frappe.utils import format_datetime

from eoffice_app.laporan.akses import counts_all
from eoffice_app.laporan.periode import read_periode
from eoffice_app.laporan.peristiwa import PERISTIWA, SURAT_MASUK
from eoffice_app.laporan.rekap import get_counted_at
from eoffice_app.laporan.waktu import Pilihan


class JenisTidakDikenalError(frappe.ValidationError):
	"""A kind of document that has no moments."""


def read_pilihan(filters: dict | None) -> Pilihan:
	"""Return which documents the filters of a report name: `jenis`, `dari`, `sampai` and `unit_kerja`.

	:raises JenisTidakDikenalError: see `peristiwa.PERISTIWA`
	:raises PeriodeTidakBenarError: see `read_periode`
	"""
	filters = filters or {}
	jenis = filters.get("jenis") or SURAT_MASUK
	if jenis not in PERISTIWA:
		frappe.throw(
			_("Waktu hanya dihitung untuk: {0}.").format(", ".join(map(_, PERISTIWA))),
			JenisTidakDikenalError,
			title=_("Jenis tidak dikenal"),
		)
	return Pilihan(jenis, read_periode(filters), filters.get("unit_kerja") or "")


def describe_counted(mengenali: bool = False) -> str:
	"""Return whose letters the figures count, and when the roll-up last looked what has changed.

	:param mengenali: see `describe_counted_now`
	"""
	counted = get_counted_at()
	if not counted:
		return _("Angka belum dihitung. Penjadwal menghitungnya paling lama seperempat jam lagi.")
	return _("{0} Dihitung {1}.").format(describe_counted_now(mengenali), format_datetime(counted))


def describe_counted_now(mengenali: bool = False) -> str:
	"""Return whose letters the figures count.

	:param mengenali: whether they tell more of a letter than its number, so that everybody counts only what he may read
	"""
	if counts_all() and not mengenali:
		return _("Menghitung semua surat, juga yang rahasia.")
	return _("Menghitung surat yang dapat Anda lihat.")
