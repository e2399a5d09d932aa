frappe.query_reports["Rekapitulasi Surat"] = {
	filters: eoffice.laporan.get_rekapitulasi_filters(),
	formatter: eoffice.laporan.link_figures,
};
