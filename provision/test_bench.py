"""The test system: an own bench under .runtime/uji with the office's Frappe, environments and assets."""

import shutil

from provision import configuration, site
from provision.layout import OFFICE, PROJECT, TEST_BENCH
from provision.office import Office
from provision.set_up import DATA_STEP, data_step, demo_step, settle_address
from provision.stamps import Stamp
from provision.steps import run_steps

SHARED = ("apps", "env", "provision", "Procfile")
LOG = OFFICE.logs / "test.setup.log"
TEMPLATE = PROJECT / ".runtime" / "uji-template"
MAIL_SENDER = "e-office@kantor.example"


def make_folders() -> None:
	"""Lay the test bench out anew, with links to what it shares with the office."""
	Office(TEST_BENCH).stop()
	shutil.rmtree(TEST_BENCH.root, ignore_errors=True)
	if _template_stamp().is_current():
		shutil.copytree(TEMPLATE / "bench", TEST_BENCH.root, symlinks=True)
		return
	TEST_BENCH.make_folders()
	(TEST_BENCH.root / "apps").rmdir()
	for name in SHARED:
		(TEST_BENCH.root / name).symlink_to(PROJECT / name)
	(TEST_BENCH.sites / "assets").symlink_to(OFFICE.sites / "assets")
	shutil.copy(OFFICE.sites / "apps.txt", TEST_BENCH.sites / "apps.txt")


def prepare_site() -> None:
	"""Bring up a site with the app and without any letter. Raises StepFailed.

	A fresh Frappe site takes most of the time and is always the same, so it is kept as a template.
	"""
	office = Office(TEST_BENCH)
	steps = site.site_steps(TEST_BENCH, needs=(DATA_STEP,))
	frappe_only, app = steps[:2], steps[2]
	app.needs = ()
	run_steps([data_step(office), *frappe_only], LOG)
	if not _template_stamp().is_current():
		_keep_template(office)
		run_steps([data_step(office)], LOG)
	settle_address(TEST_BENCH)
	configuration.set_site_keys(TEST_BENCH, allow_tests=True)
	run_steps([app], LOG)


def _template_stamp() -> Stamp:
	"""What a fresh Frappe site depends on: Frappe, and how this project makes a site."""
	source = PROJECT / ".runtime" / "stamps" / "frappe-source"
	scripts = (PROJECT / "provision" / f"{name}.py" for name in ("site", "in_site", "mariadb", "test_bench"))
	return Stamp("stamp", source, *scripts, str(PROJECT), folder=TEMPLATE)


def _keep_template(office: Office) -> None:
	office.stop()
	shutil.rmtree(TEMPLATE, ignore_errors=True)
	shutil.copytree(TEST_BENCH.root, TEMPLATE / "bench", symlinks=True)
	_template_stamp().write()


def fill_with_demo() -> None:
	"""Give the test site the demo office, in which the tests from outside play."""
	step = demo_step(TEST_BENCH)
	step.needs = ()
	run_steps([step], LOG)


def send_mail_to(port: int) -> None:
	"""Let the test site hand its mail to the SMTP server on `port` of this machine."""
	configuration.set_site_keys(
		TEST_BENCH,
		mail_server="127.0.0.1",
		mail_port=port,
		auto_email_id=MAIL_SENDER,
		disable_mail_smtp_authentication=1,
	)


def remove() -> None:
	"""Stop the test system and remove everything of it."""
	Office(TEST_BENCH).stop()
	shutil.rmtree(TEST_BENCH.root, ignore_errors=True)
