from eoffice_app.setup.master import create_layanan_loket


def execute():
	"""An office from before the counter gains what it offers."""
	create_layanan_loket()
