/**
 * Call a whitelisted function of the server with POST.
 *
 * frappe.xcall neither resolves nor rejects when the server cannot be reached or refuses with 403, so a
 * dialog that waits for it would stay locked; this promise is always settled. Frappe itself shows the
 * message of every answer of the server, so a caller has nothing to say about a rejection.
 *
 * @param {string} method dotted path of the function
 * @param {object} args its arguments
 * @returns {Promise} resolves with what the function returned, rejects with the failed request
 */
export function post(method, args) {
	return new Promise((resolve, reject) => {
		frappe.call({ method, args, type: "POST" }).then(
			(answer) => resolve(answer.message),
			(request) => {
				if (!request.status) tell_server_unreachable();
				reject(request);
			}
		);
	});
}

function tell_server_unreachable() {
	frappe.msgprint({
		title: __("Server tidak terjangkau"),
		indicator: "red",
		message: __("Periksa sambungan jaringan, lalu kirim sekali lagi. Isian Anda masih ada."),
	});
}
