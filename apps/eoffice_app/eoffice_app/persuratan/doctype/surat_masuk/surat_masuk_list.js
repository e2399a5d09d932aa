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

frappe.listview_settings["Surat Masuk"] = {
	add_fields: ["workflow_state", "sifat", "derajat", "pengirim"],
	hide_name_column: true,
	onload(listview) {
		eoffice.add_print_many(listview);
		listview.page.add_inner_button(__("Menunggu Saya"), () =>
			eoffice.show_of_own_posts(listview, "tujuan", "workflow_state", ["Menunggu Disposisi"])
		);
		listview.page.add_inner_button(__("Cari Surat"), eoffice.open_search);
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
			return `<strong>${frappe.utils.escape_html(value || "")}</strong> ${get_marks(letter)}`;
		},
	},
};

/** What is not ordinary about a letter must be seen without opening it. */
function get_marks({ sifat, derajat }) {
	const marks = [
		derajat && derajat !== "Biasa" ? [derajat, "orange"] : null,
		sifat && sifat !== "Biasa" ? [sifat, "red"] : null,
	].filter(Boolean);
	return marks.map(get_mark_html).join(" ");
}

function get_mark_html([text, color]) {
	const label = frappe.utils.escape_html(__(text));
	return `<span class="indicator-pill no-indicator-dot ${color}">${label}</span>`;
}
