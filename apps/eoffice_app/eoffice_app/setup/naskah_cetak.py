"""The papers of letters as Print Formats: created if absent, so that an office's own edits stay."""

from hashlib import sha256
from pathlib import Path

import frappe

# Paper → the DocType it is of; the first of each is the one that is proposed.
NASKAH = {
	"Lembar Disposisi": "Surat Masuk",
	"Lembar Disposisi Setengah Folio": "Surat Masuk",
	"Bukti Registrasi": "Surat Masuk",
	"Kartu Kendali": "Surat Masuk",
	"Surat Pengembalian": "Surat Masuk",
	"Buku Ekspedisi": "Ekspedisi",
	"Buku Agenda Keluar": "Agenda Keluar",
	"Buku Agenda Masuk": "Agenda",
	"Lembar Paraf": "Surat Keluar",
	"Tanda Terima Pengiriman": "Pengiriman Surat",
	"Surat Pengantar Pengiriman": "Pengiriman Surat",
}
MODULE = "Persuratan"
# What a paper looked like in earlier versions: one that still does was never edited, and may be renewed.
SIDIK_LAMA = {
	"Lembar Disposisi": ("9a6626685106d89c8b804bdc447915efd47b8b1bfa28c94f322d82ddc9275afd",),
	"Bukti Registrasi": ("a66b62061f2f0184369360fb9b2408e3abf8467bd293e3a5df65c976b7a295dc",),
	"Buku Agenda Keluar": ("218e9ea14243f3252fec6229ec91822f8085afc1a218f307958850008213c36b",),
	"Buku Agenda Masuk": ("24d521cb87142db2279894409081fe42912a301c5df4eddb5f6b407c316df600",),
	"Buku Ekspedisi": ("8cb29b5f0e0e412e859eb1c15ec4c5a9e919bf0d29199d3bb3a82049bccd4ad6",),
	"Lembar Paraf": ("69461350b1dc61bafcfbed5d8ba14ca8103598934c8aa39288c0f45847db248c",),
}


def create_naskah_cetak() -> None:
	"""Create the Print Formats that the site does not have yet."""
	for name, doctype in NASKAH.items():
		if not frappe.db.exists("Print Format", name):
			_create(name, doctype)
		if not frappe.get_meta(doctype).default_print_format:
			_set_default(name, doctype)


def renew_untouched() -> None:
	"""Bring the papers that the office never edited to their present look."""
	for name, earlier in SIDIK_LAMA.items():
		if fingerprint(frappe.db.get_value("Print Format", name, "html")) in earlier:
			frappe.db.set_value("Print Format", name, "html", read_template(name))


def fingerprint(html: str | None) -> str:
	"""Return what tells one look of a paper from another."""
	return sha256((html or "").strip().encode()).hexdigest()


def read_template(name: str) -> str:
	"""Return the Jinja template that a Print Format starts with.

	The file is not named after its folder: Frappe would then read it at each print in preference to the record,
	and what the office edits in the desk would have no effect.
	"""
	folder = Path(frappe.get_module_path(MODULE, "print_format", frappe.scrub(name)))
	return (folder / "templat.html").read_text(encoding="utf-8")


def _create(name: str, doctype: str) -> None:
	frappe.get_doc(
		{
			"doctype": "Print Format",
			"name": name,
			"doc_type": doctype,
			"module": MODULE,
			"standard": "No",
			"custom_format": 1,
			"print_format_type": "Jinja",
			"html": read_template(name),
		}
	).insert(ignore_permissions=True)


def _set_default(name: str, doctype: str) -> None:
	frappe.make_property_setter(
		{
			"doctype_or_field": "DocType",
			"doctype": doctype,
			"property": "default_print_format",
			"property_type": "Data",
			"value": name,
		},
		validate_fields_for_doctype=False,
	)
