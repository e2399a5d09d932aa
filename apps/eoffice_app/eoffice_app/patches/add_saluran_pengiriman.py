from eoffice_app.setup.master import create_saluran_pengiriman
from eoffice_app.setup.naskah_cetak import create_naskah_cetak
from eoffice_app.setup.skrip_server import create_skrip_server
from eoffice_app.setup.tampilan_daftar import create_tampilan_daftar


def execute():
	"""The ways by which letters are sent come, with the rules that propose one, their papers, the look of their list
	and the reminder of late deliveries."""
	create_saluran_pengiriman()
	create_naskah_cetak()
	create_skrip_server(("Ingatkan Pengiriman Terlambat",))
	create_tampilan_daftar()
