"""The script that keeps the caraka's page on his phone: for everybody, since it says nothing of anybody."""

import frappe
from eoffice_app.ekspedisi.halaman import list_berkas

no_cache = 1
sitemap = 0
base_template_path = "www/caraka-sw.js"


def get_context(context: frappe._dict) -> None:
	"""Put the addresses of the page's files into the script."""
	context.berkas = sorted(list_berkas().values())
