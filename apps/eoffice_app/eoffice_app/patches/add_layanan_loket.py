from eoffice_app.setup.master import create_layanan_loket
from eoffice_app.setup.tampilan_daftar import create_tampilan_daftar
from eoffice_app.setup.templat_surel import create_templat_surel


def execute():
	"""An office from before the counter gains what it offers, how its list looks, and the e-mails to senders."""
	create_layanan_loket()
	create_tampilan_daftar()
	create_templat_surel()
