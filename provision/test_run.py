"""./eoffice test: the unit tests and the tests from outside, on a test system that is gone afterwards."""

import argparse
import shutil
import signal
import subprocess
from contextlib import contextmanager

from provision import daemons, frappe_source, packages, ports, python_envs, test_bench
from provision.credentials import password
from provision.layout import OFFICE, PROJECT, TEST_BENCH, TOOLS
from provision.lock import only_one
from provision.office import Office
from provision.set_up import settle_address, software_steps
from provision.steps import Step, run_steps
from provision.test_results import Counts, counts_of_junit, counts_of_unittest

APP = "eoffice_app"
TESTS = PROJECT / "tests"
FIRST_SMTP_PORT = 8125
TEST_ENVIRONMENT_STEP = "Python packages of the tests"


def run(arguments: list[str]) -> int:
	"""Run the tests and return 0 if all passed and there was at least one."""
	options, for_pytest = _parse(arguments)
	signal.signal(signal.SIGTERM, _interrupt)
	with only_one("lock"):
		_prepare_software(with_browser=options.outside)
	with only_one("uji.lock"), _test_system(keep=options.keep):
		counts = Counts()
		if options.unit:
			counts += _run_unit_tests()
		if options.outside:
			counts += _run_outside_tests(for_pytest)
	print(f"\n{counts}", flush=True)
	return 0 if counts.passed and not counts.failed else 1


def _parse(arguments: list[str]) -> tuple[argparse.Namespace, list[str]]:
	parser = argparse.ArgumentParser(
		prog="./eoffice test",
		description="Runs all tests. Any other option goes to pytest and means the tests from outside only.",
	)
	parser.add_argument("--unit", action="store_true", help="the app's unit tests")
	parser.add_argument("--outside", action="store_true", help="the tests against the running test system")
	parser.add_argument("--keep", action="store_true", help="leave the test system running afterwards")
	options, for_pytest = parser.parse_known_args(arguments)
	if for_pytest:
		options.outside = True
	if not options.unit and not options.outside:
		options.unit = options.outside = True
	return options, for_pytest


def _interrupt(_number, _frame):
	raise KeyboardInterrupt


def _prepare_software(with_browser: bool) -> None:
	OFFICE.make_folders()
	steps = software_steps(frappe_source.remembered_source())
	if with_browser:
		steps += browser_steps()
	run_steps(steps, OFFICE.logs / "setup.log")


def browser_steps() -> list[Step]:
	"""What the tests from outside and the demo need beside the office's own software."""
	browser = packages.packages_step(packages.BROWSER_NEEDS, "Chromium")
	browser.needs = (packages.PACKAGES_STEP,)
	environment = python_envs.environment_step(
		TEST_ENVIRONMENT_STEP, python_envs.TEST_ENVIRONMENT, "tests.txt", (packages.PACKAGES_STEP,)
	)
	return [browser, environment]


@contextmanager
def _test_system(keep: bool):
	try:
		test_bench.make_folders()
		test_bench.prepare_site()
		yield
	finally:
		if keep:
			print(f"The test system is kept: {TEST_BENCH.root}")
		else:
			test_bench.remove()


def _run_unit_tests() -> Counts:
	"""Run the app's unit tests as `bench run-tests` does, with their output shown and kept."""
	command = [TOOLS / "bin" / "bench", "--site", TEST_BENCH.site, "run-tests", "--app", APP]
	# Only with CI set does Frappe's test runner tell failure by its exit status.
	environment = {**TEST_BENCH.environment(), "CI": "true"}
	process = subprocess.Popen(
		command,
		cwd=TEST_BENCH.root,
		env=environment,
		stdout=subprocess.PIPE,
		stderr=subprocess.STDOUT,
		text=True,
		errors="replace",
	)
	lines = []
	for line in process.stdout:
		print(line, end="", flush=True)
		lines.append(line)
	return counts_of_unittest("".join(lines), process.wait())


def _run_outside_tests(for_pytest: list[str]) -> Counts:
	"""Start the test system with the demo office in it and run pytest against it."""
	test_bench.fill_with_demo()
	settle_address(TEST_BENCH)
	office = Office(TEST_BENCH)
	with _mail_server() as (port, mailbox):
		test_bench.send_mail_to(port)
		office.wait_until_it_answers(office.start_processes())
		report = TEST_BENCH.runtime / "pytest.xml"
		command = [python_envs.TEST_ENVIRONMENT / "bin" / "python", "-m", "pytest", f"--junitxml={report}"]
		status = subprocess.run(
			[*command, *for_pytest], cwd=PROJECT, env=_environment_of_tests(office, port, mailbox)
		).returncode
	return counts_of_junit(report, status)


def _environment_of_tests(office: Office, smtp_port: int, mailbox) -> dict[str, str]:
	"""What tests/ is told about the system it tests."""
	return {
		**TEST_BENCH.environment(),
		"EOFFICE_URL": office.url(),
		"EOFFICE_SITE": TEST_BENCH.site,
		"EOFFICE_BENCH": str(TEST_BENCH.root),
		"EOFFICE_ADMIN_PASSWORD": password(TEST_BENCH, "administrator"),
		"EOFFICE_DEMO_PASSWORD": password(TEST_BENCH, "demo"),
		"EOFFICE_SMTP_PORT": str(smtp_port),
		"EOFFICE_MAILDIR": str(mailbox),
		"EOFFICE_CHROMIUM": shutil.which("chromium") or "",
	}


@contextmanager
def _mail_server():
	"""Run an SMTP server that puts every mail into a Maildir; yields its port and that folder."""
	port = ports.next_free(FIRST_SMTP_PORT)
	mailbox = TEST_BENCH.runtime / "maildir"
	pid_file = TEST_BENCH.runtime / "pids" / "smtp.pid"
	python = python_envs.TEST_ENVIRONMENT / "bin" / "python"
	command = [python, "-m", "aiosmtpd", "--nosetuid", "--listen", f"127.0.0.1:{port}"]
	command += ["--class", "aiosmtpd.handlers.Mailbox", mailbox]
	log_file = TEST_BENCH.logs / "smtp.log"
	daemons.start_detached(command, pid_file, log_file)
	daemons.wait_for_port(port, pid_file, "the SMTP server", log_file)
	try:
		yield port, mailbox
	finally:
		daemons.stop(pid_file, "the SMTP server")
