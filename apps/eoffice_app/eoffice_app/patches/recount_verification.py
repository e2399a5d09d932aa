from eoffice_app.laporan.rekap import forget_counted


def execute():
	"""The roll-up keeps who verified each letter: all of it is counted anew at the next look."""
	forget_counted()
