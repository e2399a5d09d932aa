from eoffice_app.setup.master import create_buku_agenda
from eoffice_app.setup.tampilan_daftar import create_tampilan_daftar


def execute():
	"""The agenda books of outgoing letters come, and the settings of their lists."""
	create_buku_agenda()
	create_tampilan_daftar()
