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
		frappe
			.call({ method, args, type: "POST" })
			.then((answer) => resolve(answer.message), reject);
	});
}

/**
 * Ask a whitelisted function of the server for something that can be missing: no message comes before who works.
 *
 * @param {string} method dotted path of the function
 * @param {object} args its arguments, texts
 * @returns {Promise} resolves with the answer, `message` being what the function returned, or with null where it failed
 */
export async function ask_quietly(method, args) {
	try {
		const answer = await fetch(`/api/method/${method}?${new URLSearchParams(args)}`, {
			headers: { Accept: "application/json" },
		});
		return answer.ok ? await answer.json() : null;
	} catch {
		return null;
	}
}
