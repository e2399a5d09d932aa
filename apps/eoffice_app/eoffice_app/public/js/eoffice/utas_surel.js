import { escape_text } from "./teks";

const PATH = "eoffice_app.surel_masuk.utas.get_utas";

/**
 * Show above a submission which mail or letter it answers, and what answers it.
 *
 * @param {object} frm form of a Pengajuan Surat
 */
export async function show_utas(frm) {
	const { docname } = frm;
	if (!frm.doc.message_id) return;
	const { message: rows = [] } = await frappe.call({ method: PATH, args: { pengajuan: docname } });
	// Another submission may be open by now.
	if (frm.docname !== docname || !rows.length) return;
	const answered = rows.filter(({ membalas }) => membalas).map(get_link_html);
	const answers = rows.filter(({ membalas }) => !membalas).map(get_link_html);
	const lines = [
		answered.length && __("Menjawab: {0}", [answered.join(", ")]),
		answers.length && __("Dijawab oleh: {0}", [answers.join(", ")]),
	].filter(Boolean);
	frm.set_intro(lines.join("<br>"), "blue");
}

function get_link_html({ doctype, name, nomor }) {
	return `<a href="${frappe.utils.get_form_link(doctype, name)}">${escape_text(nomor)}</a>`;
}
