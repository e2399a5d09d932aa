"""Steps of the office's workflow that the server takes for a user, because of what he did elsewhere."""

import frappe
from frappe.model.workflow import get_transitions


def enter_when_offered(name: str, state: str) -> bool:
	"""Bring a Surat Masuk into a state when the workflow offers that to the session's user; return whether it did.

	For steps that follow from what the user did elsewhere: he needs no right to write the letter itself.
	"""
	surat = frappe.get_doc("Surat Masuk", name)
	if state not in {transition.next_state for transition in get_transitions(surat)}:
		return False
	surat.workflow_state = state
	surat.save(ignore_permissions=True)
	return True
