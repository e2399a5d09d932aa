const OLDEST = 60 * 1000;

let asked_at = Date.now();

/**
 * Keep the desk's knowledge of the user's place in the office true while it stays open: at midnight a Plh.
 * begins or ends, and during the day a new holder is entered. Tells at the start whom nothing reaches.
 */
export function keep_kedudukan() {
	$(document).on("app_ready", () => {
		tell_warning();
		frappe.realtime.on("pemangku_berubah", refresh_kedudukan);
		frappe.router.on("change", refresh_when_old);
		document.addEventListener("visibilitychange", () => {
			if (!document.hidden) refresh_when_old();
		});
	});
}

/**
 * Ask the server for which posts the user acts now.
 *
 * @returns {Promise<string[]>} names of Jabatan
 */
function refresh_kedudukan() {
	asked_at = Date.now();
	return frappe
		.call({ method: "eoffice_app.organisasi.desk.get_kedudukan", type: "GET" })
		.then(({ message }) => (frappe.boot.eoffice = message).jabatan);
}

/**
 * Filter a list by the posts for which the user acts at this moment, those of a Plh. included.
 *
 * @param {object} listview Frappe's list
 * @param {string} field the list's field with a Jabatan
 * @param {string} state_field its field with the state
 * @param {string[]} states the states to show
 */
export function show_of_own_posts(listview, field, state_field, states) {
	const { doctype, filter_area } = listview;
	Promise.all([refresh_kedudukan(), filter_area.clear(false)]).then(([jabatan]) =>
		filter_area.add([
			[doctype, field, "in", jabatan],
			[doctype, state_field, "in", states],
		])
	);
}

function refresh_when_old() {
	if (Date.now() - asked_at > OLDEST) refresh_kedudukan();
}

function tell_warning() {
	const message = frappe.boot.eoffice?.peringatan;
	if (message) frappe.show_alert({ message, indicator: "orange" }, 20);
}
