import { SURAT_TUNTAS } from "./keadaan";
import { escape_text, format_day } from "./teks";

/**
 * Tell by words and colour how a letter stands with its deadline.
 *
 * @param {object} letter `tenggat` and `workflow_state` of a Surat Masuk
 * @returns {string} HTML; nothing for a letter without a deadline
 */
export function get_tenggat_html(letter) {
	const day = get_day(letter.tenggat);
	const late = is_under_way(letter) ? tell_late(letter.tenggat) : "";
	return late ? `${day} ${get_pill_html(late)}` : day;
}

/** The same where there is room for one of the two only. */
export function get_short_tenggat_html(letter) {
	return get_batas_html(letter.tenggat, is_under_way(letter));
}

/**
 * Tell how anything stands with its deadline: the day, or in words how late it is.
 *
 * @param {string} batas a day, or a moment
 * @param {boolean} is_open whether it still has to be kept
 * @returns {string} HTML; nothing where there is no deadline
 */
export function get_batas_html(batas, is_open) {
	const late = is_open ? tell_late(batas) : "";
	return late ? get_pill_html(late, get_day(batas)) : get_day(batas);
}

function is_under_way({ workflow_state }) {
	return !SURAT_TUNTAS.includes(workflow_state);
}

function get_day(batas) {
	return batas ? escape_text(format_day(batas.split(" ")[0])) : "";
}

function get_pill_html(text, title = "") {
	return `<span class="indicator-pill no-indicator-dot red" title="${title}">${text}</span>`;
}

function tell_late(batas) {
	if (!batas) return "";
	const [day, time = "23:59:59"] = batas.split(" ");
	if (`${day} ${time}` > frappe.datetime.now_datetime()) return "";
	const days = frappe.datetime.get_day_diff(frappe.datetime.get_today(), day);
	return days > 0 ? __("terlambat {0} hari", [days]) : __("terlambat hari ini");
}
