const PATH_DISPOSISI = "eoffice_app.persuratan.disposisi";
const PATH_POHON = "eoffice_app.persuratan.pohon.get_pohon";
const ACTIONS_WITH_REASON = ["Kembalikan", "Tolak", "Batalkan"];
const MASTERS_WITH_AKTIF = ["buku", "saluran", "derajat", "klasifikasi", "tujuan"];

frappe.ui.form.on("Surat Masuk", {
	setup(frm) {
		MASTERS_WITH_AKTIF.forEach((field) => frm.set_query(field, { filters: { aktif: 1 } }));
		frappe.realtime.on("pohon_disposisi_berubah", ({ surat_masuk }) => {
			if (frm.doc && frm.doc.name === surat_masuk) refresh_live(frm);
		});
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
		add_print_buttons(frm);
		show_disposisi(frm).then(() => mark_read(frm));
	},

	pengirim: (frm) => eoffice.find_duplicates_while_typing(frm),
	nomor_surat: (frm) => eoffice.find_duplicates_while_typing(frm),
	tanggal_surat: (frm) => eoffice.find_duplicates_while_typing(frm),

	before_workflow_action(frm) {
		const action = frm.selected_workflow_action;
		if (ACTIONS_WITH_REASON.includes(action)) return ask_reason_instead(frm, action);
	},

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

/** Printing is for those whom the office lets print: the operator. */
function add_print_buttons(frm) {
	if (!frappe.model.can_print(frm.doctype, frm)) return;
	const add_print_button = (label, format) =>
		frm.add_custom_button(label, () => open_pdf(frm, format), __("Cetak"));
	add_print_button(__("Cetak Bukti Registrasi"), "Bukti Registrasi");
	add_print_button(__("Cetak Lembar Disposisi"), "Lembar Disposisi");
}

function open_pdf(frm, format) {
	const query = new URLSearchParams({
		doctype: frm.doctype,
		name: frm.docname,
		format,
		no_letterhead: 1,
		_lang: frappe.boot.lang,
	});
	window.open(`/api/method/frappe.utils.print_format.download_pdf?${query}`, "_blank");
}

/**
 * Frappe freezes the page before this event and applies the action after it. The reason and the action
 * must be stored in one transaction, so our own call does both and Frappe's never comes: the promise that
 * it waits for stays open.
 */
function ask_reason_instead(frm, action) {
	frappe.dom.unfreeze();
	const forget_action = () => (frm.selected_workflow_action = null);
	const reload = () => {
		forget_action();
		frm.reload_doc();
	};
	eoffice.open_dialog_alasan(frm.docname, action, reload, forget_action);
	return new Promise(() => {});
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

/** Another user wrote, read or answered: what is typed in the form stays as it is. */
function refresh_live(frm) {
	if (!frm.is_new() && !frm.is_dirty()) frm.states?.refresh();
	show_disposisi(frm);
}

function show_disposisi(frm) {
	const surat_masuk = frm.docname;
	return Promise.all([
		frappe.call({ method: PATH_POHON, args: { surat_masuk } }),
		frappe.call({ method: `${PATH_DISPOSISI}.get_pilihan_disposisi`, args: { surat_masuk } }),
	]).then(([pohon, pilihan]) => {
		// The user may have moved on to another letter while the server was answering.
		if (frm.docname !== surat_masuk) return;
		frm.pohon = pohon.message;
		show_tree(frm, pilihan.message);
		toggle_disposisi_button(frm, pilihan.message);
	});
}

function show_tree(frm, pilihan) {
	const $place = frm.get_field("pohon_disposisi").$wrapper;
	$place.html(eoffice.get_pohon_html(frm.pohon, tell_what_comes_next(frm, pilihan)));
	if (pilihan.boleh) {
		$(`<button type="button" class="btn btn-primary btn-sm tombol-disposisi">`)
			.text(__("Tulis Disposisi"))
			.prependTo($place)
			.on("click", () => write_disposisi(frm, pilihan));
	}
	$place.find("[data-tindakan]").on("click", (event) => act_on_node(frm, event.currentTarget));
}

function toggle_disposisi_button(frm, pilihan) {
	const label = __("Disposisi");
	frm.remove_custom_button(label);
	if (!pilihan.boleh) return;
	frm.add_custom_button(label, () => write_disposisi(frm, pilihan));
	frm.change_custom_button_type(label, null, "primary");
}

function write_disposisi(frm, pilihan) {
	eoffice.open_dialog_disposisi(frm.docname, pilihan, () => frm.reload_doc());
}

function act_on_node(frm, button) {
	const node = find_node(frm.pohon.akar, button.dataset.disposisi);
	const act = {
		lapor: eoffice.open_dialog_umpan_balik,
		tarik: eoffice.confirm_withdrawal,
	}[button.dataset.tindakan];
	act(node, () => frm.reload_doc());
}

function find_node(nodes, name) {
	for (const node of nodes) {
		const found = node.name === name ? node : find_node(node.anak, name);
		if (found) return found;
	}
	return null;
}

/** The server knows which of the unread disposisi are for this user; here is only seen that there are any. */
function mark_read(frm) {
	if (!frm.pohon || !has_unread(frm.pohon.akar)) return;
	const surat_masuk = frm.docname;
	eoffice.post(`${PATH_DISPOSISI}.mark_read`, { surat_masuk }).then((marked) => {
		if (marked && frm.docname === surat_masuk) show_disposisi(frm);
	});
}

function has_unread(nodes) {
	return nodes.some((node) => node.status === "Terkirim" || has_unread(node.anak));
}

function tell_what_comes_next(frm, pilihan) {
	if (pilihan.boleh) return __("Belum ada disposisi. Surat ini menunggu disposisi Anda.");
	const tujuan = frappe.utils.get_link_title("Jabatan", frm.doc.tujuan) || frm.doc.tujuan;
	const texts = {
		Diterima: __("Belum ada disposisi. Surat menunggu diperiksa verifikator."),
		Diverifikasi: __("Belum ada disposisi. Surat menunggu diteruskan kepada {0}.", [tujuan]),
		"Menunggu Disposisi": __("Belum ada disposisi. Surat menunggu disposisi {0}.", [tujuan]),
	};
	return texts[frm.doc.workflow_state] || __("Surat ini tidak didisposisikan.");
}
