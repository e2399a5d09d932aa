from eoffice_app.setup.peran import create_peran


def execute():
	"""An office from before the portal gains the role of agencies' accounts."""
	create_peran()
