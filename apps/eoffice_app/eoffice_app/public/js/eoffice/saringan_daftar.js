/**
 * Offer the questions that are asked of a list every day, below one button. The filters an office saves itself stay apart.
 *
 * @param {object} listview
 * @param {object[]} questions pairs of a label and a function that gives the filters, each without the DocType
 */
export function offer_filters(listview, questions) {
	questions.forEach(([label, list_filters]) =>
		listview.page.add_inner_button(label, () => show(listview, list_filters()), __("Saringan"))
	);
}

function show({ doctype, filter_area }, filters) {
	filter_area
		.clear(false)
		.then(() => filter_area.add(filters.map((filter) => [doctype, ...filter])));
}
