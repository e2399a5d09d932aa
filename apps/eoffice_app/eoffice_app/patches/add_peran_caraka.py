from eoffice_app.setup.peran import create_peran


def execute():
	"""An office from before the caraka's runs gains the role of those who may take letters along."""
	create_peran()
