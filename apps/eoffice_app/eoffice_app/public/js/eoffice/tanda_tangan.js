import { escape_text } from "./teks";
import { follow_signing } from "./hasil_tanda_tangan";
import { get_number_fields, read_number } from "./pilihan_nomor";
import { open_dialog_kirim } from "./dialog_kirim";
import { post_secret } from "./kirim_rahasia";

const SIGN = "eoffice_app.tte.penandatanganan.sign_surat";
const WAITING = "Menunggu Tanda Tangan";

/**
 * Ask for the passphrase and sign the letter of a form; by ink there is nothing to ask, so say what to do.
 *
 * @param {object} frm form of a Surat Keluar
 * @param {object} done `after_sent` and `on_cancelled`, see `open_dialog_kirim`
 */
export function open_signing(frm, done) {
	const { elektronik, boleh_mundur } = frm.doc.__onload?.tanda_tangan || {};
	if (!elektronik) return tell_ink(done);
	return open_dialog_passphrase([frm.doc], {
		title: __("Tanda Tangani Surat"),
		number_fields: get_number_fields(boleh_mundur),
		...done,
	});
}

/**
 * Sign the chosen letters of a list in one go.
 *
 * @param {object} listview the list of Surat Keluar
 */
export function sign_chosen(listview) {
	const letters = listview
		.get_checked_items()
		.filter(({ workflow_state }) => workflow_state === WAITING)
		// The oldest first, so that numbers follow the order in which letters were written.
		.sort((first, second) => first.creation.localeCompare(second.creation));
	if (!letters.length) {
		frappe.msgprint({
			title: __("Tidak ada surat untuk ditandatangani"),
			message: __("Pilih surat yang berstatus {0}.", [__(WAITING).bold()]),
		});
		return;
	}
	open_dialog_passphrase(letters, {
		title: __("Tanda Tangani {0} Surat", [letters.length]),
		number_fields: [],
		after_sent: () => listview.refresh(),
	});
}

function open_dialog_passphrase(letters, { number_fields, after_sent, ...options }) {
	const dialog = open_dialog_kirim({
		...options,
		fields: [{ fieldname: "surat", fieldtype: "HTML" }, ...number_fields],
		send_label:
			letters.length > 1
				? __("Tanda Tangani {0} Surat", [letters.length])
				: __("Tanda Tangani"),
		send: (values) => send(dialog, letters, values),
		after_sent: (kelompok) => follow_signing(kelompok, letters, after_sent),
	});
	show_letters(dialog, letters);
	dialog.$wrapper.on("shown.bs.modal", () => get_input(dialog).trigger("focus"));
	return dialog;
}

/**
 * The field is none of Frappe's: those measure a password by sending it to the server, and keep what was typed.
 */
function show_letters(dialog, letters) {
	const id = frappe.utils.get_random(8);
	const items = letters.map(({ perihal }) => `<li>${escape_text(perihal)}</li>`).join("");
	dialog.fields_dict.surat.$wrapper.html(`<ol class="surat-ditandatangani">${items}</ol>
		<div class="form-group">
			<label class="control-label reqd" for="${id}">${__("Passphrase Sertifikat")}</label>
			<input id="${id}" type="password" class="form-control passphrase" autocomplete="one-time-code"
				data-lpignore="true" data-1p-ignore spellcheck="false" aria-describedby="${id}-salah">
			<p id="${id}-salah" class="text-danger passphrase-salah" role="alert"></p>
		</div>`);
}

function send(dialog, letters, values) {
	const $input = get_input(dialog);
	const passphrase = $input.val();
	tell(dialog, "");
	if (!passphrase) {
		tell(dialog, __("Ketik passphrase sertifikat Anda."));
		$input.trigger("focus");
		return undefined;
	}
	$input.val("");
	const daftar = JSON.stringify(
		letters.map(({ name, versi }) => ({ surat_keluar: name, versi }))
	);
	return post_secret(SIGN, { daftar, passphrase, ...read_number(values) }).catch((error) => {
		tell(dialog, error.message);
		$input.trigger("focus");
		throw error;
	});
}

function get_input(dialog) {
	return dialog.$wrapper.find("input.passphrase");
}

function tell(dialog, message) {
	dialog.$wrapper.find(".passphrase-salah").html(message);
}

function tell_ink({ on_cancelled }) {
	on_cancelled();
	frappe.msgprint({
		title: __("Tanda tangan basah"),
		message: __(
			"Surat ini ditandatangani dengan tinta: cetak, tanda tangani, pindai, lalu tekan Unggah Surat Bertanda Tangan."
		),
	});
}
