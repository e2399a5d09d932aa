"""A program that has imported what its processes need: warmed_up.py MODULE ARGUMENT …, in sites/, by Frappe's Python.

Each job and each part of the web server runs in a process forked from this one. Without it each would import the modules
of Frappe and the app anew: most jobs are done sooner than that, and somebody would wait for it at each first question.
"""

import importlib
import pkgutil
import runpy
import sys

import eoffice_app

# What Frappe's own part in most jobs and pages needs, beside what the app imports anyway.
FRAPPE = (
	"frappe.core.doctype.scheduled_job_type.scheduled_job_type",
	"frappe.database.mariadb.database",
	"frappe.database.query",
	"frappe.desk.doctype.notification_log.notification_log",
	"frappe.email.doctype.email_queue.email_queue",
	"frappe.utils.background_jobs",
	"frappe.utils.jinja_globals",
	"frappe.utils.redis_wrapper",
)
# The last is a plugin that another program loads, with much that nothing else needs.
ONLY_NOW_AND_THEN = (".patches", ".setup", ".tests", ".pindai.pembaca_ringan")


def main() -> None:
	"""Import, then become the program."""
	# The names of this folder's scripts are not those of modules.
	sys.path.pop(0)
	program = sys.argv.pop(1)
	modules = [module.name for module in pkgutil.walk_packages(eoffice_app.__path__, "eoffice_app.")]
	for name in (*FRAPPE, *filter(_is_needed, modules)):
		importlib.import_module(name)
	runpy.run_module(program, run_name="__main__", alter_sys=True)


def _is_needed(module: str) -> bool:
	return ".test_" not in module and not module.removeprefix("eoffice_app").startswith(ONLY_NOW_AND_THEN)


if __name__ == "__main__":
	sys.exit(main())
