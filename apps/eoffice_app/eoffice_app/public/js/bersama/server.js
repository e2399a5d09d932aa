// The office's answers, and its refusals in words that a person can read.

const PATIENCE = 45000;

/** The office was reached and did not do what it was asked. */
export class Penolakan extends Error {
	constructor(status, answer) {
		super(read_message(answer));
		this.status = status;
		this.jenis = answer.exc_type || "";
	}

	/** Whether signing in again is what helps. */
	is_of_session() {
		return this.status === 401 || this.status === 403 || this.jenis === "CSRFTokenError";
	}

	/** Whether the same request would be refused again. */
	is_final() {
		return this.status >= 400 && this.status < 500 && ![408, 429].includes(this.status);
	}
}

/**
 * Call a whitelisted function of the office.
 *
 * @param {string} method dotted path
 * @param {object} [options]
 * @param {object|FormData} [options.args] given for a function that changes something
 * @param {string} [options.token] which such a request carries
 * @returns {Promise} resolves with what the function returned
 * @throws {Penolakan} the office refused
 * @throws {Error} the office was not reached
 */
export async function ask(method, { args, token } = {}) {
	const is_form = args instanceof FormData;
	const response = await fetch(`/api/method/${method}`, {
		method: args ? "POST" : "GET",
		headers: {
			Accept: "application/json",
			"X-Frappe-CSRF-Token": token || "",
			// With a form the browser itself says where its parts are cut.
			...(is_form ? {} : { "Content-Type": "application/json" }),
		},
		body: is_form ? args : args && JSON.stringify(args),
		credentials: "same-origin",
		cache: "no-store",
		signal: stop_after(PATIENCE),
	});
	const answer = await response.json().catch(() => ({}));
	if (!response.ok) throw new Penolakan(response.status, answer);
	return answer.message;
}

function stop_after(milliseconds) {
	const controller = new AbortController();
	setTimeout(() => controller.abort(), milliseconds);
	return controller.signal;
}

function read_message(answer) {
	try {
		const [first] = JSON.parse(answer._server_messages);
		const page = new DOMParser().parseFromString(JSON.parse(first).message, "text/html");
		return page.body.textContent.trim();
	} catch {
		return "";
	}
}
