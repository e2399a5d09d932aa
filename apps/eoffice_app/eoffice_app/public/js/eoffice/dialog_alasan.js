import { open_dialog_kirim } from "./dialog_kirim";
import { post } from "./server";

const PATH = "eoffice_app.persuratan.doctype.surat_masuk.surat_masuk.close_with_reason";

/**
 * Ask why a letter is returned, refused or cancelled, and do it.
 *
 * @param {string} surat_masuk name of the letter
 * @param {string} action the workflow action: Kembalikan, Tolak or Batalkan
 * @param {function} after_sent called after the server has done it
 * @param {function} on_cancelled called when the user changed his mind
 */
export function open_dialog_alasan(surat_masuk, action, after_sent, on_cancelled) {
	return open_dialog_kirim({
		title: __("{0} Surat", [__(action)]),
		fields: [
			{
				fieldname: "alasan",
				fieldtype: "Small Text",
				label: __("Alasan"),
				description: __("Alasan tercatat pada surat dan dapat dibaca oleh operator."),
				reqd: 1,
			},
		],
		send_label: __(action),
		send: ({ alasan }) => post(PATH, { surat_masuk, action, alasan }),
		after_sent,
		on_cancelled,
	});
}
