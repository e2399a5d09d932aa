import { escape_text } from "./teks";
import { open_dialog_kirim } from "./dialog_kirim";
import { post } from "./server";

const PATH = "eoffice_app.persuratan.cetak.massal";
const LEMBAR = "Lembar Disposisi";
// Nothing chosen means what the office has set.
const KERTAS = ["", "A4", "F4"];
const RETURNED = ["Dikembalikan", "Ditolak"];

/**
 * Offer the papers of a letter. Printing is for those whom the office lets print: the operator.
 *
 * @param {object} frm form of a Surat Masuk
 */
export function add_print_buttons(frm) {
	if (!frappe.model.can_print(frm.doctype, frm)) return;
	list_papers(frm.doc).forEach(([label, format]) =>
		frm.add_custom_button(label, () => open_pdf(frm, format), __("Cetak"))
	);
}

/**
 * Offer the routing sheet of a draft to whoever sees it, as soon as there is something on it.
 *
 * @param {object} frm form of a Surat Keluar
 */
export function offer_lembar_paraf(frm) {
	if (!(frm.doc.paraf || []).length || !frappe.model.can_print(frm.doctype, frm)) return;
	frm.add_custom_button(__("Cetak Lembar Paraf"), () => open_pdf(frm, "Lembar Paraf"));
}

function list_papers({ workflow_state }) {
	const papers = [
		[__("Cetak Bukti Registrasi"), "Bukti Registrasi"],
		[__("Cetak Lembar Disposisi"), LEMBAR],
		[__("Cetak Lembar Setengah Folio"), "Lembar Disposisi Setengah Folio"],
		[__("Cetak Kartu Kendali"), "Kartu Kendali"],
	];
	if (!RETURNED.includes(workflow_state)) return papers;
	return [[__("Cetak Surat Pengembalian"), "Surat Pengembalian"], ...papers];
}

function open_pdf(frm, format) {
	window.open(get_pdf_address(frm.doctype, frm.docname, format), "_blank");
}

/** The address of a paper of a document as PDF. */
export function get_pdf_address(doctype, name, format) {
	const query = new URLSearchParams({
		doctype,
		name,
		format,
		no_letterhead: 1,
		_lang: frappe.boot.lang,
	});
	return `/api/method/frappe.utils.print_format.download_pdf?${query}`;
}

/**
 * Offer to print the sheets of the letters marked in a list as one PDF.
 *
 * @param {object} listview list of Surat Masuk
 */
export function add_print_many(listview) {
	if (!frappe.model.can_print(listview.doctype)) return;
	listview.page.add_actions_menu_item(
		__("Cetak Lembar Disposisi"),
		() => ask_format(listview.get_checked_items(true)),
		false
	);
}

function ask_format(names) {
	frappe.call({ method: `${PATH}.list_lembar` }).then(({ message: formats }) =>
		open_dialog_kirim({
			title: __("Cetak {0} Lembar Disposisi", [names.length]),
			fields: [
				{
					fieldname: "format",
					fieldtype: "Select",
					label: __("Naskah"),
					options: formats,
					default: formats.includes(LEMBAR) ? LEMBAR : formats[0],
					description: __(
						"Semua lembar dijadikan satu PDF. Setiap lembar tercatat tercetak."
					),
					reqd: 1,
				},
				{
					fieldname: "kertas",
					fieldtype: "Select",
					label: __("Kertas"),
					options: KERTAS,
				},
			],
			send_label: __("Cetak"),
			send: ({ format, kertas }) => make_pdf(names, format, kertas || ""),
			after_sent: show_result,
		})
	);
}

function make_pdf(names, format, kertas) {
	const message = __("Menyiapkan {0} lembar …", [names.length]);
	frappe.dom.freeze(message);
	return post(`${PATH}.print_lembar`, { names: JSON.stringify(names), format, kertas }).finally(
		() => frappe.dom.unfreeze()
	);
}

/** A window opened after waiting for the server is what browsers block: the user opens the PDF himself. */
function show_result(answer) {
	const refused = tell_refused(answer);
	frappe.msgprint({
		title: __("Cetak Lembar Disposisi"),
		indicator: refused.length ? "orange" : "green",
		message: [
			answer.pdf ? get_pdf_html(answer.pdf, answer.dicetak) : "",
			...refused.map((text) => `<p>${text}</p>`),
		].join(""),
	});
}

function tell_refused({ tidak_boleh, tidak_ditemukan }) {
	const texts = [];
	if (tidak_boleh.length) {
		const numbers = tidak_boleh.map(escape_text).join(", ");
		texts.push(
			__("Tidak dicetak, karena dicetak oleh operator unit lain: agenda {0}.", [numbers])
		);
	}
	if (tidak_ditemukan) {
		texts.push(__("{0} surat tidak ditemukan dan tidak dicetak.", [tidak_ditemukan]));
	}
	return texts;
}

function get_pdf_html(pdf, dicetak) {
	const bytes = Uint8Array.from(atob(pdf), (character) => character.charCodeAt(0));
	const address = URL.createObjectURL(new Blob([bytes], { type: "application/pdf" }));
	return `<p>${__("{0} lembar siap.", [dicetak])}</p>
		<p><a class="btn btn-primary btn-sm" href="${escape_text(address)}" target="_blank"
			rel="noopener">${__("Buka PDF")}</a></p>`;
}
