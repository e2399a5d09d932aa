import { describe_unmet, get_cela_html, read_cela } from "./daftar_periksa";
import { open_dialog_kirim } from "./dialog_kirim";
import { post } from "./server";

const PATH = "eoffice_app.persuratan.doctype.surat_masuk.surat_masuk.close_with_reason";

/**
 * Ask why a letter is returned, refused or cancelled, and do it.
 *
 * @param {string} surat_masuk name of the letter
 * @param {string} action the workflow action: Kembalikan, Tolak or Batalkan
 * @param {object} found
 * @param {object[]} [found.hasil] what the verifikator found just now (see `read_daftar`)
 * @param {object[]} [found.butir] where he has not looked yet: the office's checklist, offered as reasons
 * @param {function} after_sent called after the server has done it
 * @param {function} on_cancelled called when the user changed his mind
 */
export function open_dialog_alasan(surat_masuk, action, found, after_sent, on_cancelled) {
	const { hasil, butir = [] } = found;
	const dialog = open_dialog_kirim({
		title: __("{0} Surat", [__(action)]),
		fields: [
			{ fieldname: "cela", fieldtype: "HTML", options: get_cela_html(butir) },
			{
				fieldname: "alasan",
				fieldtype: "Small Text",
				label: __("Alasan"),
				description: __("Alasan tercatat pada surat dan dapat dibaca oleh operator."),
				default: hasil ? describe_unmet(hasil) : "",
				reqd: 1,
			},
		],
		send_label: __(action),
		send: ({ alasan }, { $wrapper }) =>
			post(PATH, { surat_masuk, action, alasan, hasil: hasil || read_unmet($wrapper) }),
		after_sent,
		on_cancelled,
	});
	dialog.$wrapper.find(".daftar-cela").on("change", ({ target }) => {
		const line = describe_unmet([{ butir: target.value }]);
		dialog.set_value("alasan", toggle_line(dialog.get_value("alasan"), line, target.checked));
	});
	return dialog;
}

/** Nothing ticked is nothing found: a letter may go back for another reason. */
function read_unmet($wrapper) {
	const hasil = read_cela($wrapper);
	return hasil.some(({ sesuai }) => !sesuai) ? hasil : undefined;
}

function toggle_line(text, line, wanted) {
	const others = (text || "").split("\n").filter((each) => each && each !== line);
	return (wanted ? [...others, line] : others).join("\n");
}
