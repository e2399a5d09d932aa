"""What Frappe calls when the app comes and goes. The work is done in `setup/`."""

import frappe
from frappe.utils.password import get_encryption_key

from eoffice_app.setup import (
	alur_kerja,
	copot,
	jenis_naskah,
	laporan_tersimpan,
	master,
	mutu_baku,
	naskah_cetak,
	panduan_isian,
	peran,
	ruang_kerja,
	saringan_tersimpan,
	skrip_server,
	tampilan_daftar,
	templat_surel,
)


def after_install() -> None:
	"""Give a new site its roles, masters, workflow, papers and scripts, each only where absent."""
	# Two first letters at once would each make the key from which their status codes derive, and one key be lost.
	get_encryption_key()
	peran.create_peran()
	master.create_master()
	mutu_baku.create_mutu_baku()
	jenis_naskah.create_jenis_naskah()
	alur_kerja.create_alur_kerja()
	naskah_cetak.create_naskah_cetak()
	skrip_server.create_skrip_server()
	tampilan_daftar.create_tampilan_daftar()
	saringan_tersimpan.create_saringan_tersimpan()
	laporan_tersimpan.create_laporan_tersimpan()
	templat_surel.create_templat_surel()
	ruang_kerja.create_ruang_kerja()
	panduan_isian.create_panduan_isian()


def after_uninstall() -> None:
	"""Remove what the app created outside its own modules and Frappe would leave behind.

	Frappe calls this also in a dry run, and after its own last commit.
	"""
	if "eoffice_app" in frappe.get_installed_apps():
		return
	copot.remove_jejak()
	copot.remove_peran()
	frappe.db.commit()
