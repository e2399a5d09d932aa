from eoffice_app.setup.jenis_naskah import renew_untouched


def execute():
	"""Templates of naskah gain letter head and places; those that the office edited stay."""
	renew_untouched()
