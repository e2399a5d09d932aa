// Taking a list along from the Report Builder.

// As Frappe names it.
const EXPORT = "Export";

/**
 * Let whoever exports be asked whether he wants the rows that are not shown, too.
 *
 * Frappe asks where it has counted the rows; the lists of letters are not counted as they open, so that the file would
 * silently hold the twenty rows of the screen.
 */
export function offer_every_row_for_export() {
	const { prototype } = frappe.views.ReportView;
	const list_items = prototype.report_menu_items;
	prototype.report_menu_items = function () {
		const items = list_items.call(this);
		const item = items.find(({ label }) => label === __(EXPORT));
		if (!item) return items;
		const open_dialog = item.action;
		item.action = () => this.get_count_str().then(open_dialog);
		return items;
	};
}
