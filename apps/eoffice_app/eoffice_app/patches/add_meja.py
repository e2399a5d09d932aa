from frappe.installer import add_module_defs

from eoffice_app.setup.master import create_frasa_catatan


def execute():
	"""Meja Pimpinan and the phrases it offers come: Frappe adds an app's new modules at installation alone."""
	add_module_defs("eoffice_app", ignore_if_duplicate=True)
	create_frasa_catatan()
