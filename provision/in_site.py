"""Runs in Frappe's interpreter inside sites/: in_site.py apps|accounts|set-up SITE [TIME_ZONE]."""

import json
import sys

import frappe
from frappe.desk.page.setup_wizard.setup_wizard import setup_complete
from frappe.utils.scheduler import enable_scheduler

LANGUAGE = "id"
COUNTRY = "Indonesia"
CURRENCY = "IDR"


def list_apps() -> None:
	"""Print the installed apps as a JSON list."""
	print(json.dumps(frappe.get_installed_apps()))


def list_accounts() -> None:
	"""Print the demo accounts as a JSON list; the function is the app's, found by its name."""
	print(json.dumps(frappe.get_attr("eoffice_app.setup.kantor_demo.list_akun_demo")()))


def set_up(time_zone: str) -> None:
	"""Do what the setup wizard would ask for, so that nobody ever sees it."""
	language_name = frappe.db.get_value("Language", LANGUAGE, "language_name")
	answer = setup_complete(
		{
			"language": language_name,
			"lang": language_name,
			"country": COUNTRY,
			"timezone": time_zone,
			"currency": CURRENCY,
			"enable_telemetry": 0,
		}
	)
	if answer.get("status") != "ok":
		raise SystemExit(f"the setup wizard answered {answer}")
	# The wizard switches Frappe's English tour on, which would cover the desk at everyone's first sign-in.
	settings = {"setup_complete": 1, "language": LANGUAGE, "enable_onboarding": 0}
	frappe.db.set_single_value("System Settings", settings)
	frappe.db.set_default("lang", LANGUAGE)
	# Made before the settings were known, these two would go by the clock of Frappe's makers.
	for user in ("Administrator", "Guest"):
		frappe.db.set_value("User", user, "time_zone", time_zone)
	enable_scheduler()
	frappe.db.commit()
	frappe.clear_cache()


def main() -> None:
	task, site, *rest = sys.argv[1:]
	frappe.init(site=site)
	frappe.connect()
	frappe.set_user("Administrator")
	try:
		{"apps": list_apps, "accounts": list_accounts, "set-up": set_up}[task](*rest)
	finally:
		frappe.destroy()


if __name__ == "__main__":
	main()
