import { open_dialog_kirim } from "./dialog_kirim";
import { post } from "./server";

const PATH = "eoffice_app.loket.akun_portal";

/** Let an Instansi be given portal accounts, and let them be taken from it again. */
export function offer_portal_accounts(frm) {
	const group = __("Akun Portal");
	frm.add_custom_button(__("Undang Akun Portal"), () => invite(frm), group);
	if ((frm.doc.akun_portal || []).length) {
		frm.add_custom_button(__("Cabut Akun Portal"), () => revoke(frm), group);
	}
}

function invite(frm) {
	open_dialog_kirim({
		title: __("Undang Akun Portal"),
		fields: [
			{
				fieldname: "surel",
				fieldtype: "Data",
				options: "Email",
				label: __("Surel"),
				default: frm.doc.surel,
				reqd: 1,
			},
			{ fieldname: "nama", fieldtype: "Data", label: __("Nama Pemilik Akun"), reqd: 1 },
		],
		send_label: __("Undang"),
		send: ({ surel, nama }) =>
			post(`${PATH}.invite_akun`, { instansi: frm.docname, surel, nama }),
		after_sent: (said) => tell(frm, said),
	});
}

function revoke(frm) {
	open_dialog_kirim({
		title: __("Cabut Akun Portal"),
		fields: [
			{
				fieldname: "surel",
				fieldtype: "Select",
				label: __("Akun"),
				options: frm.doc.akun_portal.map(({ user }) => user),
				default: frm.doc.akun_portal[0].user,
				reqd: 1,
			},
		],
		send_label: __("Cabut"),
		send: ({ surel }) => post(`${PATH}.revoke_akun`, { instansi: frm.docname, surel }),
		after_sent: () => tell(frm, __("Akun ini dicabut.")),
	});
}

function tell(frm, message) {
	frappe.show_alert({ message: frappe.utils.escape_html(message), indicator: "green" }, 10);
	frm.reload_doc();
}
