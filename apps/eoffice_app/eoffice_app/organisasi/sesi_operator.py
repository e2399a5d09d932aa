"""An operator's account is open in one place at a time.

Source: SOP 000, Note ("Setiap akun e-office hanya dioperasikan oleh satu admin yang menjadi operator").
"""

import frappe
from frappe.auth import LoginManager
from frappe.model.document import Document
from frappe.sessions import clear_sessions

from eoffice_app.organisasi.operator import PERAN_OPERATOR


def limit_sessions(user: Document, method: str | None = None) -> None:
	"""Allow the account of an operator one session: hook `validate` of User."""
	if PERAN_OPERATOR & {row.role for row in user.roles}:
		user.simultaneous_sessions = 1


def end_other_sessions(login_manager: LoginManager) -> None:
	"""End an operator's sessions elsewhere before the new one begins, and tell whoever sits there: hook `on_login`.

	Frappe itself counts a user's sessions only where the whole site denies several, which officials need.
	"""
	user = login_manager.user
	# Not `get_roles`: the Administrator has every role by it, and is no operator.
	if not frappe.db.exists(
		"Has Role", {"parenttype": "User", "parent": user, "role": ["in", PERAN_OPERATOR]}
	):
		return
	# Frappe leaves this empty until the session begins, and without it writes no log.
	frappe.session.user = "Guest"
	clear_sessions(user)
	frappe.publish_realtime("akun_dibuka_di_tempat_lain", user=user)
