import { escape_text, format_moment } from "./teks";
import { SIFAT_RAHASIA } from "./keadaan";

const PATH = "eoffice_app.hak_akses.riwayat";
// DocType → the function that reads its log, the argument that names the letter, and the posts that own it.
const LOGS = {
	"Surat Masuk": ["get_riwayat_buka", "surat_masuk", ["tujuan"]],
	"Surat Keluar": [
		"get_riwayat_buka_keluar",
		"surat_keluar",
		["jabatan_penyusun", "penanda_tangan"],
	],
};

/**
 * Offer the read log of a secret letter to its owner: who holds the post it is addressed to, and the operator sandi;
 * of an outgoing one who holds the post that drafted or signs it.
 *
 * @param {object} frm form of a Surat Masuk or Surat Keluar
 */
export function offer_read_log(frm) {
	if (SIFAT_RAHASIA.includes(frm.doc.sifat) && is_owner(frm)) {
		frm.add_custom_button(__("Riwayat Buka"), () => show_read_log(frm));
	}
}

function is_owner({ doc, doctype }) {
	const posts = frappe.boot.eoffice?.jabatan || [];
	const [, , owners] = LOGS[doctype];
	if (owners.some((field) => posts.includes(doc[field]))) return true;
	return doctype === "Surat Masuk" && frappe.user.has_role("Operator Sandi");
}

function show_read_log(frm) {
	const [name, argument] = LOGS[frm.doctype];
	const args = { [argument]: frm.docname };
	frappe.call({ method: `${PATH}.${name}`, args, type: "GET" }).then(({ message }) => {
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
