import { get_reason_field, get_sent_fields } from "./langkah_pengiriman";
import { WARNA_PENGIRIMAN } from "./keadaan";
import { escape_text } from "./teks";
import { get_copies_address, open_srikandi_export } from "./salinan";
import { open_dialog_kirim } from "./dialog_kirim";
import { post } from "./server";
import { show_many_results } from "./hasil_sekaligus";

export function get_state_html(keadaan) {
	return `<span class="indicator-pill ${WARNA_PENGIRIMAN[keadaan]}">${escape_text(
		__(keadaan)
	)}</span>`;
}

/**
 * Offer to act on all deliveries marked in the list, and to print what goes with them.
 *
 * @param {object} listview list of Pengiriman Surat
 */
export function add_delivery_list_actions(listview) {
	const add = (label, act) =>
		listview.page.add_actions_menu_item(label, () => act(listview), false);
	if (frappe.model.can_print(listview.doctype)) {
		add(__("Kirim Surel atau Internal"), (view) => run(view, "kirim", {}));
		add(__("Catat Terkirim"), note_sent);
		add(__("Gagal"), note_undelivered);
		add(__("Ubah Cara"), change_way);
		add(__("Ekspor SRIKANDI"), export_marked);
		add(__("Cetak Salinan"), (view) =>
			window.open(get_copies_address(view.get_checked_items(true)), "_blank")
		);
	}
}

function export_marked(listview) {
	open_srikandi_export(listview.get_checked_items(true));
	listview.clear_checked_items();
	// The file is on its way in a window of its own; what it did to the list shows a little later.
	setTimeout(() => listview.refresh(), 2000);
}

function note_sent(listview) {
	const ways = [...new Set(listview.get_checked_items().map(({ cara }) => cara))];
	ask(listview, __("Catat Terkirim"), get_sent_fields(ways), "catat terkirim");
}

function note_undelivered(listview) {
	ask(listview, __("Gagal"), [get_reason_field()], "gagal");
}

function change_way(listview) {
	const field = {
		fieldname: "saluran",
		fieldtype: "Link",
		label: __("Saluran"),
		options: "Saluran Pengiriman",
		get_query: () => ({ filters: { aktif: 1 } }),
		reqd: 1,
	};
	ask(listview, __("Ubah Cara"), [field], "ubah cara");
}

function ask(listview, title, fields, langkah) {
	const marked = listview.get_checked_items();
	open_dialog_kirim({
		title: `${title}: ${marked.length}`,
		fields,
		send_label: title,
		send: (nilai) => send(marked, langkah, nilai),
		after_sent: (results) => show_results(listview, marked, results),
	});
}

function run(listview, langkah, nilai) {
	const marked = listview.get_checked_items();
	frappe.dom.freeze(__("Mengirim …"));
	send(marked, langkah, nilai)
		.finally(() => frappe.dom.unfreeze())
		.then(
			(results) => show_results(listview, marked, results),
			() => listview.refresh()
		);
}

function send(marked, langkah, nilai) {
	return post("eoffice_app.saluran.bersama.run_many", {
		langkah,
		daftar_pengiriman: JSON.stringify(marked.map(({ name }) => name)),
		nilai: JSON.stringify(nilai),
	});
}

function show_results(listview, marked, results) {
	const names = Object.fromEntries(
		marked.map(({ name, nama_penerima }) => [name, nama_penerima])
	);
	listview.clear_checked_items();
	listview.refresh();
	show_many_results(
		results.map(({ pengiriman, galat }) => ({ judul: names[pengiriman], galat }))
	);
}
