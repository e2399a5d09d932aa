frappe.query_reports["Pemeriksaan Buku Nomor"] = {
	formatter: eoffice.laporan.link_figures,
};
