import { escape_text } from "./teks";

/**
 * Offer the filters that all share below one button, on a telephone too, where Frappe hides its side bar.
 *
 * They are Frappe's own, which the office may change. What is late needs the present moment, which none of them knows.
 *
 * @param {object} listview
 * @param {function} [list_late] gives the filters of what is late, each without the DocType
 */
export function offer_filters(listview, list_late) {
	const { doctype } = listview;
	const add = (label, list_filters) =>
		listview.page.add_inner_button(label, () => show(listview, list_filters()), __("Saringan"));
	if (list_late) {
		add(__("Terlambat"), () => list_late().map((filter) => [doctype, ...filter]));
	}
	return frappe.db
		.get_list("List Filter", {
			fields: ["filter_name", "filters"],
			filters: { reference_doctype: doctype, for_user: ["is", "not set"] },
			order_by: "creation asc",
			limit: 50,
		})
		.then((shared) =>
			shared.forEach(({ filter_name, filters }) =>
				add(escape_text(__(filter_name)), () => JSON.parse(filters))
			)
		);
}

function show({ filter_area }, filters) {
	filter_area.clear(false).then(() => filter_area.add(filters));
}
