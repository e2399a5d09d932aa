"""The page of a naskah dinas as HTML, from the template of its kind. No database here."""

import frappe
from frappe import _
from frappe.utils import escape_html
from frappe.utils.jinja import get_jenv
from jinja2 import TemplateError
from markupsafe import Markup

from eoffice_app.naskah.tempat import NOMOR, compose_alamat, refuse_without_nomor

# A line of text in a place: how large its letters are and where they stand, as parts of the place's height.
BARIS = {"ukuran": 0.77, "dasar": 0.24}
CONTOH = {
	"surat": {"jenis_naskah": "Contoh", "sifat": "Biasa", "perihal": "Contoh"},
	"isi": "<p>Contoh</p>",
	"tujuan": ["Contoh"],
	"tembusan": ["Contoh"],
	"penanda_tangan": {
		"baris": ["Contoh"],
		"jabatan": "Contoh",
		"nama": "Contoh",
		"pangkat": "Contoh",
		"nip": "1",
	},
	"kop": {},
}


class TemplatTidakSahError(frappe.ValidationError):
	"""A template that does not become a page."""


def render_naskah(templat: str, naskah: dict) -> str:
	"""Return the page of a naskah dinas as HTML.

	:param templat: Jinja template of its kind, see Jenis Naskah
	:param naskah: dict of `surat` (dict of the letter's fields), `isi` (HTML that is already clean), `tujuan` and
	        `tembusan` (names), `penanda_tangan` (dict of `baris`, `jabatan`, `nama`, `pangkat`, `nip`), `kop` (see
	        `get_kop`; its template escapes it); all other text is escaped here
	:raises TemplatTidakSahError: the template is no Jinja, or names something that is not there
	"""
	given = {**_escape({**naskah, "kop": None}), "kop": naskah["kop"], "isi": Markup(naskah["isi"])}
	try:
		return get_jenv().from_string(templat).render(**given, tempat=keep_tempat)
	except (TemplateError, TypeError) as error:
		frappe.throw(
			_("Templat naskah tidak dapat disusun: {0}. Perbaiki templat pada Jenis Naskah.").format(
				escape_html(str(error))
			),
			TemplatTidakSahError,
			title=_("Templat tidak benar"),
		)


def keep_tempat(nama: str, rata: str = "", awalan: str = "") -> Markup:
	"""Return the HTML of a place, for templates: `{{ tempat("nomor") }}`.

	:param nama: nomor, tanggal or tanda_tangan
	:param rata: "tengah" for text in the middle of its place, which then is a line of its own
	:param awalan: what is written before the value
	"""
	address = escape_html(compose_alamat(nama, rata=rata, awalan=awalan, **BARIS))
	return Markup(
		f'<a class="tempat tempat-{escape_html(nama)} {escape_html(rata)}" href="{address}">&nbsp;</a>'
	)


def check_templat(templat: str, *, nomor_wajib: bool = True) -> None:
	"""Refuse a template with which no page can be made, tried on a small example.

	:param nomor_wajib: whether the page must keep a place for the number
	:raises TemplatTidakSahError: see `render_naskah`
	:raises TempatNomorTidakAdaError: no place for the number
	"""
	page = render_naskah(templat, CONTOH)
	if nomor_wajib and compose_alamat(NOMOR) not in page:
		refuse_without_nomor()


def _escape(value):
	# Frappe's environment escapes nothing by itself, and perihal and names are typed by people.
	if isinstance(value, dict):
		return {key: _escape(item) for key, item in value.items() if key != "isi"}
	if isinstance(value, list):
		return [_escape(item) for item in value]
	return escape_html(value) if isinstance(value, str) else value
