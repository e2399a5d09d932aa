frappe.query_reports["Buku Ekspedisi"] = {
	filters: eoffice.laporan.get_period_filters(frappe.datetime.month_start()),
	formatter: eoffice.laporan.show_cell,
	onload: (report) => eoffice.laporan.offer_paper_of_ekspedisi(report),
};
