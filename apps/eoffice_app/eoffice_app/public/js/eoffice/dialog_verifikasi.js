import { describe_unmet, get_daftar_html, read_daftar } from "./daftar_periksa";
import { open_dialog_kirim } from "./dialog_kirim";
import { post } from "./server";

const PATH = "eoffice_app.persuratan.surat_masuk.verifikasi";

/** Ask the server for the office's checklist; resolves with an empty list where the office has none. */
export function list_butir() {
	return post(`${PATH}.list_butir`);
}

/**
 * Let the verifikator tick the office's checklist and declare the letter verified, or go on to return it.
 *
 * @param {string} surat_masuk name of the letter
 * @param {object[]} butir what `list_butir` answered
 * @param {object} then
 * @param {function} then.after_sent called after the server has done it
 * @param {function} then.on_cancelled called when the user changed his mind
 * @param {function} then.on_return takes what was found, when the user wants to return the letter
 */
export function open_dialog_verifikasi(
	surat_masuk,
	butir,
	{ after_sent, on_cancelled, on_return }
) {
	let returning = null;
	const dialog = open_dialog_kirim({
		title: __("Verifikasi Surat"),
		fields: [{ fieldname: "daftar", fieldtype: "HTML", options: get_daftar_html(butir) }],
		send_label: __("Verifikasi"),
		send: (values, { $wrapper }) => send(surat_masuk, $wrapper),
		after_sent,
		on_cancelled: () => (returning ? on_return(returning) : on_cancelled()),
	});
	dialog.set_secondary_action_label(__("Kembalikan"));
	dialog.set_secondary_action(() => {
		returning = read_daftar(dialog.$wrapper);
		dialog.hide();
	});
}

function send(surat_masuk, $wrapper) {
	const hasil = read_daftar($wrapper);
	const missing = hasil.filter(({ wajib, sesuai }) => wajib && !sesuai);
	tell_missing($wrapper.find(".perlu-diperbaiki"), missing);
	return missing.length ? null : post(`${PATH}.verify_surat`, { surat_masuk, hasil });
}

function tell_missing($place, missing) {
	const advice = __("Lengkapi butir wajib, atau kembalikan surat ini kepada pengirim.");
	$place.text(`${describe_unmet(missing)}\n${advice}`).toggleClass("hidden", !missing.length);
}
