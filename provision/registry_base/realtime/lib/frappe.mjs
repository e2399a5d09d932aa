/** Asks Frappe who somebody is and what they may read: this server decides nothing itself. */
import { cookie } from "./packages.mjs";

const TIMEOUT = 10_000;

/** What Frappe needs to know a caller again, taken from the request that opened the connection. */
export function credentialsOf(headers) {
	const { sid } = cookie.parse(headers.cookie ?? "");
	const credentials = {};
	if (sid) credentials.Cookie = cookie.serialize("sid", sid);
	else if (headers.authorization) credentials.Authorization = headers.authorization;
	else return null;
	// A session may be bound to the address it was opened from.
	const address = headers["x-forwarded-for"];
	return address ? { ...credentials, "X-Forwarded-For": address } : credentials;
}

/** Frappe, as one caller on one site sees it. */
export class Frappe {
	#webServer;

	/** @param {{webServer: string}} configuration as `readConfiguration` returns it */
	constructor({ webServer }) {
		this.#webServer = webServer;
	}

	async #call(caller, method, parameters = {}) {
		const address = new URL(`/api/method/frappe.realtime.${method}`, this.#webServer);
		address.search = new URLSearchParams(parameters);
		return fetch(address, {
			headers: { ...caller.credentials, "X-Frappe-Site-Name": caller.site },
			redirect: "error",
			signal: AbortSignal.timeout(TIMEOUT),
		});
	}

	/**
	 * @param {{site: string, credentials: object}} caller
	 * @returns {Promise<{user: string, user_type: string}>} "Guest" for a session that has ended
	 * @throws {Error} when Frappe does not answer or refuses
	 */
	async userOf(caller) {
		const response = await this.#call(caller, "get_user_info");
		if (!response.ok) throw new Error(`Frappe answered ${response.status}`);
		return (await response.json()).message;
	}

	/** Whether the caller may read a document. A failure to ask is a no. */
	async mayReadDocument(caller, doctype, docname) {
		const response = await this.#call(caller, "can_subscribe_doc", { doctype, docname });
		return this.#isYes(response);
	}

	/** Whether the caller may read documents of a kind. A failure to ask is a no. */
	async mayReadDoctype(caller, doctype) {
		return this.#isYes(await this.#call(caller, "can_subscribe_doctype", { doctype }));
	}

	async #isYes(response) {
		return response.ok && (await response.json()).message === true;
	}
}
