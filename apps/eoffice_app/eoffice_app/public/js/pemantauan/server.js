import { ask } from "../bersama/server";

const PATH = "eoffice_app.pemantauan";

/**
 * Ask one of the monitor's functions, past the desk: what fails is said on the page, and a refresh in the background puts no
 * dialog before who is reading.
 *
 * @param {string} method module and function
 * @param {object} args its arguments; empty ones are left out
 * @returns {Promise} as `ask`
 */
export function ask_monitor(method, args = {}) {
	return ask(get_address(method, args));
}

/** The address of a function of the monitor, below /api/method/. */
export function get_address(method, args) {
	const given = Object.entries(args).filter(([, value]) => value);
	return `${PATH}.${method}?${new URLSearchParams(given)}`;
}
