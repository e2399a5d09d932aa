"""The code on a Bukti Registrasi or Bukti Penerimaan: with it, and with nothing else, a sender learns how far his letter is.

The code is derived from the site's encryption key, so that it can be printed again although the database keeps only
its fingerprint: who reads a copy of the database learns no code.
"""

import hashlib
import hmac

from frappe.model.document import Document
from frappe.utils import get_url
from frappe.utils.password import get_encryption_key

from eoffice_app.hak_akses.aturan import SIFAT_RAHASIA
from eoffice_app.persuratan.keadaan import (
	DIARSIPKAN,
	DIBATALKAN,
	DIKEMBALIKAN,
	DITERIMA,
	DITOLAK,
	DIVERIFIKASI,
	SELESAI,
)
from eoffice_app.persuratan.kode_cetak import encode_code, read_code

HALAMAN = "/lacak"

# What a sender is told of each state; those that an office added stand between the known ones.
KATA = {
	DITERIMA: "Diterima",
	DIVERIFIKASI: "Diverifikasi",
	SELESAI: "Selesai",
	DIARSIPKAN: "Selesai",
	DIKEMBALIKAN: "Dikembalikan",
	DITOLAK: "Dikembalikan",
	DIBATALKAN: "Dibatalkan",
}
KATA_LAIN = "Diproses"


def make_code(surat_masuk: str) -> str:
	"""Return the status code of a letter, 128 bits as letters and digits without groups.

	:param surat_masuk: name of the letter
	"""
	key = get_encryption_key().encode()
	digest = hmac.new(key, f"kode-status:{surat_masuk}".encode(), hashlib.sha256).digest()
	return encode_code(digest)


def fingerprint(code: str) -> str:
	"""Return what the database keeps of a code, however it was typed."""
	return hashlib.sha256(read_code(code).encode()).hexdigest()


def get_status_url(code: str) -> str:
	"""Return the address that the QR on the receipt leads to."""
	return get_url(f"{HALAMAN}/{code}")


def set_fingerprint(surat: Document) -> None:
	"""Give a new letter the fingerprint of its code; keep that of any other."""
	before = surat.get_doc_before_save()
	surat.sidik_kode_status = before.sidik_kode_status if before else fingerprint(make_code(surat.name))


def name_status(sifat: str, keadaan: str) -> str:
	"""Return the one word that a sender may read about a letter.

	Of a secret letter it is never told more than that it has arrived.
	"""
	return KATA[DITERIMA] if sifat in SIFAT_RAHASIA else KATA.get(keadaan, KATA_LAIN)
