import { get_instruksi_html, get_penerima_html } from "./pilihan_disposisi";
import { get_khusus_html, read_khusus } from "./khusus_penerima";
import { open_dialog_kirim } from "./dialog_kirim";
import { post } from "./server";
import { SIFAT } from "./keadaan";

const PATH = "eoffice_app.persuratan.disposisi.langkah.write_disposisi";

/**
 * Open the dialog in which an official writes a disposisi to one or several posts in one go.
 *
 * @param {string} surat_masuk name of the letter
 * @param {object} pilihan what `get_pilihan_disposisi` answered
 * @param {function} after_sent called after the disposisi have been written
 */
export function open_dialog_disposisi(surat_masuk, pilihan, after_sent) {
	const dialog = open_dialog_kirim({
		title: __("Disposisi"),
		size: "large",
		no_focus: true,
		fields: get_fields(pilihan),
		send_label: __("Kirim Disposisi"),
		send: (values, open_dialog) => send(surat_masuk, values, open_dialog),
		after_sent: (answer, values) => {
			tell_sent(pilihan, values.kepada);
			after_sent();
		},
	});
	dialog.$wrapper.addClass("dialog-disposisi");
	show_pilihan(dialog, pilihan);
	dialog.$wrapper.on("shown.bs.modal", () => focus_first_choice(dialog));
	return dialog;
}

function get_fields(pilihan) {
	return [
		...get_sebagai_fields(pilihan),
		{ fieldname: "penerima", fieldtype: "HTML" },
		{ fieldname: "atur_khusus", fieldtype: "Check", label: __("Atur per penerima") },
		{ fieldname: "khusus", fieldtype: "HTML", depends_on: "atur_khusus" },
		{ fieldtype: "Column Break" },
		{ fieldname: "pilihan_instruksi", fieldtype: "HTML" },
		{ fieldname: "catatan", fieldtype: "Small Text", label: __("Catatan") },
		{
			fieldname: "batas_waktu",
			fieldtype: "Date",
			label: __("Batas Waktu"),
			min_date: frappe.datetime.str_to_obj(pilihan.hari_ini),
			default: pilihan.batas_waktu_usulan,
		},
		{
			fieldname: "sifat",
			fieldtype: "Select",
			label: __("Sifat"),
			options: SIFAT.map((sifat) => ({ value: sifat, label: __(sifat) })),
			default: pilihan.sifat,
		},
		{
			fieldname: "perlu_jawaban",
			fieldtype: "Check",
			label: __("Perlu umpan balik"),
			default: 1,
			depends_on: "eval:!doc.atur_khusus",
		},
	];
}

/** Only who acts for several posts on this letter is asked in whose name he writes. */
function get_sebagai_fields(pilihan) {
	if (pilihan.dari.length < 2) return [];
	return [
		{
			fieldname: "dari",
			fieldtype: "Select",
			label: __("Sebagai"),
			options: pilihan.dari.map((post) => ({ value: post.jabatan, label: post.sebagai })),
			default: pilihan.dari[0].jabatan,
			reqd: 1,
		},
	];
}

function show_pilihan(dialog, pilihan) {
	dialog.fields_dict.pilihan_instruksi.$wrapper.html(get_instruksi_html(pilihan.instruksi));
	show_penerima(dialog, pilihan);
	if (dialog.fields_dict.dari) {
		dialog.fields_dict.dari.df.onchange = () => show_penerima(dialog, pilihan);
	}
	dialog.$wrapper.on("change", "[name=kepada]", () => {
		show_correction(dialog, "");
		show_khusus(dialog, pilihan);
	});
}

/** One set of fields for each ticked post; what has been typed for those still ticked stays. */
function show_khusus(dialog, pilihan) {
	const $place = dialog.fields_dict.khusus.$wrapper;
	const ticked = get_ticked(dialog, "kepada");
	const shown = $place.find(".khusus-penerima").toArray();
	shown
		.filter((fieldset) => !ticked.includes(fieldset.dataset.jabatan))
		.forEach((fieldset) => fieldset.remove());
	const present = shown.map((fieldset) => fieldset.dataset.jabatan);
	pilihan.penerima
		.filter((post) => ticked.includes(post.jabatan) && !present.includes(post.jabatan))
		.forEach((post) => $place.append(get_khusus_html(post, pilihan)));
}

/** Each of the user's posts has posts of its own below it. */
function show_penerima(dialog, pilihan) {
	const dari = dialog.get_value("dari") || pilihan.dari[0]?.jabatan;
	const below = pilihan.penerima.filter((post) => !post.dari || post.dari.includes(dari));
	dialog.fields_dict.penerima.$wrapper.html(get_penerima_html(below));
	show_khusus(dialog, pilihan);
}

function focus_first_choice(dialog) {
	dialog.$wrapper.find("[name=kepada]:enabled").first().trigger("focus");
}

function send(surat_masuk, values, dialog) {
	values.kepada = get_ticked(dialog, "kepada");
	if (!values.kepada.length) {
		show_correction(dialog, __("Pilih sedikitnya satu jabatan."));
		focus_first_choice(dialog);
		return null;
	}
	return post(PATH, {
		surat_masuk,
		kepada: values.kepada,
		instruksi: get_ticked(dialog, "instruksi"),
		catatan: values.catatan || "",
		batas_waktu: values.batas_waktu || null,
		sifat: values.sifat || null,
		dari: values.dari || null,
		perlu_jawaban: values.perlu_jawaban ? 1 : 0,
		khusus: values.atur_khusus ? read_khusus(dialog.fields_dict.khusus.$wrapper) : null,
	});
}

function get_ticked(dialog, name) {
	return dialog.$wrapper
		.find(`[name=${name}]:checked`)
		.toArray()
		.map((box) => box.value);
}

function show_correction(dialog, text) {
	dialog.$wrapper.find(".perlu-diperbaiki").text(text).toggleClass("hidden", !text);
}

function tell_sent(pilihan, kepada) {
	const names = pilihan.penerima
		.filter((post) => kepada.includes(post.jabatan))
		.map((post) => frappe.utils.escape_html(post.nama_jabatan));
	frappe.show_alert({
		message: __("Disposisi terkirim kepada {0}", [names.join(", ")]),
		indicator: "green",
	});
}
