"""The page of a naskah dinas, from the template of its kind. Plain values only: no database here."""

import frappe
from frappe import _
from frappe.utils import escape_html
from frappe.utils.jinja import get_jenv
from jinja2 import TemplateError
from markupsafe import Markup


class TemplatTidakSahError(frappe.ValidationError):
	"""A template that does not become a page."""


def render_naskah(templat: str, naskah: dict) -> str:
	"""Return the body of a naskah dinas as HTML.

	:param templat: Jinja template of its kind, see Jenis Naskah
	:param naskah: dict of `surat` (dict of the letter's fields), `isi` (HTML that is already clean), `tujuan` and
	        `tembusan` (names), `penanda_tangan` (dict of `baris`, `jabatan`, `nama`); all text but `isi` is escaped
	:raises TemplatTidakSahError: the template is no Jinja, or names something that is not there
	"""
	try:
		return get_jenv().from_string(templat).render(**_escape(naskah), isi=Markup(naskah["isi"]))
	except TemplateError as error:
		frappe.throw(
			_("Templat naskah tidak dapat disusun: {0}. Perbaiki templat pada Jenis Naskah.").format(
				escape_html(str(error))
			),
			TemplatTidakSahError,
			title=_("Templat tidak benar"),
		)


def check_templat(templat: str) -> None:
	"""Refuse a template with which no page can be made, tried on a small example.

	:raises TemplatTidakSahError: see `render_naskah`
	"""
	render_naskah(
		templat,
		{
			"surat": {"jenis_naskah": "Contoh", "sifat": "Biasa", "perihal": "Contoh"},
			"isi": "<p>Contoh</p>",
			"tujuan": ["Contoh"],
			"tembusan": ["Contoh"],
			"penanda_tangan": {"baris": ["Contoh"], "jabatan": "Contoh", "nama": "Contoh"},
		},
	)


def _escape(value):
	# Frappe's environment escapes nothing by itself, and perihal and names are typed by people.
	if isinstance(value, dict):
		return {key: _escape(item) for key, item in value.items() if key != "isi"}
	if isinstance(value, list):
		return [_escape(item) for item in value]
	return escape_html(value) if isinstance(value, str) else value
