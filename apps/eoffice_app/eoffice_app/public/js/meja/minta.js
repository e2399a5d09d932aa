const PINTU = "eoffice_app.meja.pintu";

/** The office was reached and refused, or was not reached (`status` 0); `signed_out` where the session has ended. */
export class Penolakan extends Error {
	constructor(status, message, signed_out = false) {
		super(message);
		this.status = status;
		this.signed_out = signed_out;
	}
}

/**
 * Ask the server for something that Meja shows, without Frappe's windows and its freezing: much of it is asked for
 * ahead, while somebody writes.
 *
 * @param {string} method function of the room's `pintu`
 * @param {object} [args] its arguments; what is empty is left out
 * @returns {Promise} resolves with what the function returned
 * @throws {Penolakan} it was refused, or the server was not reached
 */
export async function ask(method, args = {}) {
	return read_answer(await fetch_from(get_address(method, args)));
}

/** Ask a function that takes POST alone, by its whole path; see `ask`. */
export async function ask_by_post(path, args) {
	const options = { method: "POST", body: JSON.stringify(args) };
	return read_answer(await fetch_from(`/api/method/${path}`, options));
}

/** Ask for a picture; see `ask`. */
export async function ask_picture(method, args, signal) {
	const response = await fetch_from(get_address(method, args), { signal });
	if (response.ok) return response.blob();
	throw refuse(response.status, await response.json().catch(() => ({})));
}

/** Name a thing that waits in the arguments of the server's functions. */
export function name_letter({ jenis_surat, surat, disposisi }) {
	const which = jenis_surat === "Surat Keluar" ? "surat_keluar" : "surat_masuk";
	const name = typeof disposisi === "string" ? disposisi : disposisi?.name;
	return { [which]: surat, ...(name ? { disposisi: name } : {}) };
}

/**
 * Whether the browser's session is no longer that of the page. The server says so once, to whichever window asks first,
 * and to the others only that they may not.
 */
function is_signed_out() {
	return decodeURIComponent(frappe.get_cookie("user_id") || "") !== frappe.session.user;
}

function get_address(method, args) {
	const given = Object.entries(args).filter(([, value]) => value || value === 0);
	return `/api/method/${PINTU}.${method}?${new URLSearchParams(given)}`;
}

async function fetch_from(address, options) {
	const headers = {
		Accept: "application/json",
		"Content-Type": "application/json",
		"X-Frappe-CSRF-Token": frappe.csrf_token,
	};
	try {
		// What is shown of a letter stays on no disk.
		return await fetch(address, { headers, cache: "no-store", ...options });
	} catch (error) {
		if (error.name === "AbortError") throw error;
		throw new Penolakan(0, __("Server tidak terjangkau. Periksa sambungan jaringan."));
	}
}

async function read_answer(response) {
	const answer = await response.json().catch(() => ({}));
	if (response.ok) return answer.message;
	throw refuse(response.status, answer);
}

function refuse(status, answer) {
	const signed_out = Boolean(answer.session_expired) || is_signed_out();
	if (signed_out) frappe.app.handle_session_expired();
	return new Penolakan(status, read_message(answer), signed_out);
}

function read_message({ _server_messages }) {
	try {
		const [first] = JSON.parse(_server_messages);
		const page = new DOMParser().parseFromString(JSON.parse(first).message, "text/html");
		return page.body.textContent.trim();
	} catch {
		return __("Surat ini belum dapat dimuat. Coba lagi sebentar lagi.");
	}
}
