import { escape_text } from "./teks";

/**
 * Say on a telephone in words how each document of a list stands: Frappe shows no more than a dot in a colour there.
 *
 * @param {object} listview
 * @param {function} [tell_more] takes the document, gives HTML of what else must be seen, such as a deadline
 */
export function tell_on_telephone(listview, tell_more = () => "") {
	listview.get_indicator_dot = (doc) => {
		const [label, color] = frappe.get_indicator(doc, listview.doctype) || [];
		const state = label
			? `<span class="indicator-pill ${color}">${escape_text(__(label))}</span>`
			: "";
		return `<span class="keadaan-hp">${state}${tell_more(doc)}</span>`;
	};
}
