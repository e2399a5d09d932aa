"""The test systems: benches of their own under .runtime with the office's Frappe, environments and assets."""

import shutil

from provision import configuration, site
from provision.layout import OFFICE, PROJECT, Bench
from provision.office import Office
from provision.set_up import DATA_STEP, data_step, demo_step, settle_address
from provision.stamps import Stamp
from provision.steps import run_steps

SHARED = ("apps", "env", "provision", "Procfile")
LOG = OFFICE.logs / "test.setup.log"
TEMPLATE = PROJECT / ".runtime" / "uji-template"
MAIL_SENDER = "e-office@kantor.example"


def make_folders(bench: Bench) -> None:
	"""Lay a test bench out anew, with links to what it shares with the office."""
	Office(bench).stop()
	shutil.rmtree(bench.root, ignore_errors=True)
	if _template_stamp().is_current():
		shutil.copytree(TEMPLATE / "bench", bench.root, symlinks=True)
		return
	bench.make_folders()
	(bench.root / "apps").rmdir()
	for name in SHARED:
		(bench.root / name).symlink_to(PROJECT / name)
	(bench.sites / "assets").symlink_to(OFFICE.sites / "assets")
	shutil.copy(OFFICE.sites / "apps.txt", bench.sites / "apps.txt")


def prepare_site(bench: Bench) -> None:
	"""Bring up a site with the app and without any letter. Raises StepFailed.

	A fresh Frappe site takes most of the time and is always the same, so it is kept as a template.
	"""
	office = Office(bench)
	steps = site.site_steps(bench, needs=(DATA_STEP,))
	frappe_only, app = steps[:2], steps[2]
	app.needs = ()
	run_steps([data_step(office), *frappe_only], LOG)
	if not _template_stamp().is_current():
		_keep_template(bench)
		run_steps([data_step(office)], LOG)
	settle_address(bench)
	configuration.set_site_keys(bench, allow_tests=True)
	run_steps([app], LOG)


def _template_stamp() -> Stamp:
	"""What a fresh Frappe site depends on: Frappe, and how this project makes a site."""
	source = PROJECT / ".runtime" / "stamps" / "frappe-source"
	scripts = (PROJECT / "provision" / f"{name}.py" for name in ("site", "in_site", "mariadb", "test_bench"))
	return Stamp("stamp", source, *scripts, str(PROJECT), folder=TEMPLATE)


def _keep_template(bench: Bench) -> None:
	Office(bench).stop()
	shutil.rmtree(TEMPLATE, ignore_errors=True)
	shutil.copytree(bench.root, TEMPLATE / "bench", symlinks=True)
	_template_stamp().write()


def fill_with_demo(bench: Bench) -> None:
	"""Give the site of a test bench the demo office, in which the tests from outside play."""
	step = demo_step(bench)
	step.needs = ()
	run_steps([step], LOG)
	# Hundreds of letters are registered within minutes: reading them all would take the machine from the tests.
	configuration.set_site_keys(bench, pause_scan_reading=1)


def send_mail_to(bench: Bench, port: int) -> None:
	"""Let the site of a test bench hand its mail to the SMTP server on `port` of this machine."""
	configuration.set_site_keys(
		bench,
		mail_server="127.0.0.1",
		mail_port=port,
		auto_email_id=MAIL_SENDER,
		disable_mail_smtp_authentication=1,
	)


def remove(bench: Bench) -> None:
	"""Stop a test system and remove everything of it."""
	Office(bench).stop()
	shutil.rmtree(bench.root, ignore_errors=True)
