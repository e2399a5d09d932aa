from eoffice_app.setup.master import create_klasifikasi_arsip


def execute():
	"""An office from before gains the head groups of the classification that it does not have."""
	create_klasifikasi_arsip()
