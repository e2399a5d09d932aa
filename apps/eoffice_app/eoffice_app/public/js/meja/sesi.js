/**
 * Say that the session ended before the sign-in page comes: Frappe goes there without a word, and whoever was writing
 * wants to know what became of it.
 *
 * @param {function} is_up whether Meja is before the user; elsewhere Frappe's own way goes on
 */
export function tell_of_session_end(is_up) {
	const go_on = frappe.app.handle_session_expired.bind(frappe.app);
	let dialog = null;
	frappe.app.handle_session_expired = () => {
		if (!is_up()) return go_on();
		dialog = dialog || make_dialog();
		return dialog.show();
	};
}

function make_dialog() {
	const message = __(
		"Masuk kembali untuk melanjutkan. Yang Anda tulis tersimpan di jendela ini dan tampil lagi pada suratnya."
	);
	return new frappe.ui.Dialog({
		title: __("Sesi Anda berakhir"),
		indicator: "orange",
		fields: [{ fieldtype: "HTML", options: `<p>${message}</p>` }],
		primary_action_label: __("Masuk Kembali"),
		primary_action: () => frappe.app.redirect_to_login(),
	});
}
