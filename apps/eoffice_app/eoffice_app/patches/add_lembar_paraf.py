from eoffice_app.setup.naskah_cetak import create_naskah_cetak


def execute():
	"""An office from before gains the routing sheet of outgoing letters."""
	create_naskah_cetak()
