const PATH = "eoffice_app.meja.pintu";

/** The office was reached and refused, or was not reached (`status` 0). */
export class Penolakan extends Error {
	constructor(status, message) {
		super(message);
		this.status = status;
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
	const response = await fetch_from(method, args);
	const answer = await response.json().catch(() => ({}));
	if (response.ok) return answer.message;
	throw refuse(response.status, answer);
}

/** Ask for a picture; see `ask`. */
export async function ask_picture(method, args, signal) {
	const response = await fetch_from(method, args, signal);
	if (response.ok) return response.blob();
	throw refuse(response.status, await response.json().catch(() => ({})));
}

/** Name a thing that waits in the arguments of the server's functions. */
export function name_letter({ jenis_surat, surat, disposisi }) {
	const which = jenis_surat === "Surat Keluar" ? "surat_keluar" : "surat_masuk";
	const name = typeof disposisi === "string" ? disposisi : disposisi?.name;
	return { [which]: surat, ...(name ? { disposisi: name } : {}) };
}

async function fetch_from(method, args, signal) {
	const given = Object.entries(args).filter(([, value]) => value || value === 0);
	const query = new URLSearchParams(given);
	try {
		return await fetch(`/api/method/${PATH}.${method}?${query}`, {
			headers: { Accept: "application/json", "X-Frappe-CSRF-Token": frappe.csrf_token },
			// What is shown of a letter stays on no disk.
			cache: "no-store",
			signal,
		});
	} catch (error) {
		if (error.name === "AbortError") throw error;
		throw new Penolakan(0, __("Server tidak terjangkau. Periksa sambungan jaringan."));
	}
}

function refuse(status, answer) {
	if (answer.session_expired) frappe.app.handle_session_expired();
	return new Penolakan(status, read_message(answer));
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
