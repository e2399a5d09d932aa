"""What Frappe calls when the app comes and goes. The work is done in `setup/`."""

from eoffice_app.setup import alur_kerja, copot, master, naskah_cetak, peran, skrip_server, tampilan_daftar


def after_install() -> None:
	"""Give a new site its roles, masters, workflow, papers and scripts, each only where absent."""
	peran.create_peran()
	master.create_master()
	alur_kerja.create_alur_kerja()
	naskah_cetak.create_naskah_cetak()
	skrip_server.create_skrip_server()
	tampilan_daftar.create_tampilan_daftar()


def before_uninstall() -> None:
	"""Remove what the app created outside its own modules and Frappe would leave behind."""
	copot.remove_jejak()


def after_uninstall() -> None:
	"""Remove the roles, which the app's own DocTypes refer to until they are gone."""
	copot.remove_peran()
