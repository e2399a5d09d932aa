// The answer to a sign-in, with its cookie, takes a moment to reach the browser.
const SIGN_IN_TAKES = 2000;

/** Tell who works with an operator's account that it has been opened elsewhere and is closed here. */
export function tell_of_takeover() {
	$(document).on("app_ready", () => {
		frappe.realtime.on("akun_dibuka_di_tempat_lain", () =>
			setTimeout(tell_when_signed_out, SIGN_IN_TAKES)
		);
	});
}

async function tell_when_signed_out() {
	// A second tab of the browser that signed in anew goes on with the new session.
	const answer = await fetch("/api/method/frappe.auth.get_logged_user");
	if (answer.ok) return;
	// The desk asks for things on its own, and would go to the sign-in page before this has been read.
	frappe.app.handle_session_expired = () => {};
	const message = __(
		"Akun operator ini baru saja dibuka di komputer atau peramban lain, sehingga di sini ditutup. Satu akun hanya untuk satu operator: bila bukan Anda yang membukanya, masuk kembali dan ganti kata sandi."
	);
	// A dialog of its own: the desk's common one comes and goes with what the desk asks for.
	new frappe.ui.Dialog({
		title: __("Akun dibuka di tempat lain"),
		indicator: "red",
		fields: [{ fieldtype: "HTML", options: `<p>${message}</p>` }],
		primary_action_label: __("Masuk Kembali"),
		primary_action: () => frappe.app.redirect_to_login(),
	}).show();
}
