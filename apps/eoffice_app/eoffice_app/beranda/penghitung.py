"""The figures of a workspace, all in one answer. Each counts what its list shows, and so obeys the rule of sight."""

import frappe
from frappe import _

from eoffice_app.beranda.daftar_penghitung import PENGHITUNG, PENTING, Penghitung
from eoffice_app.beranda.meja import Meja, get_meja
from eoffice_app.beranda.penyiapan import PENGATURAN, count_unfinished
from eoffice_app.ekspedisi.caraka import get_tugas
from eoffice_app.ekspedisi.keadaan import PERAN_CARAKA
from eoffice_app.hak_akses.surat import remembered_subjek

# Beyond this a figure says no more to anybody, and counting on would cost at a million letters.
TERBANYAK = 99
CARAKA, PENGELOLA = "Caraka", "Pengelola"


@frappe.whitelist()
def get_penghitung(ruang: str) -> list[dict]:
	"""Return what waits for the session's user, as a workspace shows it.

	:param ruang: name of the workspace
	:return: dicts of `judul`, `jumlah` (at most TERBANYAK), `lebih` (whether there are more), `tingkat`, `kosong` (what to
	        say where there is none), and `doctype` with `saringan` of the list that shows them, or `halaman` of the desk,
	        or `tautan` beside it
	:raises frappe.DoesNotExistError: no workspace of this name has counters
	"""
	user = frappe.session.user
	if ruang == CARAKA:
		return _count_for_caraka(user)
	if ruang not in PENGHITUNG:
		frappe.throw(
			_("Ruang kerja {0} tidak ditemukan.").format(frappe.bold(frappe.utils.escape_html(ruang))),
			frappe.DoesNotExistError,
			title=_("Tidak ditemukan"),
		)
	meja = get_meja(user)
	with remembered_subjek():
		found = [row for penghitung in PENGHITUNG[ruang] if (row := _describe(penghitung, meja))]
	return [*_count_penyiapan(), *found] if ruang == PENGELOLA else found


def count_visible(doctype: str, filters: dict | list) -> int:
	"""Return how many documents the session's user sees in a list so filtered, at most one more than TERBANYAK."""
	# Without an order the database stops at the last one wanted, and sorts nothing.
	return len(frappe.get_list(doctype, filters=filters, pluck="name", limit=TERBANYAK + 1, order_by=None))


def _describe(penghitung: Penghitung, meja: Meja) -> dict | None:
	filters = penghitung.saringan(meja)
	if filters is None or not frappe.has_permission(penghitung.doctype, "read"):
		return None
	return {
		"doctype": penghitung.doctype,
		"saringan": filters,
		**_tell(
			penghitung.judul,
			count_visible(penghitung.doctype, filters),
			penghitung.tingkat,
			penghitung.kosong,
		),
	}


def _count_penyiapan() -> list[dict]:
	if not frappe.has_permission(PENGATURAN, "write"):
		return []
	kosong = "Penyiapan kantor sudah lengkap."
	return [
		{"halaman": "penyiapan-kantor", **_tell("Langkah Penyiapan", count_unfinished(), PENTING, kosong)}
	]


def _count_for_caraka(user: str) -> list[dict]:
	if PERAN_CARAKA not in frappe.get_roles(user):
		return []
	carried = [row for run in get_tugas()["ekspedisi"] for row in run.surat if not row["hasil"]]
	kosong = "Tidak ada surat yang harus Anda antar. Tekan untuk membuka halaman Caraka."
	return [{"tautan": "/caraka", **_tell("Surat untuk Diantar", len(carried), PENTING, kosong)}]


def _tell(judul: str, jumlah: int, tingkat: str, kosong: str) -> dict:
	return {
		"judul": _(judul),
		"jumlah": min(jumlah, TERBANYAK),
		"lebih": jumlah > TERBANYAK,
		"tingkat": tingkat,
		"kosong": _(kosong),
	}
