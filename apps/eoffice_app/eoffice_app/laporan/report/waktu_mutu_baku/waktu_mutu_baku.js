frappe.query_reports["Waktu Mutu Baku"] = {
	filters: eoffice.waktu.get_time_filters(),
	formatter: eoffice.laporan.link_figures,
};
