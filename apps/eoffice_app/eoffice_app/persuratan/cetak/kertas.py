"""The paper that the office prints on: by its settings, or by who prints this time."""

from collections.abc import Iterator
from contextlib import contextmanager

import frappe

PENGATURAN = "Pengaturan E-Office"
# Width and height in millimetres.
UKURAN_KERTAS = {"F4": (215, 330), "A4": (210, 297)}
KERTAS_NASKAH, KERTAS_LEMBAR = "F4", "A4"


def read_ukuran_naskah() -> tuple[int, int]:
	"""Return width and height in millimetres of the paper of letters that the office writes."""
	return _read("ukuran_kertas", KERTAS_NASKAH)


def get_ukuran_lembar() -> tuple[int, int]:
	"""Return width and height in millimetres of the paper of sheets and books: for the style of the papers.

	Who prints may ask for another this time: see `printed_on`, and in the address of a paper by `kertas`.
	"""
	asked = frappe.flags.kertas or frappe.form_dict.get("kertas")
	return UKURAN_KERTAS[asked] if asked in UKURAN_KERTAS else _read("kertas_lembar", KERTAS_LEMBAR)


@contextmanager
def printed_on(kertas: str) -> Iterator[None]:
	"""Print on a paper of UKURAN_KERTAS within the block; on the office's own where it is none of these."""
	frappe.flags.kertas = kertas
	try:
		yield
	finally:
		frappe.flags.kertas = None


def _read(field: str, default: str) -> tuple[int, int]:
	kertas = frappe.get_cached_doc(PENGATURAN).get(field)
	return UKURAN_KERTAS[kertas if kertas in UKURAN_KERTAS else default]
