"""The page on the caraka's phone. It holds nothing of any letter: what it shows it asks for, and keeps, by itself."""

import frappe
from eoffice_app.ekspedisi.halaman import list_berkas
from eoffice_app.ekspedisi.keadaan import PERAN_CARAKA
from eoffice_app.ekspedisi.teks_halaman import get_teks
from frappe import _

no_cache = 1
sitemap = 0
MASUK = "/login?redirect-to=/caraka"


def get_context(context: frappe._dict) -> None:
	"""Put the texts and the addresses of its files into the page.

	:raises frappe.Redirect: nobody is signed in
	:raises frappe.PermissionError: the user is no caraka
	"""
	if frappe.session.user == "Guest":
		frappe.local.flags.redirect_location = MASUK
		raise frappe.Redirect
	if PERAN_CARAKA not in frappe.get_roles():
		frappe.throw(
			_("Halaman ini untuk caraka. Minta Pengelola E-Office memberi peran Caraka pada akun Anda."),
			frappe.PermissionError,
			title=_("Bukan caraka"),
		)
	context.update(list_berkas())
	context.bahasa = frappe.local.lang
	context.teks = get_teks()
	context.daftar_alasan = [
		_("Kantor tutup"),
		_("Alamat pindah atau tidak ditemukan"),
		_("Penerima menolak"),
		_("Tidak ada yang dapat menerima"),
	]
