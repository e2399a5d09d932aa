from eoffice_app.setup.alur_kerja import create_alur_kerja
from eoffice_app.setup.tampilan_daftar import create_tampilan_daftar


def execute():
	"""An office from before outgoing letters gains their workflow and the look of their list."""
	create_alur_kerja()
	create_tampilan_daftar()
