from eoffice_app.setup.naskah_cetak import create_naskah_cetak, renew_untouched


def execute():
	"""Half folio, Kartu Kendali and Surat Pengembalian come; papers that the office never edited get their new look."""
	renew_untouched()
	create_naskah_cetak()
