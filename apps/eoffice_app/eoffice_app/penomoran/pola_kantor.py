"""The pattern that the office's Server Script "Pola Nomor Surat" gives to a letter.

To load and compile a script costs more than all else about a number. So its answer is kept for a while, for each set of
values that it can see; it is asked anew as soon as a script is saved, by other processes within DETIK_DIINGAT.
"""

from threading import Lock

import frappe
from cachetools import TTLCache
from frappe.model.document import Document

SIMPANAN = "eoffice_pola_nomor"
DETIK_DISIMPAN = 600
# Of those who number many letters one after the other, to ask Redis for each took as long as to write the number down.
DETIK_DIINGAT = 2
_diingat = TTLCache(maxsize=1000, ttl=DETIK_DIINGAT)
_kunci_ingatan = Lock()


def find_pola(values: dict) -> str:
	"""Return the pattern that the office's script gives; "" where it leaves that to the series.

	:param values: fields of Buku Nomor that the script may ask: all that is known of the letter but which one it is
	"""
	key = "|".join((SIMPANAN, *(f"{field}={values[field]}" for field in sorted(values))))
	remembered = (frappe.local.site, key)
	with _kunci_ingatan:
		found = _diingat.get(remembered)
	if found is None:
		found = _find_kept(key, values)
		with _kunci_ingatan:
			_diingat[remembered] = found
	return found


def forget_pola(doc: Document | None = None, method: str | None = None) -> None:
	"""Ask the script anew from now on: hook of Server Script."""
	_forget()
	# Until it commits, others still read the script as it was.
	frappe.db.after_commit.add(_forget)


def _forget() -> None:
	frappe.cache.delete_keys(SIMPANAN)
	with _kunci_ingatan:
		_diingat.clear()


def _find_kept(key: str, values: dict) -> str:
	found = frappe.cache.get_value(key, expires=True)
	if found is None:
		found = _ask_script(values)
		frappe.cache.set_value(key, found, expires_in_sec=DETIK_DISIMPAN)
	return found


def _ask_script(values: dict) -> str:
	line = frappe.get_doc({"doctype": "Buku Nomor", **values})
	line.run_method("before_insert")
	return line.pola_nomor or ""
