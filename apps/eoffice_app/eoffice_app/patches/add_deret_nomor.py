from eoffice_app.setup.master import create_deret_nomor
from eoffice_app.setup.skrip_server import create_skrip_server


def execute():
	"""The series of outgoing letters' numbers come, with the scripts that give their patterns and check their ledger."""
	create_deret_nomor()
	create_skrip_server(("Pola Nomor Surat", "Periksa Buku Nomor"))
