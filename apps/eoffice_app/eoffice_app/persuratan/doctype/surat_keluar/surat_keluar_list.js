const COLOR_OF_STATE = {
	Konsep: "gray",
	"Menunggu Paraf": "orange",
	"Menunggu Tanda Tangan": "yellow",
	Dikembalikan: "red",
	Batal: "darkgrey",
	Diarsipkan: "gray",
};

frappe.listview_settings["Surat Keluar"] = {
	add_fields: ["workflow_state", "sifat", "derajat", "versi", "perihal", "nomor"],
	hide_name_column: true,
	onload(listview) {
		listview.page.add_inner_button(__("Menunggu Saya"), () => show_waiting(listview));
		eoffice.offer_filters(listview);
		offer_signing(listview);
		eoffice.offer_steps_for_many(listview);
		eoffice.tell_on_telephone(listview, eoffice.get_marks_html);
	},

	formatters: {
		// The marks first: a long number may be cut off, what is secret or urgent may not.
		nomor: (value, field, letter) =>
			`${eoffice.get_marks_html(letter)} ${frappe.utils.escape_html(value || "")}`,
	},

	get_indicator({ workflow_state }) {
		const color = COLOR_OF_STATE[workflow_state] || "blue";
		return [__(workflow_state), color, `workflow_state,=,${workflow_state}`];
	},
};

/** Paraf koordinasi waits for several posts at once, so the server is asked which drafts wait. */
function show_waiting({ doctype, filter_area }) {
	const method = "eoffice_app.persuratan.konsep.menunggu.list_waiting";
	Promise.all([frappe.call({ method, type: "GET" }), filter_area.clear(false)]).then(
		// A filter for nothing at all would be left out, and the whole list shown.
		([{ message }]) =>
			filter_area.add([[doctype, "name", "in", message.length ? message : ["-"]]])
	);
}

/** Frappe's own item of the workflow knows no passphrase: ours takes its place. */
function offer_signing(listview) {
	const items = listview.workflow_action_items || {};
	items["Tanda Tangani"]?.closest("li").remove();
	delete items["Tanda Tangani"];
	listview.page.add_actions_menu_item(
		__("Tanda Tangani"),
		() => eoffice.sign_chosen(listview),
		false
	);
}
