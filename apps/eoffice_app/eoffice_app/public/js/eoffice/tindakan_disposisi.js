import { escape_text } from "./teks";
import { open_dialog_kirim } from "./dialog_kirim";
import { post } from "./server";

/**
 * Ask whether an unread disposisi shall be withdrawn, and withdraw it.
 *
 * @param {object} node the disposisi as `get_pohon` gives it
 * @param {function} after_done called after the server answered, also when it refused: somebody may have
 *     read the disposisi in the meantime, and the tree must show it
 */
export function confirm_withdrawal(node, after_done) {
	frappe.confirm(__("Tarik disposisi kepada {0}?", [escape_text(node.nama_kepada)]), () =>
		post("eoffice_app.persuratan.disposisi.langkah.withdraw_disposisi", {
			disposisi: node.name,
		}).then(() => {
			frappe.show_alert({ message: __("Disposisi ditarik."), indicator: "green" });
			after_done();
		}, after_done)
	);
}

/**
 * Take the report on a disposisi.
 *
 * @param {object} node the disposisi as `get_pohon` gives it
 * @param {function} after_done called after the server answered, also when it refused
 */
export function accept_report(node, after_done) {
	post("eoffice_app.persuratan.disposisi.umpan_balik.accept_report", { disposisi: node.name }).then(() => {
		frappe.show_alert({ message: __("Umpan balik diterima."), indicator: "green" });
		after_done();
	}, after_done);
}

/**
 * Ask what is missing in a report, and return it.
 *
 * @param {object} node the disposisi as `get_pohon` gives it
 * @param {function} after_sent called after the server has done it
 */
export function open_dialog_pengembalian(node, after_sent) {
	return open_dialog_kirim({
		title: __("Kembalikan Umpan Balik"),
		fields: [
			{
				fieldname: "catatan",
				fieldtype: "Small Text",
				label: __("Yang masih kurang"),
				description: __("Dibaca oleh {0}, yang lalu melengkapi dan melapor lagi.", [
					escape_text(node.nama_kepada),
				]),
				reqd: 1,
			},
		],
		send_label: __("Kembalikan"),
		send: ({ catatan }) =>
			post("eoffice_app.persuratan.disposisi.umpan_balik.return_report", {
				disposisi: node.name,
				catatan,
			}),
		after_sent,
	});
}
