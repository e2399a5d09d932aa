from eoffice_app.setup.alur_kerja import add_langkah

# Finished by the last report accepted or without disposisi, sent on by the secretary's paraf, and the operator sandi.
LANGKAH_OLEH_PEJABAT = {
	(action, peran)
	for action in ("Selesaikan", "Nyatakan Tanpa Disposisi", "Teruskan")
	for peran in ("Pimpinan", "Pejabat", "Staf")
}


def execute():
	"""The workflow of letters gains the steps that officials take by what they do on the letter."""
	add_langkah(
		lambda row: (
			(row["action"], row["allowed"]) in LANGKAH_OLEH_PEJABAT or row["allowed"] == "Operator Sandi"
		)
	)
