from eoffice_app.setup.skrip_server import create_skrip_server


def execute():
	"""The Monday mail to the leadership comes."""
	create_skrip_server(("Kirim Ringkasan Pimpinan",))
