"""The address on receipts that earlier versions printed: it leads to where letters are followed now."""

import frappe
from eoffice_app.persuratan.kode_cetak import read_code
from eoffice_app.persuratan.surat_masuk.kode_status import HALAMAN

no_cache = 1
sitemap = 0
LONGEST_CODE = 64


def get_context(context: frappe._dict) -> None:
	"""Lead to the tracking page, with the code if there is one.

	:raises frappe.Redirect: always
	"""
	kode = read_code(str(frappe.form_dict.get("kode") or "")[:LONGEST_CODE])
	frappe.local.flags.redirect_location = f"{HALAMAN}/{kode}" if kode else HALAMAN
	raise frappe.Redirect
