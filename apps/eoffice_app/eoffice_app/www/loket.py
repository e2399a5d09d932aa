"""The counter's public pages: what the office offers to agencies and citizens, and the form of each service."""

import frappe
from eoffice_app.loket.batas import TerlaluSeringError, limit
from eoffice_app.loket.halaman import describe_halaman, find_layanan, list_layanan

no_cache = 1
sitemap = 0


def get_context(context: frappe._dict) -> None:
	"""Put into the page the services, or the form of the one that the address names.

	:param context: gets `daftar` (of services) or `layanan`, `tidak_ada` for one that is not offered, `terlalu_sering`,
	        and what `describe_halaman` returns
	"""
	context.update(describe_halaman())
	try:
		limit("lihat")
	except TerlaluSeringError:
		frappe.clear_messages()
		context.http_status_code = 429
		context.terlalu_sering = True
		return
	asked = frappe.form_dict.get("layanan")
	context.layanan = find_layanan(str(asked)) if asked else None
	context.daftar = list_layanan()
	if asked and not context.layanan:
		context.http_status_code = 404
		context.tidak_ada = True
