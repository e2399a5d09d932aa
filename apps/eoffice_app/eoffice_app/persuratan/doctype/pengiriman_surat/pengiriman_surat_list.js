// What the operator has to do with comes first: all that has not arrived.
const OPEN = ["Menunggu", "Dalam Pengiriman", "Tidak Terkirim"];

frappe.listview_settings["Pengiriman Surat"] = {
	filters: [["keadaan", "in", OPEN]],
	add_fields: ["keadaan", "cara", "nama_penerima", "sifat", "batas_waktu"],
	hide_name_column: true,
	onload(listview) {
		eoffice.add_delivery_list_actions(listview);
		listview.page.add_inner_button(__("Belum Sampai"), () => show_open(listview));
	},

	formatters: {
		batas_waktu: (value) => (value ? frappe.datetime.str_to_user(value.split(" ")[0]) : ""),
	},

	get_indicator({ keadaan, batas_waktu }) {
		const is_late =
			keadaan === "Menunggu" && batas_waktu && batas_waktu < frappe.datetime.now_datetime();
		if (is_late) return [__("Terlambat"), "red", "keadaan,=,Menunggu"];
		return [__(keadaan), eoffice.WARNA_PENGIRIMAN[keadaan], `keadaan,=,${keadaan}`];
	},
};

function show_open({ doctype, filter_area }) {
	filter_area.clear(false).then(() => filter_area.add([[doctype, "keadaan", "in", OPEN]]));
}
