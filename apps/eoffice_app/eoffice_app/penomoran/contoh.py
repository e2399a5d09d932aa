"""Live samples of number patterns, for whoever edits a series or the office's Server Script."""

from datetime import date

import frappe
from frappe import _
from frappe.utils import getdate, nowdate

from eoffice_app.penomoran.baris import compose_known, compose_pola
from eoffice_app.penomoran.deret import get_deret
from eoffice_app.penomoran.permintaan import PermintaanNomor
from eoffice_app.penomoran.pola_surat import check_pola_surat, format_nomor_surat

URUT_CONTOH = 15
NILAI_CONTOH = {
	"unit": "UMPEG",
	"jabatan": "SEKDIN",
	"buku": "SK",
	"klasifikasi": "000.8.3.3",
	"sifat": "Biasa",
}


@frappe.whitelist()
def preview_pola(pola: str, jenis: str = "", tanggal: str | None = None, gaya_sisipan: str = "15.a") -> dict:
	"""Return what a pattern gives for letter 15 of a kind: dict of `nomor` and, for one in between, `sisipan`.

	:param pola: a pattern, as it is being typed
	:param jenis: kind of letter
	:param tanggal: date of the letter; today when left out
	:raises frappe.PermissionError: the user may not read series
	:raises PolaNomorError: an unknown token, a stray brace, or no `{urut}`
	"""
	_require_reader()
	permintaan = _compose_sample("", jenis, _read_date(tanggal))
	return _fill(check_pola_surat(pola), permintaan, gaya_sisipan)


@frappe.whitelist()
def preview_deret(deret: str, jenis: str = "", tanggal: str | None = None) -> dict:
	"""Return what letter 15 of a kind would be numbered in a series, by the office's Server Script as it is now.

	:param deret: name of the Deret Nomor
	:param jenis: kind of letter
	:param tanggal: date of the letter; today when left out
	:return: dict of `pola`, `nomor` and, for one in between, `sisipan`
	:raises frappe.PermissionError: the user may not read series
	:raises PolaNomorError: the script gives a pattern that is wrong
	"""
	_require_reader()
	permintaan = _compose_sample(deret, jenis or "Surat Dinas", _read_date(tanggal))
	pola = compose_pola(permintaan, compose_known(permintaan))
	return {"pola": pola, **_fill(pola, permintaan, get_deret(deret).gaya_sisipan)}


def _require_reader() -> None:
	if not frappe.has_permission("Deret Nomor", "read"):
		frappe.throw(
			_("Contoh nomor hanya untuk pegawai kantor ini. Masuk dengan akun Anda."),
			frappe.PermissionError,
			title=_("Tidak berwenang"),
		)


def _compose_sample(deret: str, jenis: str, tanggal: date) -> PermintaanNomor:
	return PermintaanNomor(deret, tanggal, "", "", jenis=jenis, **NILAI_CONTOH)


def _fill(pola: str, permintaan: PermintaanNomor, gaya: str) -> dict:
	return {
		"nomor": format_nomor_surat(pola, permintaan, URUT_CONTOH),
		"sisipan": format_nomor_surat(pola, permintaan, URUT_CONTOH, 1, gaya),
	}


def _read_date(tanggal: str | None) -> date:
	return getdate(tanggal or nowdate())
