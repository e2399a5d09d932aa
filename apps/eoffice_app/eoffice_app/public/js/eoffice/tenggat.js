import { SURAT_TUNTAS } from "./keadaan";
import { escape_text, format_day } from "./teks";

/**
 * Tell by words and colour how a letter stands with its deadline.
 *
 * @param {object} letter `tenggat` and `workflow_state` of a Surat Masuk
 * @returns {string} HTML; nothing for a letter without a deadline
 */
export function get_tenggat_html(letter) {
	const day = get_day(letter);
	const late = tell_late(letter);
	return late ? `${day} ${get_pill_html(late)}` : day;
}

/** The same where there is room for one of the two only. */
export function get_short_tenggat_html(letter) {
	const late = tell_late(letter);
	return late ? get_pill_html(late, get_day(letter)) : get_day(letter);
}

function get_day({ tenggat }) {
	return tenggat ? escape_text(format_day(tenggat.split(" ")[0])) : "";
}

function get_pill_html(text, title = "") {
	return `<span class="indicator-pill no-indicator-dot red" title="${title}">${text}</span>`;
}

function tell_late({ tenggat, workflow_state }) {
	if (!tenggat || SURAT_TUNTAS.includes(workflow_state)) return "";
	if (tenggat > frappe.datetime.now_datetime()) return "";
	const days = frappe.datetime.get_day_diff(frappe.datetime.get_today(), tenggat.split(" ")[0]);
	return days > 0 ? __("terlambat {0} hari", [days]) : __("terlambat hari ini");
}
