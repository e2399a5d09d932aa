import { escape_text } from "./teks";
import { open_dialog_kirim } from "./dialog_kirim";
import { post } from "./server";

const PATH = "eoffice_app.persuratan.disposisi.umpan_balik.report_back";
const JENIS_BERKAS = [".pdf", ".jpg", ".jpeg", ".png", ".docx", ".xlsx"];

/**
 * Open the dialog in which the recipient of a disposisi reports back, with files if he likes.
 *
 * A report that was returned stands there to be completed; who passed the work on finds the reports of
 * those below him.
 *
 * @param {object} node the disposisi as `get_pohon` gives it
 * @param {function} after_sent called after the report has been stored
 */
export function open_dialog_umpan_balik(node, after_sent) {
	const lampiran = [...node.lampiran];
	const dialog = open_dialog_kirim({
		title: __("Umpan Balik"),
		fields: [
			{
				fieldname: "umpan_balik",
				fieldtype: "Small Text",
				label: __("Hasil pelaksanaan"),
				description: __("Dibaca oleh {0}, yang menerima atau mengembalikannya.", [
					escape_text(node.nama_dari),
				]),
				default: propose_report(node),
				reqd: 1,
			},
			{ fieldname: "lampiran", fieldtype: "HTML" },
		],
		send_label: __("Kirim"),
		send: ({ umpan_balik }) => post(PATH, { disposisi: node.name, umpan_balik, lampiran }),
		after_sent: () => {
			frappe.show_alert({ message: __("Umpan balik terkirim."), indicator: "green" });
			after_sent();
		},
	});
	show_lampiran(dialog, lampiran);
	return dialog;
}

function propose_report(node) {
	if (node.umpan_balik) return node.umpan_balik;
	const reports = node.anak.filter((child) => child.status === "Selesai" && child.umpan_balik);
	if (reports.length === 1) return reports[0].umpan_balik;
	return reports.map((child) => `${child.nama_kepada}: ${child.umpan_balik}`).join("\n");
}

function show_lampiran(dialog, lampiran) {
	const $place = dialog.fields_dict.lampiran.$wrapper;
	const redraw = () => show_lampiran(dialog, lampiran);
	$place.html(`<ul class="daftar-lampiran">${lampiran.map(get_file_html).join("")}</ul>
		<button type="button" class="btn btn-default btn-sm tambah-lampiran">${__(
			"Tambah Lampiran"
		)}</button>`);
	$place.find(".tambah-lampiran").on("click", () => choose_files(lampiran, redraw));
	$place.find("[data-hapus]").on("click", (event) => {
		lampiran.splice(cint(event.currentTarget.dataset.hapus), 1);
		redraw();
	});
}

function get_file_html(address, number) {
	const name = escape_text(decodeURIComponent(address.split("/").pop()));
	return `<li><span>${name}</span>
		<button type="button" class="btn btn-xs btn-default" data-hapus="${number}"
			aria-label="${__("Hapus {0}", [name])}">×</button></li>`;
}

/** The files stay the user's own until the report is sent: only then do others see them. */
function choose_files(lampiran, redraw) {
	const uploader = new frappe.ui.FileUploader({
		dialog_title: __("Tambah Lampiran"),
		allow_multiple: true,
		make_attachments_public: false,
		disable_file_browser: true,
		restrictions: { allowed_file_types: JENIS_BERKAS },
		upload_notes: __("PDF, JPG, PNG, Word (docx) atau Excel (xlsx)."),
		on_success: (file) => {
			lampiran.push(file.file_url);
			redraw();
		},
	});
	uploader.dialog.$wrapper.addClass("unggah-scan");
}
