"""The figure of a letter's form in a real Chromium, beside a bare one that is made for it and removed again."""

import subprocess
from collections.abc import Iterator
from contextlib import contextmanager

from desk_figures import HERE, measure_in_browser
from figures import Figure

from provision.layout import OFFICE


def measure_form() -> list[Figure]:
	"""Open a letter of the running office and a bare document of the same fields in turn, as the demo's head.

	Raises OfficeNotRunning, and subprocess.CalledProcessError where the site, the browser or a form fails.
	"""
	with _bare_form() as forms:
		return measure_in_browser("form", EOFFICE_FORMS=forms)


@contextmanager
def _bare_form() -> Iterator[str]:
	forms = _run("make")
	try:
		yield forms.splitlines()[-1]
	finally:
		_run("remove")


def _run(act: str) -> str:
	process = subprocess.run(
		[OFFICE.python, "-m", "in_site.bare_form", OFFICE.site, act],
		cwd=OFFICE.sites,
		env={**OFFICE.environment(), "PYTHONPATH": str(HERE)},
		stdout=subprocess.PIPE,
		text=True,
		check=True,
	)
	return process.stdout
