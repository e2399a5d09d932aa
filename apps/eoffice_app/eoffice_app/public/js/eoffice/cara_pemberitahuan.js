import { open_dialog_kirim } from "./dialog_kirim";
import { post } from "./server";

const PATH = "eoffice_app.persuratan.pemberitahuan.cara.";
const CARA = ["Langsung", "Ringkasan Pagi"];

/** Put the choice of how one is told of letters into the user's own menu, before the desk draws it. */
export function offer_cara_pemberitahuan() {
	frappe.boot?.navbar_settings?.settings_dropdown?.unshift({
		item_label: __("Cara Pemberitahuan"),
		item_type: "Action",
		action: "eoffice.open_dialog_cara_pemberitahuan()",
		hidden: 0,
	});
}

/** Open the dialog in which the user chooses between notices at once and one digest in the morning. */
export function open_dialog_cara_pemberitahuan() {
	frappe.xcall(`${PATH}get_cara_pemberitahuan`).then((cara) =>
		open_dialog_kirim({
			title: __("Cara Pemberitahuan"),
			fields: [
				{
					fieldname: "cara",
					fieldtype: "Select",
					label: __("Beri tahu saya tentang surat"),
					options: CARA.map((value) => ({ value, label: __(value) })),
					default: cara,
					reqd: 1,
					description: __(
						"Ringkasan Pagi: satu surel dan satu lonceng setiap pagi hari kerja. Surat dengan derajat tertinggi tetap diberitahukan langsung."
					),
				},
			],
			send_label: __("Simpan"),
			send: (values) => post(`${PATH}set_cara_pemberitahuan`, { cara: values.cara }),
			after_sent: () =>
				frappe.show_alert({ message: __("Pilihan disimpan."), indicator: "green" }),
		})
	);
}
