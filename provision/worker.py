"""A worker that has imported what its jobs need: worker.py frappe worker --queue QUEUE, in sites/, by Frappe's Python.

Each job runs in a process forked from the worker's. Without this each would import the modules of Frappe and the app
anew, which takes the processor longer than most jobs do.
"""

import importlib
import pkgutil
import runpy
import sys

import eoffice_app

# What Frappe's own part in most jobs needs, beside what the app imports anyway.
FRAPPE = (
	"frappe.core.doctype.scheduled_job_type.scheduled_job_type",
	"frappe.database.mariadb.database",
	"frappe.database.query",
	"frappe.desk.doctype.notification_log.notification_log",
	"frappe.email.doctype.email_queue.email_queue",
	"frappe.utils.background_jobs",
	"frappe.utils.redis_wrapper",
)
# The last is a plugin that another program loads, with much that no job of ours needs.
ONLY_NOW_AND_THEN = (".patches", ".setup", ".tests", ".pindai.pembaca_ringan")


def main() -> None:
	"""Import, then become Frappe's own command."""
	# The names of this folder's scripts are not those of modules.
	sys.path.pop(0)
	modules = [module.name for module in pkgutil.walk_packages(eoffice_app.__path__, "eoffice_app.")]
	for name in (*FRAPPE, *filter(_is_for_jobs, modules)):
		importlib.import_module(name)
	runpy.run_module("frappe.utils.bench_helper", run_name="__main__", alter_sys=True)


def _is_for_jobs(module: str) -> bool:
	return ".test_" not in module and not module.removeprefix("eoffice_app").startswith(ONLY_NOW_AND_THEN)


if __name__ == "__main__":
	sys.exit(main())
