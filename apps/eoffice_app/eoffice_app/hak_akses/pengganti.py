"""Functions of Frappe's that count or list without asking who may see: each obeys the rule for letters, else is as ever.

Named in the hook `override_whitelisted_methods`. What asks by DocType and name is the matter of `penjaga.py`.
"""

import frappe
from frappe import _, client
from frappe.desk import listview, notifications, query_report, reportview
from frappe.desk.doctype.dashboard_chart import dashboard_chart
from frappe.desk.doctype.tag import tag as tags
from frappe.desk.form import linked_with
from frappe.utils import goal
from frappe.workflow.doctype.workflow import workflow

from eoffice_app.hak_akses.jenis import JENIS_SURAT, TERLINDUNG

BERTUGAS_TERBANYAK = 50
SURAT_BERTUGAS_TERBANYAK = 1000


@frappe.whitelist()
def get_count(
	doctype: str, filters: dict | list | str | None = None, debug: bool = False, cache: bool = False
) -> int:
	"""Return how many documents the user may see; Frappe's own counts all there are."""
	if doctype not in TERLINDUNG:
		return client.get_count(doctype, filters, debug, cache)
	frappe.local.form_dict = frappe._dict(
		doctype=doctype,
		filters=frappe.as_json(frappe.utils.get_safe_filters(filters) or []),
		fields="[]",
		distinct="false",
	)
	return reportview.get_count()


@frappe.whitelist()
def get(
	doctype: str,
	name: str | None = None,
	filters: dict | list | str | None = None,
	parent: str | None = None,
) -> dict:
	"""Return a document by name, or the first that matches; of letters the first that the user may see.

	:raises frappe.DoesNotExistError: none, or none for this user
	"""
	if doctype in JENIS_SURAT and not name:
		filters = frappe.parse_json(filters)
		name = _find_visible(doctype, filters)
		if not name:
			frappe.throw(_("{0} {1} not found").format(_(doctype), filters), frappe.DoesNotExistError)
	return client.get(doctype, name, filters, parent)


@frappe.whitelist()
def get_workflow_state_count(doctype: str, workflow_state_field: str, states: list | str) -> list[dict]:
	"""Return how many documents that the user may see are in states other than the given.

	None for who keeps a workflow of letters and reads none: Frappe's form of the workflow asks as it opens.
	"""
	if doctype not in TERLINDUNG:
		return workflow.get_workflow_state_count(doctype, workflow_state_field, states)
	if not frappe.has_permission(doctype, "read"):
		return []
	filters = [[doctype, workflow_state_field, "not in", frappe.parse_json(states)]]
	counted = listview.get_group_by_count(doctype, frappe.as_json(filters), workflow_state_field)
	return [{workflow_state_field: row["name"], "count": row["count"]} for row in counted if row["name"]]


@frappe.whitelist()
def get_tagged_docs(doctype: str, tag: str) -> list | tuple:
	"""Return the names of the documents with a tag that the user may see."""
	if doctype not in TERLINDUNG:
		return tags.get_tagged_docs(doctype, tag)
	return frappe.get_list(doctype, filters={"_user_tags": ["like", tag]}, as_list=True)


@frappe.whitelist()
def get_linked(doctype: str, docname: str) -> dict[str, list]:
	"""Return the documents that link to one, of those that the user may see.

	Of kinds that he may not read at all none: Frappe 16 would refuse everything, older ones would show them.

	:raises frappe.PermissionError: he may not read the document itself
	"""
	frappe.has_permission(doctype, "read", docname, throw=True)
	kinds = linked_with.get_linked_doctypes(doctype=doctype)
	readable = {kind: link for kind, link in kinds.items() if frappe.has_permission(kind, "read")}
	linked = linked_with.get_linked_docs(doctype, docname, readable)
	for kind in TERLINDUNG & set(linked):
		linked[kind] = _keep_visible(kind, linked[kind])
	return {kind: rows for kind, rows in linked.items() if rows}


@frappe.whitelist()
def get_group_by_count(doctype: str, current_filters: str, field: str) -> list[dict]:
	"""Return how many of a list's documents fall to each value of a field, or to each who is assigned to them."""
	if doctype not in TERLINDUNG or field != "assigned_to":
		return listview.get_group_by_count(doctype, current_filters, field)
	names = frappe.get_list(
		doctype,
		filters=[*(frappe.parse_json(current_filters) or []), [doctype, "_assign", "is", "set"]],
		pluck="name",
		limit=SURAT_BERTUGAS_TERBANYAK,
	)
	return _count_assigned(doctype, names) if names else []


@frappe.whitelist()
def get_data_for_custom_field(doctype: str, field: str, **options) -> dict:
	"""Return a field of all documents that the user may see, by name."""
	if doctype not in TERLINDUNG:
		return frappe.call(query_report.get_data_for_custom_field, doctype=doctype, field=field, **options)
	return dict(frappe.get_list(doctype, fields=["name", field], as_list=True))


@frappe.whitelist()
def run_report(report_name: str, **options) -> dict:
	"""Return a report; one over letters is always made anew, as the one sees it who asks.

	Frappe would else hand out a prepared one to whoever names it or its owner.

	Raises what `frappe.desk.query_report.run` does.
	"""
	if frappe.db.get_value("Report", report_name, "ref_doctype") in TERLINDUNG:
		options |= {"ignore_prepared_report": True, "user": None}
	return frappe.call(query_report.run, report_name=report_name, **options)


@frappe.whitelist()
def get_monthly_goal_graph_data(goal_doctype: str, **options) -> dict:
	"""Return Frappe's graph of monthly sums; there is none of letters.

	:raises frappe.DoesNotExistError: for letters
	"""
	if goal_doctype in TERLINDUNG:
		frappe.throw(_("Grafik ini tidak ditemukan."), frappe.DoesNotExistError)
	return frappe.call(goal.get_monthly_goal_graph_data, goal_doctype=goal_doctype, **options)


@frappe.whitelist()
def get_open_count(doctype: str, name: str, items: list | str | None = None) -> dict:
	"""Return Frappe's counts of what is connected to a document, without what the rule of sight narrows."""
	if items is None:
		groups = frappe.get_meta(doctype).get_dashboard_data().get("transactions") or []
		items = [item for group in groups for item in group.get("items")]
	wanted = [item for item in frappe.parse_json(items) if item not in TERLINDUNG]
	return notifications.get_open_count(doctype, name, wanted)


@frappe.whitelist()
def get_chart(
	chart_name: str | None = None, chart: dict | str | None = None, **options
) -> dict | list | None:
	"""Return the data of a Dashboard Chart; of letters always counted anew.

	Frappe keeps a chart's result for everybody, as the one saw it who asked first.
	"""
	described = frappe.get_doc("Dashboard Chart", chart_name) if chart_name else frappe.parse_json(chart)
	if described.get("document_type") in TERLINDUNG:
		options["refresh"] = 1
	options.pop("cmd", None)
	return dashboard_chart.get(chart_name=chart_name, chart=chart, **options)


def _find_visible(doctype: str, filters: dict | list) -> str | None:
	if not frappe.has_permission(doctype, "read"):
		return None
	return next(iter(frappe.get_list(doctype, filters=filters, pluck="name", limit=1)), None)


def _keep_visible(doctype: str, rows: list) -> list:
	if not frappe.has_permission(doctype, "read"):
		return []
	names = [row["name"] for row in rows]
	visible = set(frappe.get_list(doctype, filters={"name": ["in", names]}, pluck="name", limit=len(names)))
	return [row for row in rows if row["name"] in visible]


def _count_assigned(doctype: str, names: list[str]) -> list[dict]:
	return frappe.db.sql(
		"""
		select allocated_to as name, count(*) as count from `tabToDo`
		where status != 'Cancelled' and reference_type = %(doctype)s and reference_name in %(names)s
		group by allocated_to order by count desc limit %(limit)s
		""",
		{"doctype": doctype, "names": names, "limit": BERTUGAS_TERBANYAK},
		as_dict=True,
	)
