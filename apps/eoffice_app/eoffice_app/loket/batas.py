"""How much the counter takes of one address, of one sender and of all together: beyond it nobody is served for a while."""

import hashlib

import frappe
from frappe import _

from eoffice_app.persuratan.batas_permintaan import SEJAM, limit_requests

# What a page asks for → how often a minute, of one address (behind which a whole office may be) and of all.
SEMENIT = {
	"lihat": (60, 1200),
	"mulai": (20, 120),
	"berkas": (60, 600),
	"bagian": (300, 3000),
	# Opening a file costs a process; a bad one is removed, and another may follow.
	"periksa": (20, 120),
	"kirim": (10, 60),
	"bukti": (10, 60),
	"lacak": (30, 1200),
}
# In an hour, of one e-mail address and of one agency.
PENGIRIM_TERBANYAK, INSTANSI_TERBANYAK = 10, 30


class TerlaluSeringError(frappe.ValidationError):
	"""More requests than the counter takes within a while."""

	http_status_code = 429


def limit(perihal: str) -> None:
	"""Count a request, and refuse it where there were too many; see SEMENIT.

	:raises TerlaluSeringError: see there
	"""
	each, together = SEMENIT[perihal]
	_count(f"loket {perihal}", each)
	_count(f"loket {perihal}", together, per_alamat=False)


def limit_pengirim(surel: str, instansi: str) -> None:
	"""Count a submission of an e-mail address and of an agency, as far as its sender named them.

	:raises TerlaluSeringError: see there
	"""
	for nama, value, most in (
		("surel", surel, PENGIRIM_TERBANYAK),
		("instansi", instansi, INSTANSI_TERBANYAK),
	):
		if written := "".join(value.casefold().split()):
			# What was typed by a stranger is no part of a key.
			key = hashlib.sha256(written.encode()).hexdigest()[:32]
			_count(f"loket {nama} {key}", most, per_alamat=False, detik=SEJAM)


def _count(nama: str, terbanyak: int, **options) -> None:
	try:
		limit_requests(nama, terbanyak, **options)
	except frappe.ValidationError:
		# In Frappe's own words, which say neither what was counted nor what to do.
		frappe.clear_messages()
		frappe.throw(
			_(
				"Terlalu banyak permintaan dalam waktu singkat. Isian Anda masih ada: tunggu sebentar, lalu coba kembali."
			),
			TerlaluSeringError,
			title=_("Tunggu sebentar"),
		)
