const MASTERS_WITH_AKTIF = ["buku", "saluran", "derajat", "klasifikasi", "tujuan"];

frappe.ui.form.on("Surat Masuk", {
	setup(frm) {
		MASTERS_WITH_AKTIF.forEach((field) => frm.set_query(field, { filters: { aktif: 1 } }));
		eoffice.follow_disposisi_of(frm);
	},

	refresh(frm) {
		show_scans_as_links(frm);
		add_scan_button(frm);
		eoffice.find_duplicates_while_typing(frm);
		if (frm.is_new()) {
			focus_first_field(frm);
			return;
		}
		subscribe_to_letter(frm);
		eoffice.add_print_buttons(frm);
		eoffice.show_disposisi_of(frm);
	},

	pengirim: (frm) => eoffice.find_duplicates_while_typing(frm),
	nomor_surat: (frm) => eoffice.find_duplicates_while_typing(frm),
	tanggal_surat: (frm) => eoffice.find_duplicates_while_typing(frm),

	before_workflow_action: (frm) => eoffice.ask_before_action(frm),

	after_workflow_action: (frm) => reload_if_stale(frm),
});

/** Everything before the sender has its usual value, so typing starts there. */
function focus_first_field(frm) {
	if (frm.doc.pengirim) return;
	setTimeout(() => frm.get_field("pengirim").set_focus(), 300);
}

/** An official wants to read the scan at one click, not to open the row of a table. */
function show_scans_as_links(frm) {
	const { grid } = frm.get_field("scan");
	grid.update_docfield_property("berkas", "formatter", get_scan_html);
	grid.refresh();
}

function get_scan_html(berkas) {
	if (!berkas) return "";
	const address = frappe.utils.escape_html(berkas);
	const name = frappe.utils.escape_html(decodeURIComponent(berkas.split("/").pop()));
	return `<a class="tautan-scan" href="${address}" target="_blank" rel="noopener"
		onclick="event.stopPropagation()">${name}</a>`;
}

function add_scan_button(frm) {
	const { grid } = frm.get_field("scan");
	const $button = grid.add_custom_button(__("Unggah Scan"), () =>
		eoffice.open_scan_uploader(frm)
	);
	$button.toggleClass("hidden", !grid.is_editable());
}

/**
 * A reload that Frappe began just before an action may answer after it, and the form then shows the state
 * of before, without the actions of the new one.
 */
function reload_if_stale(frm) {
	const { doctype, docname } = frm;
	setTimeout(() => {
		frappe.db.get_value(doctype, docname, "modified").then(({ message }) => {
			if (frm.docname === docname && message.modified !== frm.doc.modified) frm.reload_doc();
		});
	}, 2500);
}

/** Frappe subscribes to one document a second only; who clicks faster would miss the live tree. */
function subscribe_to_letter(frm) {
	const { doctype, docname } = frm;
	setTimeout(() => frappe.realtime.doc_subscribe(doctype, docname), 1100);
}
