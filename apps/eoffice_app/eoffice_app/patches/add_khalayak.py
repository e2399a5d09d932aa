from eoffice_app.laporan.rekap import note_shared_change


def execute():
	"""The roll-up knows who may see what it counted: all of it is counted anew at the next look."""
	note_shared_change()
