"""Commands inside the bench under test."""

import os
import subprocess

from support.office import Office


def run_bench(office: Office, *arguments: str) -> str:
	"""Run a Frappe command for the office's site and return what it printed.

	Raises RuntimeError, with the command's own words, when it fails.
	"""
	python = office.bench / "env" / "bin" / "python"
	command = [python, "-m", "frappe.utils.bench_helper", "frappe", "--site", office.site, *arguments]
	finished = subprocess.run(
		command,
		cwd=office.bench / "sites",
		env={**os.environ, "FRAPPE_BENCH_ROOT": str(office.bench)},
		capture_output=True,
		text=True,
	)
	if finished.returncode:
		raise RuntimeError(f"{' '.join(arguments)} failed:\n{finished.stdout}\n{finished.stderr}")
	return finished.stdout
