from eoffice_app.laporan.khalayak import note_change


def execute():
	"""The roll-up knows who may see what it counted: all of it is counted anew at the next look."""
	note_change()
