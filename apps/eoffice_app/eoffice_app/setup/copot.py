"""What the app made outside its own modules, removed when it is uninstalled."""

import frappe

from eoffice_app.setup.peran import PERAN
from eoffice_app.setup.tampilan_daftar import remove_tampilan_daftar


def remove_jejak() -> None:
	"""Remove the workflow with its states and actions, notices and files that belong to letters."""
	for doctype in ("Surat Masuk", "Agenda", "Disposisi"):
		for name in frappe.get_all("File", filters={"attached_to_doctype": doctype}, pluck="name"):
			frappe.delete_doc("File", name, force=True, ignore_permissions=True)
		frappe.db.delete("Notification Log", {"document_type": doctype})
		frappe.db.delete("Comment", {"reference_doctype": doctype})
		frappe.db.delete("Version", {"ref_doctype": doctype})
		frappe.db.delete("Workflow Action", {"reference_doctype": doctype})
	_remove_alur_kerja()
	remove_tampilan_daftar()


def remove_peran() -> None:
	"""Remove the app's roles and what grants them."""
	for name in PERAN:
		frappe.db.delete("Has Role", {"role": name})
		frappe.delete_doc("Role", name, force=True, ignore_permissions=True)


def _remove_alur_kerja() -> None:
	states, actions = set(), set()
	for name in frappe.get_all("Workflow", filters={"document_type": "Surat Masuk"}, pluck="name"):
		workflow = frappe.get_doc("Workflow", name)
		states |= {row.state for row in workflow.states}
		actions |= {row.action for row in workflow.transitions}
		frappe.delete_doc("Workflow", name, force=True, ignore_permissions=True)
	_remove_unused("Workflow State", "Workflow Document State", "state", states)
	_remove_unused("Workflow Action Master", "Workflow Transition", "action", actions)


def _remove_unused(doctype: str, user_doctype: str, field: str, names: set[str]) -> None:
	for name in names:
		if not frappe.db.exists(user_doctype, {field: name}):
			frappe.delete_doc(doctype, name, force=True, ignore_permissions=True)
