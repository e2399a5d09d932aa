import { open_dialog_kirim } from "./dialog_kirim";
import { post } from "./server";

const PATH = "eoffice_app.surel_masuk";

/**
 * Show the buttons of a mailbox to those who look after it.
 *
 * @param {object} frm form of a Kotak Surat Masuk
 */
export function offer_steps_of_kotak(frm) {
	if (!is_keeper(frm.doc.jenis)) return;
	frm.add_custom_button(__("Ambil Sekarang"), () => fetch_now(frm));
	frm.add_custom_button(__("Ganti Kata Sandi"), () => ask_password(frm));
}

function is_keeper(jenis) {
	const operator = jenis === "Sanapati" ? "Operator Sandi" : "Operator Surat";
	return ["Pengelola E-Office", "System Manager", operator].some((role) =>
		frappe.user.has_role(role)
	);
}

async function fetch_now(frm) {
	await post(`${PATH}.tindakan.fetch_now`, { kotak: frm.doc.name });
	frappe.show_alert({
		message: __("Pengambilan dimulai. Muat ulang sebentar lagi untuk melihat hasilnya."),
		indicator: "blue",
	});
}

function ask_password(frm) {
	const dialog = open_dialog_kirim({
		title: __("Ganti Kata Sandi"),
		fields: [
			{
				fieldname: "passphrase",
				fieldtype: "Password",
				label: __("Kata Sandi Baru"),
				description: __(
					"Ganti dulu di server surel, lalu ketik di sini. Disimpan hanya bila diterima server."
				),
				reqd: 1,
			},
		],
		send_label: __("Simpan"),
		send: ({ passphrase }) =>
			post(`${PATH}.kata_sandi.change_password`, { kotak: frm.doc.name, passphrase }),
		after_sent: () => frm.reload_doc(),
	});
	// Frappe would send what is typed to the server to measure it.
	dialog.get_field("passphrase").disable_password_checks();
}
