"""What helps the clerk register quickly: the last particulars of a sender."""

import frappe
from frappe import _

PERINCIAN = ("saluran", "tujuan", "sifat", "derajat", "klasifikasi")
# The newest few of a sender are looked at, however many he has sent: the clerk's own are among them or are long ago.
BANYAK_DILIHAT = 20


@frappe.whitelist()
def get_last_particulars(pengirim: str) -> dict:
	"""Return how the sender's latest letter that the user may see was registered.

	:param pengirim: name of the Instansi
	:return: dict of PERINCIAN without what was empty; empty for a sender without letters, or without any for this user
	:raises frappe.PermissionError: the user does not register letters
	"""
	if not frappe.has_permission("Surat Masuk", "create"):
		frappe.throw(
			_("Hanya petugas yang mendaftarkan surat yang dapat melihat ini."),
			frappe.PermissionError,
			title=_("Bukan petugas pendaftaran"),
		)
	latest = frappe.db.sql_list(
		"select name from `tabSurat Masuk` where pengirim = %s order by tanggal_terima desc limit %s",
		(pengirim, BANYAK_DILIHAT),
	)
	if not latest:
		return {}
	found = frappe.get_list(
		"Surat Masuk",
		filters={"name": ["in", latest]},
		fields=list(PERINCIAN),
		order_by="tanggal_terima desc",
		limit=1,
	)
	return {field: value for field, value in found[0].items() if value} if found else {}
