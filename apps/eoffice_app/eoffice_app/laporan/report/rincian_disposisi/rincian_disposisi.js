frappe.query_reports["Rincian Disposisi"] = {
	filters: [
		...eoffice.laporan.get_period_filters(),
		{
			fieldname: "jabatan",
			fieldtype: "Link",
			options: "Jabatan",
			label: __("Jabatan"),
		},
		eoffice.waktu.get_unit_filter(),
		eoffice.laporan.get_result_filter([
			"Selesai",
			"Selesai, terlambat",
			"Terbuka",
			"Terbuka, terlambat",
			"Ditarik",
		]),
	],
	formatter: eoffice.waktu.link_document,
};
