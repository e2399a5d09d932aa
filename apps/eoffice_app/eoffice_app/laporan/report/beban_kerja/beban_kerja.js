frappe.query_reports["Beban Kerja"] = {
	filters: [
		...eoffice.laporan.get_period_filters(),
		{
			fieldname: "menurut",
			fieldtype: "Select",
			label: __("Menurut"),
			options: eoffice.laporan.list_choices(["Jabatan", "Unit Kerja"]),
			default: "Jabatan",
			reqd: 1,
		},
	],
	formatter: eoffice.laporan.link_figures,
};
