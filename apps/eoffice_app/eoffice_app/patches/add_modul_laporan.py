from frappe.installer import add_module_defs


def execute():
	"""A site from before learns the modules that the app has gained, before their records are read."""
	add_module_defs("eoffice_app", ignore_if_duplicate=True)
