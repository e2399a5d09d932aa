frappe.query_reports["Waktu Penyelesaian"] = {
	filters: eoffice.waktu.get_time_filters(),
	formatter: eoffice.laporan.link_figures,
};
