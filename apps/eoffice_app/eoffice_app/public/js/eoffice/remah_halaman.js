/**
 * Let the breadcrumbs lead to a workspace that the user has: his home, where Frappe finds somebody else's.
 *
 * Frappe 16 takes the first workspace that links to a DocType, whosever it is.
 */
export function lead_to_own_workspace() {
	const { set_workspace } = frappe.breadcrumbs;
	frappe.breadcrumbs.set_workspace = function (breadcrumbs) {
		set_workspace.call(this, breadcrumbs);
		const { workspace } = breadcrumbs;
		if (workspace && !(frappe.router.slug(workspace) in frappe.workspaces)) {
			breadcrumbs.workspace = frappe.boot.allowed_workspaces[0]?.name;
		}
	};
}
