frappe.query_reports["Tunggakan Disposisi"] = {
	filters: [eoffice.waktu.get_unit_filter()],
	formatter: eoffice.laporan.link_figures,
};
