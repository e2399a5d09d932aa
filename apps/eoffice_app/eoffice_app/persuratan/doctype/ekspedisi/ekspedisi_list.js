frappe.listview_settings["Ekspedisi"] = {
	add_fields: ["keadaan"],
	hide_name_column: true,
	onload(listview) {
		listview.page.add_inner_button(__("Cetak Buku Ekspedisi"), eoffice.ask_period_of_book);
	},

	get_indicator({ keadaan }) {
		const color = eoffice.WARNA_EKSPEDISI[keadaan] || "gray";
		return [__(keadaan), color, `keadaan,=,${keadaan}`];
	},
};
