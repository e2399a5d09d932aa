from eoffice_app.setup.jenis_naskah import create_jenis_naskah


def execute():
	"""An office from before outgoing letters gains the kinds of naskah dinas."""
	create_jenis_naskah()
