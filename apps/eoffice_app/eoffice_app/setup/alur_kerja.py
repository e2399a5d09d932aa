"""The workflows, from the files under `persuratan/workflow/`."""

import json
from collections.abc import Callable
from pathlib import Path

import frappe

FOLDER = Path(__file__).parent.parent / "persuratan" / "workflow"


def create_alur_kerja() -> None:
	"""Create each shipped workflow whose DocType has no active one, so that an office's own drawing stays."""
	for path in sorted(FOLDER.glob("*/*.json")):
		alur = json.loads(path.read_text())
		if not frappe.db.exists("Workflow", {"document_type": alur["document_type"], "is_active": 1}):
			_create_masters(alur)
			frappe.get_doc({"doctype": "Workflow", **alur}).insert(ignore_permissions=True)


def add_langkah(is_new: Callable[[dict], bool]) -> None:
	"""Add the shipped transitions that a version brings to the active workflows that lack them.

	Whatever the office has drawn itself stays, and a transition between states it has given up is left out.

	:param is_new: whether a transition of the shipped file is one of those the version brings
	"""
	for path in sorted(FOLDER.glob("*/*.json")):
		alur = json.loads(path.read_text())
		name = frappe.db.get_value("Workflow", {"document_type": alur["document_type"], "is_active": 1})
		if not name:
			continue
		_create_masters(alur)
		workflow = frappe.get_doc("Workflow", name)
		states = {row.state for row in workflow.states}
		present = {(row.state, row.action, row.allowed) for row in workflow.transitions}
		for row in filter(is_new, alur["transitions"]):
			wanted = (row["state"], row["action"], row["allowed"])
			if wanted not in present and {row["state"], row["next_state"]} <= states:
				workflow.append("transitions", row)
		workflow.save(ignore_permissions=True)


def _create_masters(alur: dict) -> None:
	gaya = alur.pop("gaya")
	for state in (row["state"] for row in alur["states"]):
		if not frappe.db.exists("Workflow State", state):
			frappe.get_doc(
				{"doctype": "Workflow State", "workflow_state_name": state, "style": gaya.get(state, "")}
			).insert(ignore_permissions=True)
	for action in dict.fromkeys(row["action"] for row in alur["transitions"]):
		if not frappe.db.exists("Workflow Action Master", action):
			frappe.get_doc({"doctype": "Workflow Action Master", "workflow_action_name": action}).insert(
				ignore_permissions=True
			)
