import { escape_text, format_moment } from "./teks";
import { SIFAT_RAHASIA } from "./keadaan";

const METHOD = "eoffice_app.hak_akses.riwayat.get_riwayat_buka";

/**
 * Offer the read log of a secret letter to its owner: who holds the post it is addressed to, and the operator sandi.
 *
 * @param {object} frm form of a Surat Masuk
 */
export function offer_read_log(frm) {
	if (SIFAT_RAHASIA.includes(frm.doc.sifat) && is_owner(frm.doc)) {
		frm.add_custom_button(__("Riwayat Buka"), () => show_read_log(frm));
	}
}

function is_owner({ tujuan }) {
	const posts = frappe.boot.eoffice?.jabatan || [];
	return posts.includes(tujuan) || frappe.user.has_role("Operator Sandi");
}

function show_read_log(frm) {
	const args = { surat_masuk: frm.docname };
	frappe.call({ method: METHOD, args, type: "GET" }).then(({ message }) => {
		frappe.msgprint({
			title: __("Riwayat Buka {0}", [frm.doc.nomor_agenda || ""]),
			message: get_table_html(message),
			wide: true,
		});
	});
}

function get_table_html(rows) {
	const headings = [__("Waktu"), __("Nama"), __("Sebagai"), __("Melalui")];
	const head = headings.map((heading) => `<th>${heading}</th>`).join("");
	const body = rows.map(get_row_html).join("");
	return `<table class="table table-bordered">
		<thead><tr>${head}</tr></thead><tbody>${body}</tbody></table>`;
}

function get_row_html({ waktu, nama, sebagai, pintu }) {
	const cells = [format_moment(waktu), nama, sebagai, __(pintu)];
	return `<tr>${cells.map((cell) => `<td>${escape_text(cell)}</td>`).join("")}</tr>`;
}
