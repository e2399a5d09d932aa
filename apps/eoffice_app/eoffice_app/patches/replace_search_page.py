import frappe


def execute():
	"""One search page for all letters takes the place of "Di mana surat saya?"."""
	frappe.delete_doc("Page", "di-mana-surat", ignore_missing=True, force=True)
