"""How the lists of letters look on a new site: Frappe's own List View Settings, which the office may change."""

import frappe

# Counting every row and asking for sidebar statistics costs seconds once an office has many letters.
TANPA_HITUNGAN = {"disable_count": 1, "disable_sidebar_stats": 1, "disable_comment_count": 1}
JUMLAH_KOLOM = {
	"Surat Masuk": "7",
	"Surat Keluar": "6",
	"Disposisi": "6",
	"Agenda": "7",
	"Agenda Pimpinan": "6",
	"Pengiriman Surat": "6",
	"Agenda Keluar": "8",
	"Pengajuan Surat": "7",
}


def create_tampilan_daftar() -> None:
	"""Create the list settings of each DocType of JUMLAH_KOLOM that has none yet."""
	for doctype, total_fields in JUMLAH_KOLOM.items():
		if not frappe.db.exists("List View Settings", doctype):
			frappe.get_doc(
				{
					"doctype": "List View Settings",
					"name": doctype,
					"total_fields": total_fields,
					**TANPA_HITUNGAN,
				}
			).insert(ignore_permissions=True)


def remove_tampilan_daftar() -> None:
	"""Remove the list settings of the app's DocTypes, which Frappe leaves behind when they go."""
	for doctype in JUMLAH_KOLOM:
		frappe.delete_doc(
			"List View Settings", doctype, ignore_missing=True, force=True, ignore_permissions=True
		)
