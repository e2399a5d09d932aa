frappe.listview_settings["Agenda Keluar"] = {
	hide_name_column: true,
	onload(listview) {
		if (!frappe.model.can_print("Agenda Keluar")) return;
		listview.page.add_inner_button(__("Cetak Buku Agenda"), eoffice.ask_book_of_agenda);
	},

	get_indicator({ keadaan }) {
		return [__(keadaan), keadaan === "Batal" ? "red" : "blue", `keadaan,=,${keadaan}`];
	},
};
