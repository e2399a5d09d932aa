// What was typed on a letter and not sent. It is kept in the tab alone, and only for the one who typed it: it outlives a
// session that ended, and a page that was loaded anew, but not the tab.

const KEY = "eoffice-meja";

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
}

function get_key(kunci) {
	return `${KEY}/${frappe.session.user}/${kunci}`;
}
