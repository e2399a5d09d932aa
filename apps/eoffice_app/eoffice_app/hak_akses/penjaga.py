"""The guard at the door: a request that names a hidden letter gets the answer for one that never was.

Frappe has dozens of functions that take a DocType and a name. Some ask for permission and answer "not permitted", which
tells that the letter is there; some ask nobody. Here each request is read before Frappe handles it, whatever function
it is for, so that no door has to be known by name. The hook `auth_hooks` is the one place that every base passes after
it knows who asks.
"""

import json
import re
from collections.abc import Iterator

import frappe
from frappe import _
from frappe.website.serve import get_response
from werkzeug.exceptions import NotFound
from werkzeug.wrappers import Response

from eoffice_app.hak_akses.berkas import is_temporary, list_files, refuse_file
from eoffice_app.hak_akses.jenis import JENIS_SURAT, LAMPIRAN
from eoffice_app.hak_akses.kolom_tautan import refuse_columns_of_links
from eoffice_app.hak_akses.lampiran import has_lampiran_permission
from eoffice_app.hak_akses.riwayat import get_command, record_file_opening, record_request_opening
from eoffice_app.hak_akses.surat import require_visible

# The arguments by which Frappe's functions name a document: the DocType, and what may hold its name.
PASANGAN = {
	"doctype": ("name", "docname", "doc_name", "docnames", "names"),
	"dt": ("dn", "docs"),
	"reference_doctype": ("reference_name", "reference_docname"),
	"reference_type": ("reference_name",),
	"ref_doctype": ("ref_name", "ref_docname", "docname"),
	"document_type": ("document_name", "docname"),
	"attached_to_doctype": ("attached_to_name",),
	"share_doctype": ("share_name",),
	"link_doctype": ("link_name",),
	"parenttype": ("parent",),
	"deleted_doctype": ("deleted_name",),
}
# Of those, the ones that hold several names as a list.
BANYAK_NAMA = {"docnames", "names", "docs"}
# The arguments by which our own functions name a letter.
ARGUMEN_SENDIRI = {
	"surat_masuk": "Surat Masuk",
	"surat_keluar": "Surat Keluar",
	"disposisi": "Disposisi",
	"pengiriman": "Pengiriman Surat",
	"pengajuan": "Pengajuan Surat",
}
# Here "name" is that of a report or board on the DocType.
BUKAN_PASANGAN = {"frappe.desk.reportview.save_report", "frappe.desk.reportview.delete_report"}
TERJAGA = {*JENIS_SURAT, *LAMPIRAN}
MENYEBUT = re.compile("|".join(f'"{re.escape(name)}"' for name in sorted(TERJAGA)))
ALAMAT_DOKUMEN = re.compile(r"^/api/(?:v\d+/)?(?:resource|document)/([^/]+)/([^/]+)")
ALAMAT_BERKAS = "/private/files/"


def guard_request() -> None:
	"""Check every letter and file of letters that the present request names: Frappe's hook `auth_hooks`.

	:raises frappe.DoesNotExistError: one of them is not there, or not for this user
	:raises NotFound: the same, where a browser waits for a page
	:raises KolomTautanError: see `refuse_columns_of_links`
	"""
	if frappe.session.user == "Administrator":
		return
	try:
		_check_request(frappe.request.path, frappe.local.form_dict)
	except frappe.DoesNotExistError as error:
		if not _waits_for_page(frappe.request.path):
			raise
		# Frappe shows its page for this exception with status 200.
		raise NotFound(response=_make_page(str(error))) from error


def list_named(path: str, arguments: dict) -> Iterator[tuple[str, str]]:
	"""Yield the documents of JENIS_SURAT and LAMPIRAN that a request names by DocType and name.

	:param path: path of the address, without percent signs
	:param arguments: the request's arguments; JSON texts in them are read too
	"""
	match = ALAMAT_DOKUMEN.match(path)
	if match and match[1] in TERJAGA:
		yield match[1], match[2]
	for argument, doctype in ARGUMEN_SENDIRI.items():
		if isinstance(arguments.get(argument), str) and not is_temporary(arguments[argument]):
			yield doctype, arguments[argument]
	if get_command(path, arguments) not in BUKAN_PASANGAN:
		yield from _walk(arguments)


def list_addresses(path: str, arguments: dict) -> list[str]:
	"""Return the addresses of private files that a request asks for."""
	asked = (path, arguments.get("file_url"))
	return [address for address in asked if isinstance(address, str) and address.startswith(ALAMAT_BERKAS)]


def _check_request(path: str, arguments: dict) -> None:
	for doctype, name in list_named(path, arguments):
		if doctype in JENIS_SURAT:
			require_visible(doctype, name)
			record_request_opening(doctype, name)
		else:
			_require_visible_lampiran(doctype, name)
	for address in list_addresses(path, arguments):
		_require_visible_file(address)
	refuse_columns_of_links(path, arguments)


def _waits_for_page(path: str) -> bool:
	accepted = frappe.get_request_header("Accept") or ""
	if frappe.local.is_ajax or "application/json" in accepted:
		return False
	return "text/html" in accepted or not path.startswith("/api/")


def _make_page(message: str) -> Response:
	frappe.clear_messages()
	frappe.respond_as_web_page(_("Tidak ditemukan"), message, http_status_code=404, indicator_color="red")
	response = get_response("message", http_status_code=404)
	response.status_code = 404
	return response


def _walk(value) -> Iterator[tuple[str, str]]:
	value = _read_json(value)
	if isinstance(value, list):
		for item in value:
			yield from _walk(item)
	elif isinstance(value, dict):
		yield from _list_pairs(value)
		for item in value.values():
			yield from _walk(item)


def _read_json(value):
	# Only what may speak of letters is worth reading.
	if not isinstance(value, str) or value[:1] not in "[{" or not MENYEBUT.search(value):
		return value
	return _parse(value)


def _parse(text: str):
	try:
		return json.loads(text)
	except ValueError:
		return text


def _list_pairs(values: dict) -> Iterator[tuple[str, str]]:
	for jenis, columns in PASANGAN.items():
		doctype = values.get(jenis)
		if not isinstance(doctype, str) or doctype not in TERJAGA:
			continue
		if jenis == "doctype" and values.get("__islocal"):
			continue
		for column in columns:
			for name in _list_names(column, values.get(column)):
				if not is_temporary(name):
					yield doctype, name


def _list_names(column: str, value) -> list[str]:
	if isinstance(value, list) and column not in BANYAK_NAMA:
		# A filter such as ["like", "%a%"] names no document.
		return []
	if isinstance(value, str) and value.startswith("["):
		value = _parse(value)
	names = value if isinstance(value, list) else [value]
	# Comments and some other tables have numbers for names.
	return [str(name) for name in names if isinstance(name, str | int)]


def _require_visible_lampiran(doctype: str, name: str) -> None:
	columns = LAMPIRAN[doctype]
	values = frappe.db.get_value(doctype, name, columns, as_dict=True)
	if values and not has_lampiran_permission(frappe._dict(doctype=doctype, **values)):
		frappe.throw(_("{0} {1} not found").format(_(doctype), name), frappe.DoesNotExistError)


def _require_visible_file(address: str) -> None:
	readable = [berkas for berkas in list_files(address) if berkas.is_downloadable()]
	if not readable:
		refuse_file()
	for berkas in readable:
		record_file_opening(berkas)
