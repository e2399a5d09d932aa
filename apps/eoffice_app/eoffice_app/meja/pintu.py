"""The functions that the page Meja calls. Each asks who it is; what one may not see is not there."""

import frappe
from frappe import _
from frappe.utils import cint

from eoffice_app.hak_akses.riwayat import BERKAS, record_opening
from eoffice_app.hak_akses.surat import get_visible_surat
from eoffice_app.meja import tertunda
from eoffice_app.meja.antrean import DISPOSISI, KELOMPOK, count_waiting, find_waiting, list_waiting
from eoffice_app.meja.halaman import draw_halaman
from eoffice_app.meja.naskah import count_halaman_naskah, draw_halaman_naskah
from eoffice_app.meja.surat import KELUAR, MASUK, read_surat
from eoffice_app.meja.teks_halaman import find_teks
from eoffice_app.organisasi.pemangku import holder_on, list_posts_acted_for

PERAN = {"Pimpinan", "Pejabat", "Staf"}


class BukanMejaError(frappe.PermissionError):
	"""An account without any role to which letters are addressed."""


@frappe.whitelist()
def get_meja(
	kelompok: str = DISPOSISI, surat_masuk: str | None = None, surat_keluar: str | None = None
) -> dict:
	"""Return what Meja shows as it comes up: what waits, and one letter whole, the first or the one that is wanted.

	:param kelompok: which kind waits; where nothing of it does, the first kind of which something does
	:param surat_masuk: a letter that is wanted first, as `surat_keluar`; where it waits further down it heads the list
	:return: dict of `kelompok`, `jumlah` by kind, `antrean` (see `list_waiting`), `surat` (see `read_surat`, or None),
	        `frasa`, `jabatan` (the posts he acts for)
	:raises BukanMejaError: see there
	"""
	_require_meja()
	jumlah = count_waiting()
	wanted = kelompok if kelompok in KELOMPOK else DISPOSISI
	shown = wanted if jumlah[wanted] else next((name for name in KELOMPOK if jumlah[name]), wanted)
	antrean = list_waiting(shown)
	jenis, surat = _name_letter(surat_masuk, surat_keluar)
	wanted = find_waiting(jenis, surat, shown)
	_add_missing(antrean["baris"], wanted)
	return {
		"kelompok": shown,
		"jumlah": jumlah,
		"antrean": antrean,
		"surat": _read_first(wanted or antrean["baris"]),
		"frasa": frappe.get_all(
			"Frasa Catatan", filters={"aktif": 1}, order_by="urutan asc, name asc", pluck="name"
		),
		"jabatan": [holder_on(post).sebagai for post in list_posts_acted_for(frappe.session.user)],
	}


@frappe.whitelist()
def get_antrean(kelompok: str, mulai: int = 0) -> dict:
	"""Return a page of what waits, and how much of each kind: see `list_waiting`, with `jumlah` by kind.

	:raises BukanMejaError: see there
	"""
	_require_meja()
	shown = kelompok if kelompok in KELOMPOK else DISPOSISI
	return {**list_waiting(shown, cint(mulai)), "jumlah": count_waiting()}


@frappe.whitelist()
def get_surat(
	surat_masuk: str | None = None,
	surat_keluar: str | None = None,
	disposisi: str | None = None,
	disiapkan: int = 0,
) -> dict | None:
	"""Return one letter: see `read_surat`.

	:param disiapkan: whether it is only made ready; then a secret one is None
	:raises frappe.DoesNotExistError: no such letter, or not for this user
	:raises BukanMejaError: see there
	"""
	_require_meja()
	jenis, surat = _name_letter(surat_masuk, surat_keluar)
	return read_surat(jenis, surat, disposisi or "", disiapkan=bool(cint(disiapkan)))


@frappe.whitelist()
def get_halaman(
	surat_masuk: str | None = None, nomor: int = 1, lebar: int = 1200, surat_keluar: str | None = None
) -> None:
	"""Answer with a page of a letter's scans, or of a draft, as JPEG: see `draw_halaman`, `draw_halaman_naskah`.

	:raises frappe.DoesNotExistError: no such letter, or not for this user
	:raises HalamanTidakTerbacaError: no such page, or it cannot be drawn
	"""
	jenis, name = _name_letter(surat_masuk, surat_keluar)
	surat = get_visible_surat(name, jenis)
	record_opening(surat.name, BERKAS, jenis)
	draw = draw_halaman if jenis == MASUK else draw_halaman_naskah
	frappe.local.response.update(
		{
			"type": "download",
			"display_content_as": "inline",
			"filename": f"halaman-{cint(nomor)}.jpg",
			"filecontent": draw(surat, cint(nomor), cint(lebar)),
		}
	)


@frappe.whitelist()
def get_jumlah_halaman(surat_keluar: str) -> dict:
	"""Return how many pages a draft has: see `count_halaman_naskah`.

	:raises frappe.DoesNotExistError: no such letter, or not for this user
	"""
	return count_halaman_naskah(get_visible_surat(surat_keluar, KELUAR))


@frappe.whitelist()
def find_in_scan(surat_masuk: str, teks: str) -> dict:
	"""Return where words stand on the pages of a letter's scans: see `find_teks`.

	:raises frappe.DoesNotExistError: no such letter, or not for this user
	"""
	surat = get_visible_surat(surat_masuk)
	record_opening(surat.name, BERKAS)
	return find_teks(surat, teks)


@frappe.whitelist(methods=["POST"])
def decide(
	tindakan: str,
	terbaca: str,
	isi: dict | str | None = None,
	surat_masuk: str | None = None,
	surat_keluar: str | None = None,
	disposisi: str | None = None,
) -> dict:
	"""Decide something on a letter; it is done some seconds later: see `tertunda.put_off`.

	:param isi: arguments of what is decided, as dict or JSON
	:return: dict of `kunci`, by which it is taken back, and `detik`, how long it can be
	:raises BukanMejaError: see there
	:raises: see `tertunda.put_off`
	"""
	_require_meja()
	jenis, surat = _name_letter(surat_masuk, surat_keluar)
	values = frappe.parse_json(isi) if isi else {}
	return tertunda.put_off(tindakan, jenis, surat, disposisi or "", values, terbaca)


@frappe.whitelist(methods=["POST"])
def undo(kunci: str) -> dict:
	"""Take back what the session's user decided: see `tertunda.take_back`.

	:raises SudahTerkirimError: it is done already, or there is none of his
	"""
	return tertunda.take_back(kunci)


@frappe.whitelist(methods=["POST"])
def send_decided() -> list[dict]:
	"""Do what the session's user decided and whose time has come: see `tertunda.send_own`."""
	_require_meja()
	return tertunda.send_own()


def _require_meja() -> None:
	if not PERAN & set(frappe.get_roles()):
		frappe.throw(
			_("Meja ini untuk pejabat yang menerima surat. Peran akun Anda tidak memakainya."),
			BukanMejaError,
			title=_("Tidak berwenang"),
		)


def _name_letter(surat_masuk: str | None, surat_keluar: str | None) -> tuple[str, str]:
	return (KELUAR, surat_keluar) if surat_keluar else (MASUK, surat_masuk or "")


def _add_missing(rows: list[dict], wanted: list[dict]) -> None:
	known = {row["kunci"] for row in rows}
	rows[:0] = [row for row in wanted if row["kunci"] not in known]


def _read_first(rows: list[dict]) -> dict | None:
	# A secret letter is read when its reader asks for it, not because the desk was opened.
	if not rows:
		return None
	first = rows[0]
	return read_surat(first["jenis_surat"], first["surat"], first["disposisi"], disiapkan=True)
