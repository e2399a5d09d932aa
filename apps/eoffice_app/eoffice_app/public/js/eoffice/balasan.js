import { escape_text, format_day } from "./teks";
import { take_ahead } from "./bekal";

const PATH = "eoffice_app.persuratan.konsep.balasan";

/**
 * Show the replies to an incoming letter that the user may see, and offer to write one.
 *
 * @param {object} frm form of a Surat Masuk that is saved
 */
export function show_balasan(frm) {
	const surat_masuk = frm.docname;
	take_ahead(frm, "balasan", () => ask("get_balasan", { surat_masuk })).then(
		({ balasan, boleh }) => {
			// The user may have moved on to another letter while the server was answering.
			if (frm.docname !== surat_masuk) return;
			if (boleh) frm.add_custom_button(__("Balas"), () => write_balasan(surat_masuk));
			if (balasan.length) draw(frm, __("Dibalas dengan"), balasan.map(get_balasan_html));
		}
	);
}

/**
 * Show which letter an outgoing one answers, if the user may see that.
 *
 * @param {object} frm form of a Surat Keluar
 */
export function show_dibalas(frm) {
	if (frm.is_new() || !frm.doc.membalas) return;
	const surat_keluar = frm.docname;
	ask("get_dibalas", { surat_keluar }).then((dibalas) => {
		if (!dibalas || frm.docname !== surat_keluar) return;
		draw(frm, __("Membalas surat"), [get_dibalas_html(dibalas)]);
	});
}

function ask(method, args) {
	return frappe
		.call({ method: `${PATH}.${method}`, args, type: "GET" })
		.then(({ message }) => message);
}

function write_balasan(surat_masuk) {
	Promise.all([
		ask("get_usulan_balasan", { surat_masuk }),
		new Promise((resolve) => frappe.model.with_doctype("Surat Keluar", resolve)),
	]).then(([{ tujuan, ...values }]) => {
		const doc = Object.assign(frappe.model.get_new_doc("Surat Keluar"), values);
		doc.tujuan = [];
		tujuan.forEach((row) =>
			Object.assign(frappe.model.add_child(doc, "Penerima Surat Keluar", "tujuan"), row)
		);
		frappe.set_route("Form", doc.doctype, doc.name);
	});
}

function draw(frm, label, lines) {
	// A form may be drawn twice before the first answer is there.
	frm.bagian_balasan?.closest(".form-dashboard-section").remove();
	frm.bagian_balasan = frm.dashboard.add_section(lines.join(""), label);
	frm.dashboard.show();
}

function get_balasan_html({ name, nomor, tanggal_surat, perihal, workflow_state }) {
	const said = [nomor || __("Belum bernomor"), format_day(tanggal_surat), perihal];
	return `<div>${get_link_html("Surat Keluar", name, said)}
		<span class="text-muted">${escape_text(__(workflow_state))}</span></div>`;
}

function get_dibalas_html({ name, nomor_agenda, nomor_surat, tanggal_surat, perihal }) {
	const said = [
		__("Agenda {0}", [nomor_agenda]),
		nomor_surat,
		format_day(tanggal_surat),
		perihal,
	];
	return `<div>${get_link_html("Surat Masuk", name, said)}</div>`;
}

function get_link_html(doctype, name, said) {
	const text = said.filter(Boolean).map(escape_text).join(" · ");
	return `<a class="tautan-surat" href="${frappe.utils.get_form_link(doctype, name)}">${text}</a>`;
}
