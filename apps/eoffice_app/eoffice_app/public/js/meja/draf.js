// What was typed on a letter and not sent. It is kept in the tab alone, and only for the one who typed it: it outlives a
// session that ended, and a page that was loaded anew, but not the tab.

const KEY = "eoffice-meja";
const SENDING = "dikirim";

/** Return what the user typed on a thing that waits, or null. */
export function read_draf(kunci) {
	try {
		return JSON.parse(sessionStorage.getItem(get_key(kunci)));
	} catch {
		return null;
	}
}

/** Keep what is typed; without room for it, it is kept on the page alone. */
export function keep_draf(kunci, values) {
	try {
		sessionStorage.setItem(get_key(kunci), JSON.stringify(values));
	} catch {
		// A full store must not keep anybody from typing.
	}
}

/** Forget what was typed, once it was sent. */
export function forget_draf(kunci) {
	sessionStorage.removeItem(get_key(kunci));
	if (read_sending() === kunci) sessionStorage.removeItem(get_key(SENDING));
}

/** Note what is being sent: whoever has to sign in anew before it was comes back to it. */
export function note_sending(kunci) {
	keep_draf(SENDING, kunci);
}

/** @returns {string} the key of what was being sent last and was not, or null */
export function read_sending() {
	return read_draf(SENDING);
}

function get_key(kunci) {
	return `${KEY}/${frappe.session.user}/${kunci}`;
}
