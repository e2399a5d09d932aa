// What the operator has to do with comes first: all that has not arrived.
const OPEN = ["Menunggu", "Dalam Pengiriman", "Tidak Terkirim"];

const list_late = () => [
	["keadaan", "=", "Menunggu"],
	// Frappe's "<" finds what has none, too.
	["batas_waktu", "is", "set"],
	["batas_waktu", "<", frappe.datetime.now_datetime()],
];

frappe.listview_settings["Pengiriman Surat"] = {
	filters: [["keadaan", "in", OPEN]],
	add_fields: ["keadaan", "cara", "nama_penerima", "sifat", "batas_waktu"],
	hide_name_column: true,
	onload(listview) {
		eoffice.add_delivery_list_actions(listview);
		eoffice.offer_filters(listview, list_late);
		eoffice.tell_on_telephone(listview, get_batas_html);
	},

	formatters: {
		batas_waktu: (value, field, delivery) => get_batas_html(delivery),
	},

	get_indicator({ keadaan, batas_waktu }) {
		const is_late =
			keadaan === "Menunggu" && batas_waktu && batas_waktu < frappe.datetime.now_datetime();
		if (is_late) return [__("Terlambat"), "red", "keadaan,=,Menunggu"];
		return [__(keadaan), eoffice.WARNA_PENGIRIMAN[keadaan], `keadaan,=,${keadaan}`];
	},
};

/** Whoever has to send it keeps the deadline by sending. */
function get_batas_html({ batas_waktu, keadaan }) {
	return eoffice.get_batas_html(batas_waktu, keadaan === "Menunggu");
}
