from eoffice_app.setup.skrip_server import create_skrip_server


def execute():
	"""The reminder of passwords of mailboxes that are due comes."""
	create_skrip_server(("Ingatkan Kata Sandi Kotak Surat",))
