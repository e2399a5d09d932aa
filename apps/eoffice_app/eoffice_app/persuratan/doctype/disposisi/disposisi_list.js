const OPEN_STATES = ["Terkirim", "Dibaca", "Ditindaklanjuti"];

const list_late = () => [
	["status", "in", OPEN_STATES],
	// Frappe's "<" finds what has none, too.
	["batas_waktu", "is", "set"],
	["batas_waktu", "<", frappe.datetime.get_today()],
];

frappe.listview_settings["Disposisi"] = {
	add_fields: ["status", "batas_waktu", "surat_masuk"],
	hide_name_column: true,

	get_indicator(disposisi) {
		if (is_late(disposisi)) {
			const filter = `batas_waktu,<,Today|status,in,${OPEN_STATES.join(",")}`;
			return [__("Terlambat"), "red", filter];
		}
		const { status } = disposisi;
		return [__(status), eoffice.WARNA_DISPOSISI[status] || "gray", `status,=,${status}`];
	},

	onload(listview) {
		listview.page.add_inner_button(__("Untuk Saya"), () => show_own(listview));
		listview.page.add_inner_button(__("Umpan Balik untuk Saya"), () =>
			show_reported(listview)
		);
		eoffice.offer_filters(listview, list_late);
		eoffice.tell_on_telephone(listview, get_batas_html);
	},

	button: {
		show: (disposisi) => Boolean(disposisi.surat_masuk),
		get_label: () => __("Buka Surat"),
		get_description: () => __("Buka surat dari disposisi ini"),
		action: (disposisi) => frappe.set_route("Form", "Surat Masuk", disposisi.surat_masuk),
	},

	formatters: {
		batas_waktu: (value, field, disposisi) => get_batas_html(disposisi),
	},
};

function is_late({ status, batas_waktu }) {
	const open = OPEN_STATES.includes(status);
	return open && Boolean(batas_waktu) && batas_waktu < frappe.datetime.get_today();
}

function get_batas_html({ batas_waktu, status }) {
	return eoffice.get_batas_html(batas_waktu, OPEN_STATES.includes(status));
}

function show_own(listview) {
	eoffice.show_of_own_posts(listview, "kepada", "status", OPEN_STATES);
}

/** What those below have reported and what now waits for the user to take it. */
function show_reported(listview) {
	eoffice.show_of_own_posts(listview, "dari", "status", ["Dilaporkan"]);
}
