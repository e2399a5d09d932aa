"""Accounts: nobody becomes the administrator of the system unasked."""

from frappe.core.doctype.user.user import User


class AkunKantor(User):
	"""Frappe's User, but for one thing that it does by itself."""

	def add_system_manager_role(self) -> None:
		"""Leave the roles as they were asked for.

		Frappe makes the first account of a site System Manager, whoever it is for: an office that brings in its accounts
		from a spreadsheet would give some official the right to everything, and an agency that is invited first the
		whole desk. Penyiapan Kantor says that nobody has the role yet; until somebody has, there is the Administrator.
		"""
