import { ask } from "../bersama/server";
import { escape_text } from "../eoffice/teks";
import { get_pohon_html } from "../eoffice/pohon_disposisi";
import { read_kisah } from "../eoffice/kisah";
import { teach_tree_keys } from "../eoffice/kunci_pohon";

const POHON = "eoffice_app.persuratan.disposisi.pohon.get_pohon";

/**
 * Show the course of a letter beside the page: an incoming one's tree, and the story of either kind.
 *
 * @param {object} surat `jenis` and `surat`, and `perihal`
 */
export function open_panel({ jenis, surat, perihal }) {
	// Frappe takes a dialog's title for HTML.
	const dialog = new frappe.ui.Dialog({ title: escape_text(perihal) || __(jenis) });
	dialog.$wrapper.addClass("dialog-eoffice panel-pantau");
	dialog.$wrapper.on("hidden.bs.modal", () => dialog.$wrapper.remove());
	const $body = $(dialog.body).html(
		`<div class="pohon-panel"></div>
		<h4>${__("Riwayat surat")}</h4>
		<div class="kisah-panel" role="status">${__("Memuat …")}</div>`
	);
	dialog.set_primary_action(__("Buka surat"), () => {
		dialog.hide();
		frappe.set_route("Form", jenis, surat);
	});
	dialog.show();
	if (jenis === "Surat Masuk") show_tree($body.find(".pohon-panel"), surat);
	show_story($body.find(".kisah-panel"), jenis, surat);
}

function show_tree($place, surat_masuk) {
	// What fails here fails for the story too, which says so.
	ask(`${POHON}?${new URLSearchParams({ surat_masuk })}`).then((pohon) => {
		pohon.akar.forEach(withhold_steps);
		$place.html(get_pohon_html(pohon, __("Surat ini belum didisposisikan.")));
		teach_tree_keys($place);
	}, $.noop);
}

/** Here one looks; what one does belongs on the letter's own page. */
function withhold_steps(node) {
	node.boleh = {};
	node.anak.forEach(withhold_steps);
}

function show_story($place, jenis, surat) {
	read_kisah(jenis, surat).then(
		(html) => $place.html(html),
		(failure) => $place.html(`<p role="alert">${escape_text(get_reason(failure))}</p>`)
	);
}

function get_reason(failure) {
	return failure.status === 404
		? __("Surat ini tidak ditemukan, atau bukan lagi untuk Anda.")
		: __("Perjalanan surat tidak dapat dimuat. Periksa sambungan Anda, lalu buka lagi.");
}
