"""Columns that are reached through a link, such as "membalas.perihal" of a Surat Keluar.

Frappe joins the linked document to a list without asking who may see it, so that whoever sees an answer would read the
letter that it answers, in a list, a report, an export or by a filter.
"""

import re
from collections.abc import Iterator

import frappe
from frappe import _

from eoffice_app.hak_akses.jenis import JENIS_SURAT, TERLINDUNG

# The arguments in which Frappe's functions take columns.
ARGUMEN = (
	"fields",
	"filters",
	"or_filters",
	"order_by",
	"group_by",
	"fieldname",
	"field",
	"searchfield",
	"stats",
)
TABEL = re.compile(r"`tab[^`]+`\.")
MELALUI = re.compile(r"(?<![\w.`])`?(\w+)`?\.`?[\w*]")
ALAMAT_DAFTAR = re.compile(r"^/api/(?:v\d+/)?(?:resource|document)/([^/]+)")


class KolomTautanError(frappe.PermissionError):
	"""A column of a letter that only a link leads to."""


def refuse_columns_of_links(path: str, arguments: dict) -> None:
	"""Refuse a request for a column of a letter, or of what hangs on one, that is reached through a link.

	The link by which a document follows its letter stays open: it is as visible as the letter.

	:param path: path of the address, without percent signs
	:raises KolomTautanError: names the link
	"""
	address = ALAMAT_DAFTAR.match(path)
	doctype = arguments.get("doctype") or (address and address[1])
	for field in set(list_followed(arguments)):
		if JENIS_SURAT.get(doctype) != field and _leads_to_letter(field):
			frappe.throw(
				_(
					"Kolom melalui tautan {0} tidak dapat diminta. Buka surat yang ditautkan untuk melihatnya."
				).format(frappe.bold(field)),
				KolomTautanError,
				title=_("Kolom tidak diizinkan"),
			)


def list_followed(arguments: dict) -> Iterator[str]:
	"""Yield what stands before a dot in the columns that a request asks for."""
	for name in ARGUMEN:
		value = arguments.get(name)
		if value:
			text = value if isinstance(value, str) else frappe.as_json(value)
			yield from MELALUI.findall(TABEL.sub("", text))


def _leads_to_letter(field: str) -> bool:
	linked = {"fieldname": field, "fieldtype": "Link", "options": ["in", list(TERLINDUNG)]}
	return bool(frappe.db.exists("DocField", linked) or frappe.db.exists("Custom Field", linked))
