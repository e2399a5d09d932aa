"""A bare document beside a letter of the demo, for the browser to open both: bare_form.py SITE make | remove."""

import json
import sys

import frappe
from eoffice_app.persuratan.keadaan import MENUNGGU_DISPOSISI

from in_site.bare_document import NAME, create_doctype, remove_doctype
from in_site.connection import connected

ROLE = "Pimpinan"


def main(site: str, act: str) -> None:
	"""Make what is compared and print the two forms as JSON, each as DocType and name; or remove it."""
	with connected(site):
		if act == "make":
			print(json.dumps(make_forms()))
		else:
			remove_doctype()
		frappe.db.commit()


def make_forms() -> list[list[str]]:
	"""Return a letter that waits for the head, and a bare document of the same values."""
	waiting = {"workflow_state": MENUNGGU_DISPOSISI, "sifat": "Biasa"}
	letter = frappe.get_last_doc("Surat Masuk", waiting, order_by="tanggal_terima desc")
	create_doctype(ROLE)
	values = letter.get_valid_dict(ignore_virtual=True)
	bare = frappe.get_doc({**values, "doctype": NAME, "name": None})
	# The letter's scan stays its own.
	bare.insert(ignore_mandatory=True)
	return [[letter.doctype, letter.name], [NAME, bare.name]]


if __name__ == "__main__":
	main(sys.argv[1], sys.argv[2])
