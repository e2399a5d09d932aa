from eoffice_app.setup.saringan_tersimpan import create_saringan_tersimpan


def execute():
	"""The daily questions of each list come as filters that the office may change."""
	create_saringan_tersimpan()
