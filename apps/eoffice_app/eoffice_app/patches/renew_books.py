from eoffice_app.setup.naskah_cetak import renew_untouched


def execute():
	"""Books and the routing sheet that the office never edited bear their head on every page by one file, and their table's."""
	renew_untouched()
