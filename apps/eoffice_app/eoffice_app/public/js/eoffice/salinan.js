import { get_pdf_address } from "./cetak";

const PATH = "eoffice_app.saluran";

/** The address of the marked copies of deliveries as one PDF, with the papers that go with each. */
export function get_copies_address(names) {
	const query = new URLSearchParams({ daftar_pengiriman: JSON.stringify(names) });
	return `/api/method/${PATH}.salinan.download_salinan?${query}`;
}

/** Have the deliveries by SRIKANDI written into one file, in a window of its own. */
export function open_srikandi_export(names) {
	open_url_post(`/api/method/${PATH}.srikandi.export_srikandi`, {
		daftar_pengiriman: JSON.stringify(names),
	});
}

/**
 * Offer the papers of one delivery.
 *
 * @param {object} frm form of a Pengiriman Surat
 */
export function add_copy_buttons(frm) {
	if (!frappe.model.can_print(frm.doctype, frm)) return;
	const add = (label, get_address) =>
		frm.add_custom_button(label, () => window.open(get_address(), "_blank"), __("Cetak"));
	const paper = (format) => () => get_pdf_address(frm.doctype, frm.docname, format);
	add(__("Salinan Surat"), () => get_copies_address([frm.docname]));
	add(__("Surat Pengantar"), paper("Surat Pengantar Pengiriman"));
	add(__("Tanda Terima"), paper("Tanda Terima Pengiriman"));
}
