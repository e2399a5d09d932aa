import { open_dialog_kirim } from "./dialog_kirim";
import { escape_text } from "./teks";
import { post } from "./server";

/**
 * Open the dialog in which the recipient of a disposisi reports back.
 *
 * @param {object} node the disposisi as `get_pohon` gives it
 * @param {function} after_sent called after the report has been stored
 */
export function open_dialog_umpan_balik(node, after_sent) {
	return open_dialog_kirim({
		title: __("Umpan Balik"),
		fields: [
			{
				fieldname: "umpan_balik",
				fieldtype: "Small Text",
				label: __("Hasil pelaksanaan"),
				description: __("Dibaca oleh {0}. Disposisi ini menjadi selesai.", [
					escape_text(node.nama_dari),
				]),
				reqd: 1,
			},
		],
		send_label: __("Kirim"),
		send: ({ umpan_balik }) =>
			post("eoffice_app.persuratan.disposisi.report_back", {
				disposisi: node.name,
				umpan_balik,
			}),
		after_sent: () => {
			frappe.show_alert({ message: __("Umpan balik terkirim."), indicator: "green" });
			after_sent();
		},
	});
}

/**
 * Ask whether an unread disposisi shall be withdrawn, and withdraw it.
 *
 * @param {object} node the disposisi as `get_pohon` gives it
 * @param {function} after_done called after the server answered, also when it refused: somebody may have
 *     read the disposisi in the meantime, and the tree must show it
 */
export function confirm_withdrawal(node, after_done) {
	frappe.confirm(__("Tarik disposisi kepada {0}?", [escape_text(node.nama_kepada)]), () =>
		post("eoffice_app.persuratan.disposisi.withdraw_disposisi", {
			disposisi: node.name,
		}).then(() => {
			frappe.show_alert({ message: __("Disposisi ditarik."), indicator: "green" });
			after_done();
		}, after_done)
	);
}
