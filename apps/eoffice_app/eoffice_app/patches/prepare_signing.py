from eoffice_app.persuratan.keadaan_keluar import BERNOMOR, DITANDATANGANI
from eoffice_app.setup.alur_kerja import add_langkah
from eoffice_app.setup.jenis_naskah import fill_penomoran


def execute():
	"""Letters can be signed and numbered: kinds gain their series, an unedited workflow the steps."""
	fill_penomoran()
	add_langkah(lambda row: row["next_state"] in (DITANDATANGANI, BERNOMOR))
