import { accept_report, confirm_withdrawal, open_dialog_pengembalian } from "./tindakan_disposisi";
import { get_acara_html, open_dialog_kehadiran } from "./acara";
import { get_pohon_html } from "./pohon_disposisi";
import { list_tindakan } from "./tindakan_pejabat";
import { open_dialog_disposisi } from "./dialog_disposisi";
import { open_dialog_umpan_balik } from "./dialog_umpan_balik";
import { post } from "./server";
import { show_ringkasan_masuk } from "./ringkasan_surat";
import { take_ahead } from "./bekal";
import { teach_tree_keys } from "./kunci_pohon";

const PATH = "eoffice_app.persuratan";
const ACT_ON_NODE = {
	lapor: open_dialog_umpan_balik,
	tarik: confirm_withdrawal,
	terima: accept_report,
	kembalikan: open_dialog_pengembalian,
};

/**
 * Show the course of a letter on its form, with what the user may do, and mark as read what was unread.
 *
 * @param {object} frm the form of a Surat Masuk that is saved
 */
export function show_disposisi_of(frm) {
	show(frm).then(() => mark_read(frm));
}

/**
 * Keep the course on the form up to date while others write, read or answer.
 *
 * @param {object} frm the form of a Surat Masuk
 */
export function follow_disposisi_of(frm) {
	frappe.realtime.on("pohon_disposisi_berubah", ({ surat_masuk }) => {
		if (frm.doc && frm.doc.name === surat_masuk) refresh_live(frm);
	});
}

/** What is typed in the form stays as it is; only where nothing is, another's step shows at the form's head. */
function refresh_live(frm) {
	if (frm.is_new()) return;
	show(frm).then((tindakan) => {
		const moved_on = tindakan && tindakan.status !== frm.doc.workflow_state;
		if (moved_on && !frm.is_dirty()) frm.reload_doc();
	});
}

function show(frm) {
	const surat_masuk = frm.docname;
	const ask = (part, method) =>
		take_ahead(frm, part, () =>
			frappe
				.call({ method: `${PATH}.${method}`, args: { surat_masuk } })
				.then(({ message }) => message)
		);
	return Promise.all([
		ask("pohon", "disposisi.pohon.get_pohon"),
		ask("pilihan", "disposisi.langkah.get_pilihan_disposisi"),
		ask("tindakan", "surat_masuk.tindakan.get_tindakan"),
	]).then(([pohon, pilihan, tindakan]) => {
		// The user may have moved on to another letter while the server was answering.
		if (frm.docname !== surat_masuk) return;
		frm.pohon = pohon;
		show_ringkasan_masuk(frm, tindakan.di_mana);
		draw(frm, pilihan, tindakan);
		show_head_buttons(frm, pilihan, tindakan);
		return tindakan;
	});
}

function draw(frm, pilihan, tindakan) {
	const $place = frm.get_field("pohon_disposisi").$wrapper;
	const reload = () => frm.reload_doc();
	$place.html(
		get_acara_html(tindakan.acara) +
			get_pohon_html(frm.pohon, tell_what_comes_next(frm, pilihan, tindakan))
	);
	get_letter_buttons(frm, pilihan, tindakan).prependTo($place);
	teach_tree_keys($place);
	$place.find("[data-tindakan]").on("click", ({ currentTarget: { dataset } }) => {
		ACT_ON_NODE[dataset.tindakan](find_node(frm.pohon.akar, dataset.disposisi), reload);
	});
	$place.find("[data-acara]").on("click", ({ currentTarget: { dataset } }) => {
		const entry = tindakan.acara.find((row) => row.name === dataset.acara);
		open_dialog_kehadiran(entry, reload);
	});
}

/** The same beside the tree as at the form's head: on a phone the head hides them in a menu. */
function get_letter_buttons(frm, pilihan, tindakan) {
	const $buttons = $(`<div class="tombol-surat">`);
	if (pilihan.boleh) {
		$(`<button type="button" class="btn btn-primary btn-sm tombol-disposisi">`)
			.text(__("Tulis Disposisi"))
			.appendTo($buttons)
			.on("click", () => write_disposisi(frm, pilihan));
	}
	list_tindakan(tindakan).forEach(({ label, primary, open }) =>
		$(`<button type="button" class="btn btn-sm">`)
			.addClass(primary ? "btn-primary" : "btn-default")
			.text(label)
			.appendTo($buttons)
			.on("click", () => open(frm.docname, () => frm.reload_doc()))
	);
	return $buttons;
}

function show_head_buttons(frm, pilihan, tindakan) {
	(frm.tombol_tindakan || []).forEach((label) => frm.remove_custom_button(label));
	const offered = [
		pilihan.boleh && {
			label: __("Disposisi"),
			primary: true,
			open: () => write_disposisi(frm, pilihan),
		},
		...list_tindakan(tindakan),
	].filter(Boolean);
	offered.forEach(({ label, primary, open }) => {
		frm.add_custom_button(label, () => open(frm.docname, () => frm.reload_doc()));
		if (primary) frm.change_custom_button_type(label, null, "primary");
	});
	frm.tombol_tindakan = offered.map(({ label }) => label);
}

function write_disposisi(frm, pilihan) {
	open_dialog_disposisi(frm.docname, pilihan, () => frm.reload_doc());
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
	post(`${PATH}.disposisi.langkah.mark_read`, { surat_masuk }).then((marked) => {
		if (marked && frm.docname === surat_masuk) show(frm);
	});
}

function has_unread(nodes) {
	return nodes.some((node) => node.status === "Terkirim" || has_unread(node.anak));
}

function tell_what_comes_next(frm, pilihan, tindakan) {
	if (frm.doc.tanpa_disposisi) return __("Dinyatakan tidak perlu disposisi.");
	if (pilihan.boleh) return __("Belum ada disposisi. Surat ini menunggu disposisi Anda.");
	if (tindakan.menunggu_paraf)
		return __("Belum ada disposisi. Surat menunggu paraf sekretaris.");
	const tujuan = frappe.utils.get_link_title("Jabatan", frm.doc.tujuan) || frm.doc.tujuan;
	const texts = {
		Diterima: __("Belum ada disposisi. Surat menunggu diperiksa verifikator."),
		Diverifikasi: __("Belum ada disposisi. Surat menunggu diteruskan kepada {0}.", [tujuan]),
		"Menunggu Disposisi": __("Belum ada disposisi. Surat menunggu disposisi {0}.", [tujuan]),
	};
	return texts[frm.doc.workflow_state] || __("Surat ini tidak didisposisikan.");
}
