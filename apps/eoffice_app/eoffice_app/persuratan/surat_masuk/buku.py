"""Into which agenda book an incoming letter may be entered, and by whom."""

import frappe
from frappe import _
from frappe.model.document import Document

from eoffice_app.hak_akses.aturan import SIFAT_RAHASIA
from eoffice_app.organisasi.operator import OPERATOR_SANDI

MASUK, KELUAR, BERITA_KELUAR = "Masuk", "Keluar", "Berita Keluar"


class BukuTidakSesuaiError(frappe.ValidationError):
	"""A secret letter in an open book, an ordinary one in a secret book, any in a book for other letters, or a secret one
	by the wrong clerk."""


def validate_buku(surat: Document) -> None:
	"""Check that a new letter goes into a book for its sifat, and that only an Operator Sandi registers a secret one.

	A secret letter in an open book would show itself by the gap that its number leaves there.
	Source: SOP 000, Standar Ketentuan ("Operator wajib menjaga kerahasiaan surat").

	:raises BukuTidakSesuaiError: with what to do
	"""
	rahasia = surat.sifat in SIFAT_RAHASIA
	if rahasia and OPERATOR_SANDI not in frappe.get_roles():
		_refuse(
			_(
				"Surat bersifat {0} hanya boleh didaftarkan oleh Operator Sandi. Serahkan surat ini tertutup kepada Operator Sandi."
			).format(frappe.bold(surat.sifat))
		)
	jenis, untuk_rahasia = frappe.get_cached_value("Buku Agenda", surat.buku, ["jenis", "rahasia"])
	if (jenis, bool(untuk_rahasia)) == (MASUK, rahasia):
		return
	_refuse(
		_("Surat bersifat {0} tidak boleh dicatat di buku {1}. Pilih buku {2}.").format(
			frappe.bold(surat.sifat), frappe.bold(surat.buku), list_suitable(rahasia)
		)
	)


def list_suitable(rahasia: bool) -> str:
	"""Return the codes of the active books for secret incoming letters or for all others, as a message names them."""
	filters = {"jenis": MASUK, "rahasia": int(rahasia), "aktif": 1}
	books = frappe.get_all("Buku Agenda", filters=filters, order_by="kode asc", pluck="kode")
	return ", ".join(frappe.bold(kode) for kode in books) or _(
		"yang sesuai; mintalah Pengelola E-Office membuatnya"
	)


def _refuse(message: str) -> None:
	frappe.throw(message, BukuTidakSesuaiError, title=_("Buku agenda tidak sesuai"))
