"""The public page on which a sender learns how far his letter is."""

import frappe
from eoffice_app.persuratan.surat_masuk.kode_status import find_status

no_cache = 1
LONGEST_CODE = 64


def get_context(context: frappe._dict) -> None:
	"""Put into the page the code asked for and the word for its letter.

	:param context: gets `kode`, `status` and `terlalu_sering`
	"""
	kode = frappe.form_dict.get("kode") or ""
	context.kode = kode[:LONGEST_CODE]
	context.no_breadcrumbs = True
	try:
		context.status = find_status(kode=context.kode)
	except frappe.ValidationError:
		# The limit of requests is the only thing refused here.
		frappe.clear_messages()
		context.http_status_code = 429
		context.terlalu_sering = True
