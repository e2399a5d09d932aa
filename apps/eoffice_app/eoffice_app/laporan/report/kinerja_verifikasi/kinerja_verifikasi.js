frappe.query_reports["Kinerja Verifikasi"] = {
	filters: [
		...eoffice.laporan.get_period_filters(),
		{
			fieldname: "menurut",
			fieldtype: "Select",
			label: __("Menurut"),
			options: eoffice.laporan.list_choices([
				"Verifikator",
				"Bulan",
				"Pengirim",
				"Butir Tidak Sesuai",
			]),
			default: "Verifikator",
			reqd: 1,
		},
	],
	formatter: eoffice.laporan.link_figures,
};
