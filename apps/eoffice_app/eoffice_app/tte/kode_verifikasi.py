"""The code in the QR of a signed letter: with it everybody finds the page that says whether the letter is genuine."""

import secrets

from frappe.utils import get_url

from eoffice_app.persuratan.kode_cetak import PANJANG_BITA, encode_code

HALAMAN = "/verifikasi"


def make_kode() -> str:
	"""Return a new verification code: 128 random bits as letters and digits without groups."""
	return encode_code(secrets.token_bytes(PANJANG_BITA))


def compose_tautan(kode: str) -> str:
	"""Return the address that the QR on the letter leads to."""
	return get_url(f"{HALAMAN}/{kode}")
