from eoffice_app.setup.mutu_baku import create_mutu_baku


def execute():
	"""An office from before gains the standard times of the SOPs."""
	create_mutu_baku()
