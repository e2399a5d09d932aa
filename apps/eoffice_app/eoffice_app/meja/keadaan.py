"""How a letter stands for who acts on it: told to the page, and asked back before it acts, so that it acts on what it shows."""

import hashlib

import frappe
from frappe import _

from eoffice_app.organisasi.pemangku import list_posts_acted_for
from eoffice_app.persuratan.keadaan import DISPOSISI_DIBACA, DISPOSISI_DITARIK, DISPOSISI_TERKIRIM


class SuratBerubahError(frappe.ValidationError):
	"""A decision on a letter that has been acted on since it was read."""


def compose_keadaan(jenis_surat: str, surat: str, disposisi: str = "") -> str:
	"""Return a fingerprint that changes when anybody does to a letter what takes the ground from the user's decision.

	That is the letter's state, the state of the disposisi in question, and what the user's own posts wrote on it; that a
	recipient reads is no such thing.
	"""
	parts = _read_keluar(surat) if jenis_surat == "Surat Keluar" else _read_masuk(surat, disposisi)
	return hashlib.sha256(repr(parts).encode()).hexdigest()[:16]


def require_unchanged(jenis_surat: str, surat: str, disposisi: str, terbaca: str) -> None:
	"""Check that a letter stands as it did when the user read it.

	:raises SuratBerubahError: it does not
	"""
	if compose_keadaan(jenis_surat, surat, disposisi) != terbaca:
		frappe.throw(
			_(
				"Surat ini sudah ditindak sejak Anda membukanya, di jendela lain atau oleh orang lain. Muat ulang surat ini; catatan Anda tetap ada."
			),
			SuratBerubahError,
			title=_("Surat sudah berubah"),
		)


def _read_keluar(surat: str) -> list:
	given = frappe.get_all(
		"Paraf Surat Keluar",
		filters={"parent": surat},
		fields=["name", "keadaan"],
		order_by="name",
		as_list=True,
	)
	return [frappe.db.get_value("Surat Keluar", surat, ["workflow_state", "versi"]), given]


def _read_masuk(surat: str, disposisi: str) -> list:
	posts = list_posts_acted_for(frappe.session.user)
	written = frappe.get_all(
		"Disposisi",
		filters={"surat_masuk": surat, "dari": ["in", posts], "status": ["!=", DISPOSISI_DITARIK]},
		pluck="name",
		order_by="name",
	)
	status = frappe.db.get_value("Disposisi", disposisi, "status") if disposisi else None
	return [
		frappe.db.get_value("Surat Masuk", surat, ["workflow_state", "paraf_pada"]),
		written,
		# The page itself marks it as read once it is shown.
		DISPOSISI_TERKIRIM if status == DISPOSISI_DIBACA else status,
	]
