import { escape_text } from "./teks";
import { open_numbering } from "./nomor_surat";
import { open_dialog_kirim } from "./dialog_kirim";
import { open_signing } from "./tanda_tangan";
import { post } from "./server";

const PATH = "eoffice_app.persuratan.konsep.langkah";
const MAY_WRITE = ["kirim", "ajukan", "paraf", "paraf terakhir"];
const TAG_OF_LINE = { ditambah: ["ins", "success"], dihapus: ["del", "danger"] };
const DIALOGS = {
	"Beri Paraf": open_paraf,
	Kembalikan: (frm, done) => open_return(frm, done, false),
	"Kembalikan ke Pemeriksa": (frm, done) => open_return(frm, done, true),
	Batalkan: open_cancel,
	"Tanda Tangani": open_signing,
	"Beri Nomor": open_numbering,
};

/**
 * Ask for what a step of a draft needs to know, and take it by our own call.
 *
 * Frappe freezes the page before this and applies the action after it; the promise that it waits for stays
 * open, so that what was asked and the step are stored together.
 *
 * @param {object} frm form of a Surat Keluar, whose event `before_workflow_action` this is
 * @returns {Promise|undefined} nothing where Frappe's own way goes on
 */
export function ask_before_step(frm) {
	const open = DIALOGS[frm.selected_workflow_action];
	if (!open) return undefined;
	frappe.dom.unfreeze();
	const forget = () => (frm.selected_workflow_action = null);
	open(frm, {
		after_sent: () => {
			forget();
			frm.reload_doc();
		},
		on_cancelled: forget,
	});
	return new Promise(() => {});
}

/** Who may only read a draft must not type into it and be refused at the end. */
export function close_to_readers(frm) {
	if (!MAY_WRITE.includes(frm.doc.langkah_saya)) frm.set_read_only();
}

/**
 * Offer who checks a draft what changed since he last gave or returned it.
 *
 * @param {object} frm form of a Surat Keluar
 */
export function offer_changes(frm) {
	if (!(frm.doc.riwayat_naskah || []).length) return;
	frm.add_custom_button(__("Lihat Perubahan"), () => {
		frappe
			.call({
				method: `${PATH}.get_perubahan`,
				args: { surat_keluar: frm.docname },
				type: "GET",
			})
			.then(({ message }) => show_changes(message));
	});
}

function show_changes({ sejak, versi, baris }) {
	const changed = baris.some(({ jenis }) => jenis !== "tetap");
	const title = sejak
		? __("Perubahan dari versi {0} ke versi {1}", [sejak, versi])
		: __("Naskah versi {0}", [versi]);
	const note = changed ? "" : `<p>${__("Tidak ada perubahan sejak Anda memeriksanya.")}</p>`;
	frappe.msgprint({ title, message: note + baris.map(get_line_html).join(""), wide: true });
}

function get_line_html({ jenis, teks }) {
	const text = escape_text(teks);
	if (!TAG_OF_LINE[jenis]) return `<div>${text}</div>`;
	const [tag, color] = TAG_OF_LINE[jenis];
	return `<div class="text-${color}"><${tag}>${text}</${tag}></div>`;
}

function open_paraf(frm, done) {
	const { name: surat_keluar, versi } = frm.doc;
	return open_dialog_kirim({
		title: __("Beri Paraf"),
		fields: [get_note_field(__("Catatan (boleh kosong)"))],
		send_label: __("Beri Paraf"),
		send: ({ catatan }) =>
			post(`${PATH}.give_paraf`, { surat_keluar, versi, catatan: catatan || "" }),
		...done,
	});
}

function open_return(frm, done, kepada_pemeriksa) {
	const fields = [get_note_field(__("Apa yang perlu diperbaiki"), 1)];
	if (!kepada_pemeriksa && frm.doc.__onload?.ada_pemeriksa) {
		fields.push({
			fieldname: "kepada_pemeriksa",
			fieldtype: "Check",
			label: __("Kembalikan kepada pemeriksa sebelumnya, bukan penyusun"),
		});
	}
	return open_dialog_kirim({
		title: __("Kembalikan Konsep"),
		fields,
		send_label: __("Kembalikan"),
		send: (values) =>
			post(`${PATH}.return_draft`, {
				surat_keluar: frm.docname,
				catatan: values.catatan,
				kepada_pemeriksa: kepada_pemeriksa || Boolean(values.kepada_pemeriksa),
			}),
		...done,
	});
}

function open_cancel(frm, done) {
	return open_dialog_kirim({
		title: __("Batalkan Konsep"),
		fields: [{ ...get_note_field(__("Alasan"), 1), fieldname: "alasan" }],
		send_label: __("Batalkan"),
		send: ({ alasan }) => post(`${PATH}.cancel_draft`, { surat_keluar: frm.docname, alasan }),
		...done,
	});
}

function get_note_field(label, reqd = 0) {
	return { fieldname: "catatan", fieldtype: "Small Text", label, reqd };
}
