"""The figures of Meja in a real Chromium, against the running office with its demo letters."""

import subprocess
from pathlib import Path

from bench_site import OfficeNotRunning
from figures import Figure, read_figures

from provision import python_envs
from provision.credentials import password
from provision.layout import OFFICE, PROJECT
from provision.office import Office

HERE = Path(__file__).parent


def measure_desk() -> list[Figure]:
	"""Open Meja again and again as the demo's head and go through his letters; nothing is changed.

	Raises OfficeNotRunning, and subprocess.CalledProcessError where the browser or the page fails.
	"""
	return measure_in_browser("desk")


def measure_light() -> list[Figure]:
	"""Weigh the pages that are opened on telephones: raises as `measure_desk`."""
	return measure_in_browser("light")


def measure_in_browser(module: str, **environment: str) -> list[Figure]:
	"""Run a module of `in_browser` against the running office; returns the figures it hands over.

	:param environment: what the module reads besides the office's address and the demo's password
	"""
	office = Office(OFFICE)
	if not office.is_running():
		raise OfficeNotRunning("Start the office first: ./eoffice start --detach")
	process = subprocess.run(
		[python_envs.TEST_ENVIRONMENT / "bin" / "python", "-m", f"in_browser.{module}"],
		env={
			**OFFICE.environment(),
			"PYTHONPATH": f"{HERE}:{PROJECT / 'tests'}",
			"EOFFICE_URL": office.url(),
			"EOFFICE_DEMO_PASSWORD": password(OFFICE, "demo"),
			**environment,
		},
		stdout=subprocess.PIPE,
		text=True,
		check=True,
	)
	return read_figures(process.stdout)
