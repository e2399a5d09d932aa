"""./eoffice demo: plays the main job in a browser against the running office and keeps its pictures."""

import argparse
import subprocess
from pathlib import Path

from provision import frappe_source, python_envs, set_up
from provision.layout import OFFICE, PROJECT
from provision.lock import only_one
from provision.office import Office
from provision.steps import run_steps
from provision.test_run import browser_steps

DEFAULT_FOLDER = PROJECT / "keluaran"


def run(arguments: list[str]) -> int:
	"""Bring the office up where it does not run, play, and return the play's exit status."""
	parser = argparse.ArgumentParser(prog="./eoffice demo", description=__doc__)
	parser.add_argument("--out", type=Path, default=DEFAULT_FOLDER, help="folder of the pictures and papers")
	out = parser.parse_args(arguments).out.resolve()
	office = Office(OFFICE)
	with only_one():
		_bring_up(office)
	command = [python_envs.TEST_ENVIRONMENT / "bin" / "python", "-m", "lakon"]
	command += ["--url", office.url(), "--password-file", OFFICE.runtime / "secrets" / "demo", "--out", out]
	status = subprocess.run(command, cwd=PROJECT / "tests", env=OFFICE.environment()).returncode
	if status == 0:
		print(f"Pictures and papers: {out}")
	return status


def _bring_up(office: Office) -> None:
	source = frappe_source.remembered_source()
	set_up.prepare_office(source, wished_port=None, with_demo=True)
	run_steps([*set_up.software_steps(source)[:1], *browser_steps()], OFFICE.logs / "setup.log")
	if not office.is_running():
		print("The office is started for this and runs on afterwards; stop it with: ./eoffice stop")
		office.wait_until_it_answers(office.start_processes())
