"""The figures of starting: a fresh clone of the last commit, with empty caches, started, stopped, started again."""

import os
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bare_debian import bare_debian
from figures import Figure
from memory import memory_of_bench

PROJECT = Path(__file__).resolve().parents[2]
SECONDS_UNTIL_IDLE = 60
MINUTES_OF_FIRST_START, SECONDS_OF_SECOND_START, GIGABYTES_IDLE = 6, 20, 1.2
FOLDER_IN_MACHINE = "opt/eoffice"


def measure_fresh_clone(bare: bool) -> list[Figure]:
	"""Start a fresh clone, on a bare Debian or on this machine, and return what it took.

	Raises subprocess.CalledProcessError when a start fails.
	"""
	with tempfile.TemporaryDirectory(prefix="eoffice-figures-", ignore_cleanup_errors=True) as folder:
		machine = _on_bare_debian if bare else _on_this_machine
		with machine(Path(folder)) as (clone, prefix, environment):
			return _measure(clone, [*prefix, "./eoffice"], environment, bare)


@contextmanager
def _on_this_machine(folder: Path) -> Iterator[tuple]:
	clone = folder / "eoffice"
	_clone_into(clone)
	# pip and npm keep their caches below these.
	yield clone, [], {**os.environ, "HOME": str(folder), "XDG_CACHE_HOME": str(folder / "cache")}


@contextmanager
def _on_bare_debian(folder: Path) -> Iterator[tuple]:
	with bare_debian(folder / "debian") as root:
		clone = root / FOLDER_IN_MACHINE
		_clone_into(clone)
		prefix = ["chroot", str(root), "env", "--chdir", f"/{FOLDER_IN_MACHINE}"]
		yield clone, prefix, {"PATH": os.environ["PATH"], "HOME": "/root", "LANG": "C.UTF-8"}


def _clone_into(clone: Path) -> None:
	subprocess.run(["git", "clone", "--quiet", "--no-hardlinks", PROJECT, clone], check=True)


def _measure(clone: Path, command: list[str], environment: dict, bare: bool) -> list[Figure]:
	def run(*arguments: str) -> float:
		begun = time.monotonic()
		where = None if bare else clone
		subprocess.run([*command, *arguments], cwd=where, env=environment, check=True)
		return time.monotonic() - begun

	machine = (
		"a minimal Debian without any package of ours" if bare else "this machine's packages, empty caches"
	)
	try:
		first = run("start", "--detach") / 60
		time.sleep(SECONDS_UNTIL_IDLE)
		memory = memory_of_bench(clone)
		run("stop")
		second = run("start", "--detach")
	finally:
		subprocess.run([*command, "stop"], cwd=None if bare else clone, env=environment)
	return [
		Figure(
			"first start to login page",
			first,
			"min",
			MINUTES_OF_FIRST_START,
			f"{machine}, demo office included",
		),
		Figure("second start to login page", second, "s", SECONDS_OF_SECOND_START, "after stop"),
		Figure(
			"all processes idle",
			sum(memory.values()) / 1e9,
			"GB",
			GIGABYTES_IDLE,
			_largest(memory) + " (PSS in MB)",
		),
	]


def _largest(memory: dict[str, int]) -> str:
	ordered = sorted(memory.items(), key=lambda item: item[1], reverse=True)
	return ", ".join(f"{name} {size / 1e6:.0f}" for name, size in ordered[:6])
