"""Link search over letters. Frappe's own leaves the access rule aside when the caller asks to ignore user permissions."""

import frappe
from frappe import _

KOLOM_CARI = {
	"Surat Masuk": ("nomor_agenda", "perihal", "nomor_surat"),
	"Surat Keluar": ("perihal",),
	"Agenda": ("nomor_agenda", "perihal"),
	"Disposisi": ("sebagai", "catatan"),
	"Agenda Pimpinan": ("judul", "tempat"),
	"Agenda Keluar": ("nomor_surat", "perihal"),
	"Pengiriman Surat": ("nomor_surat", "nama_penerima"),
	"Pengajuan Surat": ("nomor_bukti", "nama_pengirim", "perihal"),
}


@frappe.whitelist()
@frappe.validate_and_sanitize_search_inputs
def search_surat(
	doctype: str,
	txt: str,
	searchfield: str,
	start: int,
	page_len: int,
	filters: dict | list | str | None = None,
	**options,
) -> list[tuple]:
	"""Return the letters (or agenda lines, or disposisi) that match a text and that the user may see.

	Frappe's hook `standard_queries`: called by every link field and search box on our DocTypes.

	:return: tuples of name and the columns of KOLOM_CARI
	"""
	if doctype not in KOLOM_CARI:
		frappe.throw(_("Pencarian ini hanya untuk surat, agenda dan disposisi."))
	if not (frappe.has_permission(doctype, "select") or frappe.has_permission(doctype, "read")):
		return []
	columns = KOLOM_CARI[doctype]
	return frappe.get_list(
		doctype,
		fields=["name", *columns],
		filters=frappe.parse_json(filters) if filters else None,
		or_filters=[[doctype, column, "like", f"%{txt}%"] for column in columns],
		limit_start=start,
		limit_page_length=page_len,
		order_by="creation desc",
		as_list=True,
	)
