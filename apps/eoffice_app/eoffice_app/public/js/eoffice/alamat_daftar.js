/**
 * The address of a list with its filters, so that it can be opened in a tab of its own, or of a page beside the desk.
 *
 * @param {object} target `doctype` with `saringan` (filters by field, or as a list), `halaman` of the desk, or `tautan`
 * @returns {string} path with query
 */
export function get_path({ doctype, saringan, halaman, tautan }) {
	if (tautan) return tautan;
	if (halaman) return frappe.router.make_url([halaman]);
	const query = new URLSearchParams();
	for (const [field, value] of list_conditions(saringan)) {
		// Frappe reads one condition a name from an address; with its DocType a field has a second name.
		const name = query.has(field) ? `${doctype}.${field}` : field;
		query.set(name, Array.isArray(value) ? JSON.stringify(value) : value);
	}
	return `${frappe.router.make_url([frappe.router.slug(doctype), "view", "list"])}?${query}`;
}

function list_conditions(saringan) {
	if (!Array.isArray(saringan)) return Object.entries(saringan);
	return saringan.map(([field, operator, value]) => [field, [operator, value]]);
}
