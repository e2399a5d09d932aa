"""./eoffice test: the unit tests and the tests from outside, on test systems that are gone afterwards."""

import argparse
import os
import shutil
import signal
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from provision import daemons, frappe_source, packages, ports, python_envs, test_bench
from provision.credentials import password
from provision.layout import OFFICE, PROJECT, TEST_BENCH, TOOLS, UNIT_BENCH, Bench
from provision.lock import only_one
from provision.office import Office
from provision.set_up import settle_address, software_steps
from provision.steps import Step, run_steps
from provision.test_results import Counts, counts_of_junit, counts_of_unittest

APP = "eoffice_app"
FIRST_SMTP_PORT = 8125
TEST_PACKAGES_STEP = "Debian packages of the tests"
TEST_ENVIRONMENT_STEP = "Python packages of the tests"


def run(arguments: list[str]) -> int:
	"""Run the tests and return 0 if all passed and there was at least one."""
	options, for_pytest = _parse(arguments)
	signal.signal(signal.SIGTERM, _interrupt)
	with only_one("lock"):
		_prepare_software(options)
	counts = Counts()
	with only_one("uji.lock"), ExitStack() as systems:
		if options.unit:
			systems.enter_context(_test_system(UNIT_BENCH, options.keep))
			finish_unit_tests = systems.enter_context(_unit_tests())
		if options.outside:
			systems.enter_context(_test_system(TEST_BENCH, options.keep))
			counts += _run_outside_tests(for_pytest)
		if options.unit:
			counts += finish_unit_tests()
	print("", *(f"✗ {failure}" for failure in counts.failures), counts, sep="\n", flush=True)
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


def _prepare_software(options: argparse.Namespace) -> None:
	OFFICE.make_folders()
	run_steps(software_of_tests(options.unit, options.outside), OFFICE.logs / "setup.log")


def software_of_tests(unit: bool, outside: bool) -> list[Step]:
	"""The steps for all that the tests stand on, by which of them are to run."""
	steps = software_steps(frappe_source.remembered_source())
	if outside:
		return [*steps, *browser_steps(packages.MAIL_SERVER_NEEDS if unit else ())]
	return [*steps, _packages_of_tests(packages.MAIL_SERVER_NEEDS)]


def browser_steps(other_needs: tuple[packages.Need, ...] = ()) -> list[Step]:
	"""What the tests from outside and the demo need beside the office's own software.

	:param other_needs: packages that are installed in the same go, since apt-get works alone
	"""
	environment = python_envs.environment_step(
		TEST_ENVIRONMENT_STEP, python_envs.TEST_ENVIRONMENT, "tests.txt", (packages.PACKAGES_STEP,)
	)
	return [_packages_of_tests((*packages.BROWSER_NEEDS, *other_needs)), environment]


def _packages_of_tests(needs: tuple[packages.Need, ...]) -> Step:
	step = packages.packages_step(needs, TEST_PACKAGES_STEP)
	step.needs = (packages.PACKAGES_STEP,)
	return step


@contextmanager
def _test_system(bench: Bench, keep: bool) -> Iterator[None]:
	try:
		test_bench.make_folders(bench)
		test_bench.prepare_site(bench)
		yield
	finally:
		if keep:
			print(f"A test system is kept: {bench.root}")
		else:
			test_bench.remove(bench)


@contextmanager
def _unit_tests() -> Iterator[Callable[[], Counts]]:
	"""Start the app's unit tests as `bench run-tests` does; yields what shows their output until they have ended.

	They run beside the tests from outside and leave these the first choice of the processors.
	"""
	command = [TOOLS / "bin" / "bench", "--site", UNIT_BENCH.site, "run-tests", "--app", APP]
	# Only with CI set does Frappe's test runner tell failure by its exit status.
	environment = {**UNIT_BENCH.environment(), "CI": "true"}
	path = OFFICE.logs / "unit-tests.log"
	with path.open("wb") as output:
		process = subprocess.Popen(
			["nice", "-n", "10", *command],
			cwd=UNIT_BENCH.root,
			env=environment,
			stdout=output,
			stderr=subprocess.STDOUT,
			start_new_session=True,
		)
	try:
		yield lambda: counts_of_unittest(_show(process, path), process.wait())
	finally:
		if process.poll() is None:
			os.killpg(process.pid, signal.SIGTERM)
			process.wait()


def _show(process: subprocess.Popen, path: Path) -> str:
	"""Print what a process has written and goes on to write, until it ends; returns all of it."""
	shown = []
	with path.open(errors="replace") as output:
		while True:
			ended = process.poll() is not None
			shown.append(output.read())
			print(shown[-1], end="", flush=True)
			if ended:
				return "".join(shown)
			time.sleep(0.2)


def _run_outside_tests(for_pytest: list[str]) -> Counts:
	"""Start the test system with the demo office in it and run pytest against it."""
	test_bench.fill_with_demo(TEST_BENCH)
	settle_address(TEST_BENCH)
	office = Office(TEST_BENCH)
	with _mail_server() as (port, mailbox):
		test_bench.send_mail_to(TEST_BENCH, port)
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
