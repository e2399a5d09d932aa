"""The public page on which a sender follows his letter: the steps and their days, never what the letter says."""

import frappe
from eoffice_app.loket.batas import TerlaluSeringError, limit
from eoffice_app.loket.lacak import read_status
from eoffice_app.persuratan.cetak.tanggal import write_date
from frappe.utils.jinja_globals import bundled_asset

no_cache = 1
sitemap = 0
LONGEST_CODE = 64


def get_context(context: frappe._dict) -> None:
	"""Put into the page the code asked for and how far its letter is.

	:param context: gets `kode`, `status` (see `read_status`; None for a wrong code), `terlalu_sering` and `write_date`
	"""
	context.kode = str(frappe.form_dict.get("kode") or "")[:LONGEST_CODE]
	context.lang = frappe.local.lang
	context.kantor = frappe.db.get_single_value("Pengaturan E-Office", "nama_instansi")
	context.gaya = bundled_asset("loket.bundle.css")
	context.write_date = write_date
	try:
		limit("lacak")
		context.status = read_status(context.kode)
	except TerlaluSeringError:
		frappe.clear_messages()
		context.http_status_code = 429
		context.terlalu_sering = True
