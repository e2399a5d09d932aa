"""Number patterns: text with tokens in braces, such as `{urut:3}/{buku}/{bulan_romawi}/{tahun}`. No database here."""

import re
from collections.abc import Sequence
from datetime import date

import frappe
from frappe import _

ROMAWI = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
TOKEN = re.compile(r"\{([a-z_]+)(?::(\d{1,2}))?\}")
TOKEN_DIKENAL = ("urut", "buku", "unit", "klasifikasi", "tahun", "bulan", "bulan_romawi")


class PolaNomorError(frappe.ValidationError):
	"""A number pattern that cannot give every letter a number of its own."""


@frappe.whitelist()
def check_pola(pola: str) -> str:
	"""Return the pattern of an agenda number as it is, or say what is wrong with it. Reads and changes nothing.

	:param pola: pattern with the tokens of TOKEN_DIKENAL; `{urut:3}` pads to three digits
	:raises PolaNomorError: an unknown token, a stray brace, or no `{urut}`
	"""
	return require_tokens(pola, TOKEN_DIKENAL)


def require_tokens(pola: str, known: Sequence[str]) -> str:
	"""Return the pattern as it is, or say what is wrong with it.

	:param known: names of the tokens that it may hold
	:raises PolaNomorError: an unknown token, a stray brace, or no `{urut}`
	"""
	names = list_tokens(pola)
	unknown = [name for name in names if name not in known]
	if unknown or set("{}") & set(TOKEN.sub("", pola)):
		refuse_pola(
			_("Pola nomor {0} tidak dikenal: {1}. Token yang ada: {2}.").format(
				frappe.bold(pola),
				", ".join(unknown) or _("kurung kurawal tidak berpasangan"),
				", ".join(f"{{{name}}}" for name in known),
			)
		)
	if "urut" not in names:
		refuse_pola(
			_("Pola nomor {0} harus memuat token {1}, agar setiap surat bernomor sendiri.").format(
				frappe.bold(pola), "{urut}"
			)
		)
	return pola


def list_tokens(pola: str) -> list[str]:
	"""Return the names of the tokens in a pattern, in its order."""
	return [name for name, _width in TOKEN.findall(pola)]


def format_nomor(
	pola: str, urut: int, tanggal: date, buku: str = "", unit: str = "", klasifikasi: str = ""
) -> str:
	"""Return the agenda number that a pattern gives.

	:param pola: a pattern that `check_pola` accepts
	:param urut: the running number
	:param tanggal: the letter's date, which gives year and month
	:param buku: code of the agenda book
	:param unit: code of the unit
	:param klasifikasi: archive classification code
	"""
	values = {"urut": urut, "buku": buku, "unit": unit, "klasifikasi": klasifikasi, **date_values(tanggal)}
	return fill_tokens(pola, values)


def date_values(tanggal: date) -> dict[str, str | int]:
	"""Return the values of the tokens that a date gives."""
	return {
		"tahun": tanggal.year,
		"bulan": f"{tanggal.month:02}",
		"bulan_romawi": ROMAWI[tanggal.month - 1],
	}


def fill_tokens(pola: str, values: dict) -> str:
	"""Return the pattern with each token replaced by its value, padded to the width that the token asks for."""
	return TOKEN.sub(lambda match: str(values[match[1]] or "").rjust(int(match[2] or 0), "0"), pola)


def refuse_pola(message: str) -> None:
	"""Say what is wrong with a pattern.

	:raises PolaNomorError: always
	"""
	frappe.throw(message, PolaNomorError, title=_("Pola nomor tidak benar"))
