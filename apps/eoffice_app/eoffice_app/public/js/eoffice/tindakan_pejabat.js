import { get_penerima_html } from "./pilihan_disposisi";
import { open_dialog_kirim } from "./dialog_kirim";
import { post } from "./server";

const PATH = "eoffice_app.persuratan";

/**
 * What a user may do on a letter besides writing disposisi, as buttons.
 *
 * @param {object} tindakan what `get_tindakan` answered
 * @returns {object[]} dicts of `label`, `primary` and `open(surat_masuk, after_done)`
 */
export function list_tindakan(tindakan) {
	return [
		tindakan.paraf && { label: __("Beri Paraf"), primary: true, open: open_dialog_paraf },
		tindakan.tanpa_disposisi && {
			label: __("Tidak Perlu Disposisi"),
			open: open_dialog_tanpa_disposisi,
		},
		tindakan.kirim_langsung && {
			label: __("Kirim Langsung (H-1)"),
			open: (surat_masuk, after_done) =>
				open_dialog_langsung(surat_masuk, tindakan.kirim_langsung, after_done),
		},
	].filter(Boolean);
}

function open_dialog_paraf(surat_masuk, after_sent) {
	return open_dialog_kirim({
		title: __("Paraf Sekretaris"),
		fields: [get_note_field(__("Catatan untuk pimpinan (boleh kosong)"))],
		send_label: __("Beri Paraf"),
		send: ({ catatan }) =>
			post(`${PATH}.surat_masuk.paraf.give_paraf`, { surat_masuk, catatan: catatan || "" }),
		after_sent: (forwarded) => {
			const message = forwarded
				? __("Paraf tercatat, surat diteruskan kepada pimpinan.")
				: __("Paraf tercatat. Operator meneruskan surat ini.");
			frappe.show_alert({ message, indicator: "green" });
			after_sent();
		},
	});
}

function open_dialog_tanpa_disposisi(surat_masuk, after_sent) {
	const warning = __("Surat ini menjadi Selesai. Langkah ini tidak dapat dibatalkan.");
	return open_dialog_kirim({
		title: __("Tidak Perlu Disposisi"),
		fields: [get_text_field(warning), get_note_field(__("Catatan (boleh kosong)"))],
		send_label: __("Nyatakan Tanpa Disposisi"),
		send: ({ catatan }) =>
			post(`${PATH}.disposisi.penyelesaian.note_no_disposisi`, {
				surat_masuk,
				catatan: catatan || "",
			}),
		after_sent,
	});
}

function open_dialog_langsung(surat_masuk, penerima, after_sent) {
	const explanation = __(
		"Surat dikirim kepada pelaksana tanpa menunggu disposisi. Pimpinan tetap melihat surat ini, siapa yang mengirim dan alasannya."
	);
	const dialog = open_dialog_kirim({
		title: __("Kirim Langsung (H-1)"),
		fields: [
			get_text_field(explanation),
			{ fieldname: "penerima", fieldtype: "HTML" },
			{ fieldname: "alasan", fieldtype: "Small Text", label: __("Alasan"), reqd: 1 },
		],
		send_label: __("Kirim Langsung"),
		send: ({ alasan }, open_dialog) => send_directly(surat_masuk, open_dialog, alasan),
		after_sent,
	});
	dialog.fields_dict.penerima.$wrapper.html(get_penerima_html(penerima));
	return dialog;
}

function send_directly(surat_masuk, dialog, alasan) {
	const boxes = dialog.$wrapper.find("[name=kepada]:checked").toArray();
	dialog.$wrapper
		.find(".perlu-diperbaiki")
		.text(boxes.length ? "" : __("Pilih sedikitnya satu jabatan."))
		.toggleClass("hidden", boxes.length > 0);
	if (!boxes.length) return null;
	const kepada = boxes.map((box) => box.value);
	return post(`${PATH}.disposisi.kirim_langsung.send_directly`, { surat_masuk, kepada, alasan });
}

function get_note_field(label) {
	return { fieldname: "catatan", fieldtype: "Small Text", label };
}

function get_text_field(text) {
	return { fieldtype: "HTML", options: `<p>${text}</p>` };
}
