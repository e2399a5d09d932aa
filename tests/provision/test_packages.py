"""Debian's packages: one installation at a time, also beside the machine's own."""

import os
from pathlib import Path

import pytest

from provision import packages
from provision.steps import StepFailed, StepLog
from provision.test_run import software_of_tests

HELD = "E: Could not get lock /var/lib/apt/lists/lock\nE: Unable to lock directory /var/lib/apt/lists/"


@pytest.fixture
def apt_get(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
	"""Lays an apt-get before the machine's, which would change the machine; returns the file that it reads as a script."""
	program, script = tmp_path / "apt-get", tmp_path / "script"
	program.write_text(f'#!/bin/sh\necho "$@" >> {tmp_path}/asked\n. {script}\n')
	program.chmod(0o755)
	monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")
	return script


@pytest.mark.parametrize(("unit", "outside"), [(True, True), (True, False), (False, True)])
def test_no_two_steps_install_packages_side_by_side(unit: bool, outside: bool):
	steps = {step.name: step for step in software_of_tests(unit, outside)}
	installing = [step for step in steps.values() if "packages_step" in step.run.__qualname__]
	first, *later = installing
	assert first.name == packages.PACKAGES_STEP
	assert len(later) == 1 and later[0].needs == (first.name,)


def test_the_lists_wait_for_another_package_manager(apt_get: Path, tmp_path: Path):
	freed = tmp_path / "freed"
	apt_get.write_text(f'[ -e {freed} ] && exit 0\ntouch {freed}\necho "{HELD}"\nexit 100\n')
	log = StepLog("packages", tmp_path / "log")
	packages._update_lists([], log, pause=0)
	assert (tmp_path / "asked").read_text().split() == ["update", "update"]
	assert "waiting" in (tmp_path / "log").read_text()


def test_lists_that_cannot_be_had_fail_at_once(apt_get: Path, tmp_path: Path):
	apt_get.write_text('echo "E: Failed to fetch"\nexit 100\n')
	with pytest.raises(StepFailed):
		packages._update_lists([], StepLog("packages", tmp_path / "log"), pause=0)
	assert (tmp_path / "asked").read_text().split() == ["update"]
