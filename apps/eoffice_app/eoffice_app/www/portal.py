"""The agencies' own page: what their account has sent, and the way to send more."""

import frappe
from eoffice_app.loket.portal import SEHALAMAN, find_instansi, list_pengajuan
from eoffice_app.persuratan.cetak.tanggal import write_date
from frappe.sessions import get_csrf_token
from frappe.utils import cint
from frappe.utils.jinja_globals import bundled_asset

no_cache = 1
sitemap = 0


def get_context(context: frappe._dict) -> None:
	"""Put into the page what the session's account has sent.

	:param context: gets `instansi` (None for an account that is no Instansi's), `daftar`, `halaman` and `berikut`
	:raises frappe.Redirect: to the sign-in page, for a guest
	"""
	if frappe.session.user == "Guest":
		frappe.local.flags.redirect_location = "/login?redirect-to=/portal"
		raise frappe.Redirect
	context.lang = frappe.local.lang
	context.kantor = frappe.db.get_single_value("Pengaturan E-Office", "nama_instansi")
	context.gaya = bundled_asset("loket.bundle.css")
	context.nama = frappe.utils.get_fullname(frappe.session.user)
	context.csrf_token = get_csrf_token()
	context.write_date = write_date
	context.instansi = find_instansi(frappe.session.user)
	if not context.instansi:
		context.http_status_code = 403
		return
	context.halaman = max(cint(frappe.form_dict.get("halaman")), 1)
	rows = list_pengajuan(context.instansi, (context.halaman - 1) * SEHALAMAN)
	context.daftar, context.berikut = rows[:SEHALAMAN], len(rows) > SEHALAMAN
