from eoffice_app.setup.naskah_cetak import create_naskah_cetak


def execute():
	"""An office from before the caraka's runs gains the paper of their book."""
	create_naskah_cetak()
