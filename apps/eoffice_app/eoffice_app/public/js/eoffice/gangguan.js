const NOT_REACHED = 0;
const FAILED = 500;
const GATEWAY_FAILURES = [502, 503, 504];
const DATABASE_FAILURE = /OperationalError|InterfaceError|ConnectionError/;

let leaving = false;

/**
 * Tell the user in plain words that the server failed or could not be reached.
 *
 * Frappe shows nothing when the answer is not its own, as when the database is down, and a traceback where
 * it is. Nobody loses what he typed by such a failure, and the message says so.
 */
export function tell_of_failures() {
	window.addEventListener("beforeunload", () => (leaving = true));
	window.addEventListener("pageshow", () => (leaving = false));
	$(document).ajaxError((event, request, settings) => {
		// Only who waits for an answer is told; the desk also asks for things on its own.
		if (leaving || settings.type === "GET" || request.statusText === "abort") return;
		if (request.status === NOT_REACHED) tell_not_reached();
		else if (is_server_failure(request)) tell_failed();
	});
}

function is_server_failure({ status, responseText }) {
	if (GATEWAY_FAILURES.includes(status)) return true;
	return status === FAILED && (!is_json(responseText) || DATABASE_FAILURE.test(responseText));
}

function is_json(text) {
	try {
		JSON.parse(text);
		return true;
	} catch {
		return false;
	}
}

function tell_not_reached() {
	tell(
		__("Server tidak terjangkau"),
		__("Periksa sambungan jaringan, lalu ulangi. Isian Anda masih ada.")
	);
}

function tell_failed() {
	frappe.error_dialog?.hide();
	tell(
		__("Server sedang terganggu"),
		__(
			"Server sedang terganggu sehingga permintaan Anda belum dikerjakan. Isian Anda masih ada: tunggu sebentar, lalu ulangi. Bila tetap terjadi, hubungi pengelola E-Office."
		)
	);
}

function tell(title, message) {
	frappe.msgprint({ title, message, indicator: "red", clear: true });
}
