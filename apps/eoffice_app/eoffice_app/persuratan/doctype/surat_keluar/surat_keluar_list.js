const WAITING_STATES = ["Menunggu Paraf", "Menunggu Tanda Tangan", "Dikembalikan"];

const COLOR_OF_STATE = {
	Konsep: "gray",
	"Menunggu Paraf": "orange",
	"Menunggu Tanda Tangan": "yellow",
	Dikembalikan: "red",
	Batal: "darkgrey",
	Diarsipkan: "gray",
};

frappe.listview_settings["Surat Keluar"] = {
	add_fields: ["workflow_state", "sifat"],
	hide_name_column: true,
	onload(listview) {
		listview.page.add_inner_button(__("Menunggu Saya"), () =>
			eoffice.show_of_own_posts(
				listview,
				"menunggu_jabatan",
				"workflow_state",
				WAITING_STATES
			)
		);
	},

	get_indicator({ workflow_state }) {
		const color = COLOR_OF_STATE[workflow_state] || "blue";
		return [__(workflow_state), color, `workflow_state,=,${workflow_state}`];
	},
};
