from eoffice_app.persuratan.keadaan import KEADAAN_DITUTUP
from eoffice_app.setup.alur_kerja import add_langkah


def execute():
	"""A letter that is Terbatas can, once verified, be closed by its operator, who still sees it."""
	add_langkah(lambda row: row["allowed"] == "Operator Surat" and row["next_state"] in KEADAAN_DITUTUP)
