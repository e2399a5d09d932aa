frappe.query_reports["Daftar Berita Keluar"] = {
	filters: [
		{
			fieldname: "tanggal",
			fieldtype: "Date",
			label: __("Tanggal"),
			default: frappe.datetime.get_today(),
			reqd: 1,
		},
	],
	formatter: eoffice.laporan.show_cell,
};
