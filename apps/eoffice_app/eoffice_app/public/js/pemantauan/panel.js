import { ask } from "../bersama/server";
import { escape_text } from "../eoffice/teks";
import { get_pohon_html } from "../eoffice/pohon_disposisi";
import { teach_tree_keys } from "../eoffice/kunci_pohon";

const POHON = "eoffice_app.persuratan.disposisi.pohon.get_pohon";

/**
 * Show the course of a letter beside the page.
 *
 * @param {object} surat `jenis` and `surat`, and `perihal` where it is known
 */
export function open_panel({ jenis, surat, perihal }) {
	const dialog = new frappe.ui.Dialog({ title: perihal || __(jenis) });
	dialog.$wrapper.addClass("dialog-eoffice panel-pantau");
	dialog.$wrapper.on("hidden.bs.modal", () => dialog.$wrapper.remove());
	const $body = $(dialog.body).html(`<p role="status">${__("Memuat …")}</p>`);
	dialog.set_primary_action(__("Buka surat"), () => {
		dialog.hide();
		frappe.set_route("Form", jenis, surat);
	});
	dialog.show();
	show_course($body, surat);
	return dialog;
}

function show_course($body, surat_masuk) {
	const params = new URLSearchParams({ surat_masuk });
	ask(`${POHON}?${params}`).then(
		(pohon) => {
			pohon.akar.forEach(withhold_steps);
			$body.html(get_pohon_html(pohon, __("Surat ini belum didisposisikan.")));
			teach_tree_keys($body);
		},
		(failure) => $body.html(`<p role="alert">${escape_text(get_reason(failure))}</p>`)
	);
}

/** Here one looks; what one does belongs on the letter's own page. */
function withhold_steps(node) {
	node.boleh = {};
	node.anak.forEach(withhold_steps);
}

function get_reason(failure) {
	return failure.status === 404
		? __("Surat ini tidak ditemukan, atau bukan lagi untuk Anda.")
		: __("Perjalanan surat tidak dapat dimuat. Periksa sambungan Anda, lalu buka lagi.");
}
