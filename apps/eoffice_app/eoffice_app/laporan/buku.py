"""The agenda books on the screen: the lines that the paper has, of the letters that the user may see."""

import frappe
from frappe import _

from eoffice_app.laporan.periode import Periode, compose_periode
from eoffice_app.persuratan.cetak import buku_agenda_keluar, buku_agenda_masuk
from eoffice_app.persuratan.surat_masuk.buku import MASUK

# More lines nobody reads on a screen; the sum of a year is what Rekapitulasi Surat is for.
BARIS_TERBANYAK = 5000


def find_buku(kode: str | None) -> frappe._dict:
	"""Return `kode`, `nama_buku` and `jenis` of an agenda book.

	:raises frappe.DoesNotExistError: no such book, or the user reads no books
	"""
	fields = ["name as kode", "nama_buku", "jenis"]
	found = frappe.get_list("Buku Agenda", filters={"name": kode or ""}, fields=fields)
	if not found:
		frappe.throw(_("Buku ini tidak ditemukan."), frappe.DoesNotExistError, title=_("Tidak ditemukan"))
	return found[0]


def read_buku(buku: frappe._dict, periode: Periode) -> list[dict]:
	"""Return the lines that a book gained in a period, in its order, of the letters that the session's user sees.

	:param buku: see `find_buku`
	:return: at most BARIS_TERBANYAK and one more, in the shape of the paper's `read_rows`, each text on one line
	"""
	read = _read_masuk if buku.jenis == MASUK else _read_keluar
	return [_show(row) for row in read(buku.kode, periode)]


def _read_masuk(kode: str, periode: Periode) -> list[dict]:
	condition = f"`tabAgenda`.buku = %(buku)s and {compose_periode('`tabAgenda`.tanggal_terima')}"
	return buku_agenda_masuk.read_rows(
		condition, {"buku": kode, **periode.as_values()}, limit=BARIS_TERBANYAK + 1, hidden=False
	)


def _read_keluar(kode: str, periode: Periode) -> list[dict]:
	filters = {"buku": kode, "dicatat_pada": ["between", [periode.dari, periode.sampai]]}
	return buku_agenda_keluar.read_rows(filters, limit=BARIS_TERBANYAK + 1, hidden=False)


def _show(row: dict) -> dict:
	return {
		name: value.replace("\n", "; ") if isinstance(value, str) else value for name, value in row.items()
	}
