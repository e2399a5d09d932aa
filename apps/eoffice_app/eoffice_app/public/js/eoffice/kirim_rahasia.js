import { read_message } from "./unggah_berkas";

/**
 * Call a whitelisted function of the server with an argument that nothing may keep.
 *
 * frappe.call keeps the arguments of a request for its error reports, which a user may send on by e-mail.
 *
 * @param {string} method dotted path of the function
 * @param {object} args its arguments
 * @returns {Promise} resolves with what the function returned; rejects with a message as HTML
 */
export async function post_secret(method, args) {
	let answer;
	try {
		const response = await fetch(`/api/method/${method}`, {
			method: "POST",
			headers: { "X-Frappe-CSRF-Token": frappe.csrf_token, Accept: "application/json" },
			body: new URLSearchParams(args),
		});
		answer = await response.json();
	} catch {
		throw new Error(
			__("Permintaan tidak sampai ke server. Periksa sambungan, lalu coba lagi.")
		);
	}
	if (answer.message === undefined)
		throw new Error(read_message(answer) || __("Permintaan ditolak server."));
	return answer.message;
}
