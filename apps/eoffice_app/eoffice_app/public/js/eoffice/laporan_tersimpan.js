// Saved reports of the Report Builder.

const DRAWN = new WeakSet();

/**
 * Let a saved report be called unsaved only once somebody changes it.
 *
 * Frappe compares what was saved with what it draws, which has more: the name of each document, the widths of the columns
 * on this screen, an empty chart. It so calls every report unsaved that is written by an installation, or drawn elsewhere.
 */
export function keep_saved_reports_saved() {
	const { prototype } = frappe.views.ReportView;
	const compare = prototype.set_dirty_state_for_custom_report;
	prototype.set_dirty_state_for_custom_report = function () {
		if (!DRAWN.has(this.report_doc)) {
			DRAWN.add(this.report_doc);
			Object.assign(this.report_doc.json, get_settings(this));
		}
		return compare.call(this);
	};
}

/** What Frappe compares. */
function get_settings(view) {
	return {
		filters: view.filter_area.get(),
		fields: view.fields,
		order_by: view.sort_selector.get_sql_string(),
		add_totals_row: view.add_totals_row,
		page_length: view.page_length,
		column_widths: view.get_column_widths(),
		group_by: view.group_by_control.get_settings(),
		chart_args: view.get_chart_settings(),
	};
}
