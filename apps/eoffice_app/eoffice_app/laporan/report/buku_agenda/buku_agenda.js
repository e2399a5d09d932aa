frappe.query_reports["Buku Agenda"] = {
	filters: [
		{
			fieldname: "buku",
			fieldtype: "Link",
			options: "Buku Agenda",
			label: __("Buku Agenda"),
			default: "SM",
			reqd: 1,
		},
		...eoffice.laporan.get_period_filters(frappe.datetime.month_start()),
	],
	formatter: eoffice.laporan.link_letter,
	onload: (report) => eoffice.laporan.offer_paper_of_agenda(report),
};
