"""Makes the site: database, apps, settings of an Indonesian office."""

import json
import shlex
import shutil
import subprocess
import tempfile
from contextlib import contextmanager
from pathlib import Path

from provision import configuration
from provision.credentials import password
from provision.frappe_source import APP, FRAPPE
from provision.layout import PROJECT, TOOLS, Bench
from provision.stamps import Stamp
from provision.steps import LINES_SHOWN_ON_FAILURE, Step, StepFailed, StepLog

SETTINGS_SCRIPT = PROJECT / "provision" / "in_site.py"
APP_STEP = "App eoffice_app"
MIGRATION_STEP = "Migration"
TIME_ZONE = "Asia/Jakarta"


def site_steps(bench: Bench, needs: tuple[str, ...], time_zone: str = TIME_ZONE) -> list[Step]:
	"""The steps from an empty database server to a site with the app."""
	return [
		Step("Site " + bench.site, lambda: _is_made(bench), lambda log: _make(bench, log), needs),
		Step(
			"Site settings",
			site_stamp(bench, "settings").is_current,
			lambda log: _set_up(bench, time_zone, log),
			("Site " + bench.site,),
		),
		Step(
			APP_STEP,
			lambda: _shape_stamp(bench).path.exists() and APP.name in ask_site(bench, "apps"),
			lambda log: _install_app(bench, log),
			("Site settings",),
		),
		Step(
			MIGRATION_STEP,
			lambda: _shape_stamp(bench).is_current(),
			lambda log: _migrate(bench, log),
			(APP_STEP,),
		),
	]


def _install_app(bench: Bench, log: StepLog) -> None:
	"""Install the app; --force goes on where an interrupted attempt stopped."""
	run_bench(bench, log, "--site", bench.site, "install-app", APP.name, "--force")
	_shape_stamp(bench).write()


def _migrate(bench: Bench, log: StepLog) -> None:
	"""Bring the site's tables and records to what the app's files say now."""
	run_bench(bench, log, "--site", bench.site, "migrate")
	_shape_stamp(bench).write()


def _shape_stamp(bench: Bench) -> Stamp:
	"""What a site looks like: the app's files that Frappe reads when it installs or migrates."""
	package = APP / APP.name
	files = [path for path in package.rglob("*") if path.suffix in (".json", ".txt")]
	files += [package / "hooks.py", *(package / "patches").rglob("*.py")]
	return site_stamp(bench, "shape", *sorted(path for path in files if "public" not in path.parts))


def run_bench(bench: Bench, log: StepLog, *arguments: str, environment: dict | None = None) -> None:
	"""Run a bench command of this bench with its output in the log."""
	command = [TOOLS / "bin" / "bench", *arguments]
	log.run(command, environment={**bench.environment(), **(environment or {})}, cwd=bench.root)


def ask_site(bench: Bench, question: str) -> list:
	"""What the site itself answers to a question of in_site.py: "apps" or "accounts". Raises StepFailed."""
	answer = subprocess.run(
		[bench.python, SETTINGS_SCRIPT, question, bench.site],
		cwd=bench.sites,
		env=bench.environment(),
		capture_output=True,
		text=True,
	)
	if answer.returncode:
		said = "\n".join(answer.stderr.splitlines()[-LINES_SHOWN_ON_FAILURE:])
		raise StepFailed(f"{bench.site} does not answer:\n{said}")
	return json.loads(answer.stdout.splitlines()[-1])


def site_stamp(bench: Bench, name: str, *inputs) -> Stamp:
	"""A stamp inside the site's folder, so that it goes with the site."""
	return Stamp(name, *inputs, folder=bench.sites / bench.site / ".stamps")


def _is_made(bench: Bench) -> bool:
	return bench.site_config.exists() and site_stamp(bench, "made").is_current()


def _make(bench: Bench, log: StepLog) -> None:
	"""Create the site. What an interrupted attempt left is no office yet, so it is removed first."""
	shutil.rmtree(bench.sites / bench.site, ignore_errors=True)
	with _passwords_in_configuration(bench), _path_for_a_shell() as environment:
		command = ("new-site", bench.site, "--force", "--no-mariadb-socket")
		run_bench(bench, log, *command, environment=environment)
	site_stamp(bench, "made").write()


@contextmanager
def _passwords_in_configuration(bench: Bench):
	"""Let new-site find the passwords in a private file: a command line is seen by all users."""
	names = ("root_password", "admin_password")
	before = {k: v for k, v in configuration.read_configuration(bench).items() if k not in names}
	given = {
		"root_password": password(bench, "mariadb_root"),
		"admin_password": password(bench, "administrator"),
	}
	configuration.save(bench, {**before, **given})
	try:
		yield
	finally:
		configuration.save(bench, before)


@contextmanager
def _path_for_a_shell():
	"""Yield variables under which Frappe's own path needs no quotes.

	Frappe 15's new-site hands the path of its first tables to a shell as it is. Where the project's path
	holds a space, it is made to find itself through a link.
	"""
	if shlex.quote(str(FRAPPE)) == str(FRAPPE):
		yield {}
		return
	with tempfile.TemporaryDirectory(prefix="eoffice-") as folder:
		link = Path(folder) / "frappe"
		link.symlink_to(FRAPPE)
		yield {"PYTHONPATH": str(link)}


def _set_up(bench: Bench, time_zone: str, log: StepLog) -> None:
	"""Settle what the setup wizard would ask, once: what an administrator changes later stays."""
	command = [bench.python, SETTINGS_SCRIPT, "set-up", bench.site, time_zone]
	log.run(command, environment=bench.environment(), cwd=bench.sites)
	site_stamp(bench, "settings").write()
