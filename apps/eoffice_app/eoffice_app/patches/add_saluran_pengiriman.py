from eoffice_app.setup.master import create_saluran_pengiriman


def execute():
	"""The ways by which letters are sent come, with the rules that propose one for each class of addressee."""
	create_saluran_pengiriman()
