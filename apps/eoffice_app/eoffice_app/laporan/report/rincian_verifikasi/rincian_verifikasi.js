frappe.query_reports["Rincian Verifikasi"] = {
	filters: [
		...eoffice.laporan.get_period_filters(),
		{
			fieldname: "verifikator",
			fieldtype: "Data",
			label: __("Akun Verifikator"),
		},
		eoffice.laporan.get_result_filter(["Lolos", "Dikembalikan", "Ditolak", "Dibatalkan"]),
	],
	formatter: eoffice.waktu.link_document,
};
