"""What the office's scheduled Server Scripts start."""

from collections.abc import Callable

import frappe
from frappe import _


def start_berkala(job: Callable) -> None:
	"""Queue a job that no person may start: only the scheduler, which is Administrator, or a System Manager.

	:raises frappe.PermissionError: any other user
	"""
	if "System Manager" not in frappe.get_roles():
		frappe.throw(
			_(
				"Pekerjaan ini dijalankan oleh penjadwal. Hanya pengelola sistem yang boleh memulainya sendiri."
			),
			frappe.PermissionError,
			title=_("Tidak berwenang"),
		)
	frappe.enqueue(job, queue="long")
