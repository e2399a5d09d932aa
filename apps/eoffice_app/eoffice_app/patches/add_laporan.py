from eoffice_app.setup.laporan_tersimpan import create_laporan_tersimpan
from eoffice_app.setup.naskah_cetak import create_naskah_cetak


def execute():
	"""The saved reports of the Report Builder come, and the paper of the incoming agenda books."""
	create_laporan_tersimpan()
	create_naskah_cetak()
