"""Patterns of outgoing letters' numbers: more tokens than an agenda number has, and numbers in between. No database.

Examples in use: `{klasifikasi}/{urut}/{unit}` gives 000.8.3.3/15/OR, `{sifat}-{urut}/{unit}/{klasifikasi}/{bulan}/{tahun}`
gives R-99/IJ/KP.07.6/04/2020, `{urut} TAHUN {tahun}` gives 23 TAHUN 2020.
"""

import re
from string import ascii_lowercase

import frappe
from frappe import _

from eoffice_app.penomoran.permintaan import PermintaanNomor
from eoffice_app.penomoran.pola import (
	TOKEN_DIKENAL,
	date_values,
	fill_tokens,
	list_tokens,
	refuse_pola,
	require_tokens,
)

TOKEN_SURAT = (*TOKEN_DIKENAL, "sisipan", "sifat", "jabatan", "jenis")
KODE_SIFAT = {"Biasa": "B", "Terbatas": "T", "Rahasia": "R", "Sangat Rahasia": "SR"}
URUT = re.compile(r"\{urut(?::\d{1,2})?\}")


@frappe.whitelist()
def check_pola_surat(pola: str) -> str:
	"""Return the pattern of a letter's number as it is, or say what is wrong with it. Reads and changes nothing.

	Called by the Server Script "Pola Nomor Surat".

	:param pola: pattern with the tokens of TOKEN_SURAT
	:raises PolaNomorError: an unknown token, a stray brace, or no `{urut}`
	"""
	return require_tokens(pola, TOKEN_SURAT)


def list_values(permintaan: PermintaanNomor) -> dict:
	"""Return the values that a letter gives to the tokens, all but the running number and the number in between."""
	return {
		"buku": permintaan.buku,
		"unit": permintaan.unit,
		"jabatan": permintaan.jabatan,
		"jenis": permintaan.jenis,
		"klasifikasi": permintaan.klasifikasi,
		"sifat": KODE_SIFAT.get(permintaan.sifat, permintaan.sifat),
		**date_values(permintaan.tanggal),
	}


def require_values(pola: str, permintaan: PermintaanNomor) -> None:
	"""Check, before a number is taken, that the letter has what the pattern asks for.

	:raises PolaNomorError: names the tokens without a value
	"""
	values = list_values(permintaan)
	absent = [name for name in list_tokens(pola) if name in values and not values[name]]
	if absent:
		refuse_pola(
			_(
				"Pola nomor {0} membutuhkan {1}, yang belum diisi pada surat. Lengkapi surat lebih dulu."
			).format(frappe.bold(pola), ", ".join(absent))
		)


def format_nomor_surat(
	pola: str, permintaan: PermintaanNomor, urut: int, sub: int = 0, gaya: str = "15.a"
) -> str:
	"""Return the number of a letter.

	:param pola: a pattern that `check_pola_surat` accepts
	:param permintaan: the letter's values
	:param urut: the running number
	:param sub: 0, or the how-manieth number in between after `urut`
	:param gaya: how the first number in between after 15 is written
	"""
	if "sisipan" not in list_tokens(pola):
		pola = URUT.sub(lambda match: match[0] + "{sisipan}", pola)
	return fill_tokens(pola, {**list_values(permintaan), "urut": urut, "sisipan": format_sisipan(sub, gaya)})


def format_sisipan(sub: int, gaya: str = "15.a") -> str:
	"""Return what follows the running number of a number in between: "" for 0, then ".a", ".b" … ".z", ".aa".

	:param gaya: how the first one after 15 is written: "15.a", "15a", "15.A", "15A" or "15.1"
	"""
	if not sub:
		return ""
	separator, first = gaya[2:-1], gaya[-1]
	if first.isdigit():
		return f"{separator}{sub}"
	letters = _to_letters(sub)
	return separator + (letters.upper() if first.isupper() else letters)


def _to_letters(number: int) -> str:
	letters = ""
	while number:
		number, rest = divmod(number - 1, len(ascii_lowercase))
		letters = ascii_lowercase[rest] + letters
	return letters
