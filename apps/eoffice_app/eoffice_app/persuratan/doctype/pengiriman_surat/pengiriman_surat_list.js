frappe.listview_settings["Pengiriman Surat"] = {
	add_fields: ["keadaan", "cara", "nama_penerima", "sifat", "batas_waktu"],
	hide_name_column: true,
	onload(listview) {
		eoffice.add_delivery_list_actions(listview);
		if (!frappe.route_options && !listview.filters?.length) show_open(listview);
		listview.page.add_inner_button(__("Belum Sampai"), () => show_open(listview));
	},

	get_indicator({ keadaan, batas_waktu }) {
		const is_late =
			keadaan === "Menunggu" && batas_waktu && batas_waktu < frappe.datetime.now_datetime();
		if (is_late) return [__("Terlambat"), "red", "keadaan,=,Menunggu"];
		return [__(keadaan), eoffice.WARNA_PENGIRIMAN[keadaan], `keadaan,=,${keadaan}`];
	},
};

/** What the operator has to do with comes first: all that has not arrived. */
function show_open({ doctype, filter_area }) {
	filter_area
		.clear(false)
		.then(() =>
			filter_area.add([
				[doctype, "keadaan", "in", ["Menunggu", "Dalam Pengiriman", "Tidak Terkirim"]],
			])
		);
}
