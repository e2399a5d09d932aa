from eoffice_app.setup.panduan_isian import create_panduan_isian


def execute() -> None:
	"""Give sites that were installed earlier the tours through their forms."""
	create_panduan_isian()
