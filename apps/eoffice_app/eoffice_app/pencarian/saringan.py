"""What an answer can be narrowed down by: each "kind:value", in the question as in the index. No database here."""

import frappe
from frappe import _

JENIS = "jenis"
NASKAH = "naskah"
SIFAT = "sifat"
KEADAAN = "keadaan"
KLASIFIKASI = "klasifikasi"
UNIT = "unit"
# The index adds it itself, from the moment that sorts a letter.
TAHUN = "tahun"
SARINGAN = (JENIS, NASKAH, SIFAT, KEADAAN, KLASIFIKASI, UNIT, TAHUN)


class SaringanTidakDikenalError(frappe.ValidationError):
	"""A search narrowed down by something that letters do not have."""


def compose_ciri(**values: str | None) -> tuple[str, ...]:
	"""Return what a letter can be found by: its values of SARINGAN, a classification also by each group above it."""
	kode = values.pop(KLASIFIKASI, None)
	given = [f"{kind}:{value}" for kind, value in values.items() if value]
	return (*given, *(f"{KLASIFIKASI}:{group}" for group in list_groups(kode)))


def list_groups(kode: str | None) -> list[str]:
	"""Return a code of the classification with those above it: 000, 000.8, 000.8.3."""
	parts = kode.split(".") if kode else []
	return [".".join(parts[:length]) for length in range(1, len(parts) + 1)]


def read_saringan(values: dict | str | None) -> tuple[str, ...]:
	"""Return what a user narrows his search down by, in the spelling of the index.

	:param values: dict of SARINGAN and one value each, or JSON of it; empty values count for nothing
	:raises SaringanTidakDikenalError: something else
	"""
	values = frappe.parse_json(values) if values else {}
	if not isinstance(values, dict) or not set(values) <= set(SARINGAN):
		_refuse()
	if any(isinstance(value, list | dict) for value in values.values()):
		_refuse()
	return tuple(f"{kind}:{value}" for kind, value in values.items() if value)


def _refuse() -> None:
	frappe.throw(
		_("Saringan ini tidak dikenal. Hapus saringan di alamat halaman, lalu pilih lagi."),
		SaringanTidakDikenalError,
		title=_("Saringan tidak dikenal"),
	)
