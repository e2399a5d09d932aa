const WAITING_STATES = ["Menunggu Paraf", "Menunggu Tanda Tangan", "Dikembalikan"];

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
};
