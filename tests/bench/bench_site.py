"""A site for the figures alone: made in the bench of the running office, dropped afterwards."""

import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from figures import Figure, read_figures

from provision import configuration, site
from provision.credentials import password
from provision.layout import OFFICE, PROJECT, Bench
from provision.office import Office
from provision.ports import known_ports
from provision.steps import StepLog, run_steps

SITE = Bench(PROJECT, "bench.localhost", OFFICE.first_port)
LOG = PROJECT / "logs" / "bench.figures.log"
HERE = Path(__file__).parent


class OfficeNotRunning(Exception):
	"""The figures of the site need the MariaDB, Redis and workers of the office."""


@contextmanager
def bench_site(keep: bool) -> Iterator[None]:
	"""Make the site unless an earlier run kept it; drop it at the end unless `keep`.

	Raises OfficeNotRunning.
	"""
	if not (Office(OFFICE).data_servers_run() and Office(OFFICE).is_running()):
		raise OfficeNotRunning("Start the office first: ./eoffice start --detach")
	try:
		_make()
		yield
	finally:
		if not keep:
			_drop()


def measure_in_site(module: str, *options: str) -> list[Figure]:
	"""Run one module of `in_site` with Frappe's interpreter; returns the figures it hands over."""
	process = subprocess.run(
		[SITE.python, "-m", f"in_site.{module}", SITE.site, *options],
		cwd=SITE.sites,
		env={**SITE.environment(), "PYTHONPATH": str(HERE)},
		stdout=subprocess.PIPE,
		text=True,
		check=True,
	)
	return read_figures(process.stdout)


def web_port() -> int:
	"""The port on which the office's web server takes requests for every site of the bench."""
	return known_ports(OFFICE)["gunicorn"]


def _make() -> None:
	steps = site.site_steps(SITE, needs=())
	# The office's scheduler goes over every site of the bench, and would over this one as soon as it is there.
	run_steps(steps[:1], LOG)
	address = f"http://127.0.0.1:{known_ports(OFFICE)['public']}"
	configuration.set_site_keys(SITE, pause_scheduler=1, host_name=address)
	run_steps([_without_needs(step) for step in steps[1:]], LOG, at_once=1)
	measure_in_site("prepare")


def _without_needs(step):
	step.needs = ()
	return step


def _drop() -> None:
	log = StepLog("drop " + SITE.site, LOG)
	site.run_bench(SITE, log, "--site", SITE.site, "purge-jobs")
	# Read by drop-site from the site's private file: a command line is seen by all users.
	configuration.set_site_keys(SITE, root_login="root", root_password=password(SITE, "mariadb_root"))
	with tempfile.TemporaryDirectory() as folder:
		options = ("--no-backup", "--force", "--archived-sites-path", folder)
		site.run_bench(SITE, log, "drop-site", SITE.site, *options)
