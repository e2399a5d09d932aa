frappe.query_reports["Rincian Waktu Surat"] = {
	filters: eoffice.waktu.get_detail_filters(),
	formatter: eoffice.waktu.link_document,
};
