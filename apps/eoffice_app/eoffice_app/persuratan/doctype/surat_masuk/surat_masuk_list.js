const COLOR_OF_STATE = {
	Diterima: "orange",
	Diverifikasi: "yellow",
	"Menunggu Disposisi": "red",
	Didisposisikan: "blue",
	Selesai: "green",
	Diarsipkan: "gray",
	Dikembalikan: "darkgrey",
	Ditolak: "darkgrey",
	Dibatalkan: "darkgrey",
};

const list_late = () => [
	["workflow_state", "not in", eoffice.SURAT_TUNTAS],
	// Frappe's "<" finds what has none, too.
	["tenggat", "is", "set"],
	["tenggat", "<", frappe.datetime.now_datetime()],
];

frappe.listview_settings["Surat Masuk"] = {
	add_fields: ["workflow_state", "sifat", "derajat", "pengirim", "tenggat"],
	hide_name_column: true,
	onload(listview) {
		eoffice.add_print_many(listview);
		listview.page.add_inner_button(__("Menunggu Saya"), () =>
			eoffice.show_of_own_posts(listview, "tujuan", "workflow_state", ["Menunggu Disposisi"])
		);
		listview.page.add_inner_button(__("Cari Surat"), eoffice.open_search);
		eoffice.offer_filters(listview, list_late);
		eoffice.offer_steps_for_many(listview);
		eoffice.tell_on_telephone(
			listview,
			(letter) => eoffice.get_marks_html(letter) + eoffice.get_short_tenggat_html(letter)
		);
	},

	// Asked only where an office works without a workflow; else the style of the Workflow State decides.
	get_indicator({ workflow_state }) {
		const color = COLOR_OF_STATE[workflow_state] || "gray";
		return [__(workflow_state), color, `workflow_state,=,${workflow_state}`];
	},

	formatters: {
		tanggal_terima(value) {
			return value ? frappe.datetime.str_to_user(value.split(" ")[0], false, true) : "";
		},

		nomor_agenda(value, field, letter) {
			return `<strong>${frappe.utils.escape_html(value || "")}</strong> ${eoffice.get_marks_html(letter)}`;
		},

		tenggat: (value, field, letter) => eoffice.get_short_tenggat_html(letter),
	},
};
