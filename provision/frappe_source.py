"""Brings Frappe into apps/frappe: the registry's copy, or an official one from a path or a git address."""

import json
import shutil
import sys
from dataclasses import asdict, dataclass
from functools import partial
from pathlib import Path

from provision.layout import DOWNLOADS, OFFICE, PROJECT, RUNTIME, TOOLS
from provision.packages import PACKAGES_STEP
from provision.python_envs import LOCKS, TOOLS_STEP, environment_step
from provision.registry_base import restore
from provision.stamps import Stamp
from provision.steps import Step, StepFailed, StepLog

APP = PROJECT / "apps" / "eoffice_app"
FRAPPE = PROJECT / "apps" / "frappe"
FRAPPE_STEP = "Frappe"
INSTALL_STEP = "Frappe and the app into env/"
ENVIRONMENT_STEP = "Python packages of Frappe"
CHOICE_FILE = RUNTIME / "frappe.json"
FIRST_PYTHON_TOO_NEW = (3, 13)
COMMITTER = ("-c", "user.name=E-Office", "-c", "user.email=eoffice@localhost")


@dataclass(frozen=True)
class Source:
	"""Where Frappe comes from; no origin means the registry base."""

	origin: str = ""
	branch: str = ""

	@property
	def is_registry_base(self) -> bool:
		return not self.origin

	@property
	def identity(self) -> str:
		if self.is_registry_base:
			return restore.WHEEL_SHA256
		return json.dumps(asdict(self))


def remembered_source() -> Source:
	"""The source this bench was set up with, or the registry base."""
	if not CHOICE_FILE.exists():
		return Source()
	return Source(**json.loads(CHOICE_FILE.read_text()))


def choose_source(origin: str | None, branch: str | None) -> Source:
	"""Return the source to use and remember it. Raises StepFailed when another Frappe is already there."""
	remembered = remembered_source()
	if origin is None:
		return remembered
	if Path(origin).exists():
		origin = str(Path(origin).resolve())
	chosen = Source(origin, branch or "")
	if FRAPPE.exists() and chosen != remembered:
		raise StepFailed(
			"this bench already holds another Frappe; `./eoffice reset` removes it together with the site"
		)
	CHOICE_FILE.parent.mkdir(parents=True, exist_ok=True)
	CHOICE_FILE.write_text(json.dumps(asdict(chosen)))
	return chosen


def source_steps(source: Source) -> list[Step]:
	"""The steps that put Frappe into apps/frappe and make env/. Raises StepFailed on an unfit Python."""
	if source.is_registry_base:
		_check_python()
		fetch, lock = _fetch_registry_base, "frappe.txt"
	else:
		# An official Frappe names its own dependencies: pip resolves them when the app is installed.
		fetch, lock = partial(_clone, source), "official.txt"
	return [
		_fetch_step(source, fetch),
		environment_step(ENVIRONMENT_STEP, OFFICE.root / "env", lock, (PACKAGES_STEP,)),
		install_apps_step(source),
	]


def _check_python() -> None:
	"""Some packages this Frappe is bound to were never built for newer Pythons.

	An official Frappe says itself which Python it needs, when pip installs it.
	"""
	if sys.version_info >= FIRST_PYTHON_TOO_NEW:
		raise StepFailed(
			f"Frappe's registry base runs on Python 3.10, 3.11 and 3.12; this is {sys.version.split()[0]}.\n"
			"Install one of them and start with it, for example: python3.11 ./eoffice start"
		)


def _fetch_step(source: Source, fetch) -> Step:
	stamp = Stamp("frappe-source", source.identity)

	def run(log: StepLog) -> None:
		shutil.rmtree(FRAPPE, ignore_errors=True)
		fetch(log)
		stamp.write()

	return Step(
		FRAPPE_STEP,
		is_done=lambda: stamp.is_current() and (FRAPPE / "frappe" / "__init__.py").exists(),
		run=run,
		needs=(TOOLS_STEP,),
		advice="The machine must reach the Python registry, or the address given with --frappe.",
	)


def _fetch_registry_base(log: StepLog) -> None:
	wheel = DOWNLOADS / restore.WHEEL_NAME
	if not wheel.exists():
		requirement = f"{restore.DISTRIBUTION}=={restore.VERSION}"
		log.run(
			[TOOLS / "bin" / "python", "-m", "pip", "download", "--no-deps", "--dest", DOWNLOADS, requirement]
		)
	try:
		count = restore.restore(wheel, FRAPPE)
	except restore.WrongWheel:
		wheel.unlink()
		raise
	log.write(f"{count} files restored")
	_commit_tree(log)


def _commit_tree(log: StepLog) -> None:
	"""Make the restored tree a git repository, which some bench commands expect of every app."""
	git = ["git", *COMMITTER, "-C", FRAPPE]
	log.run([*git, "init", "--quiet", "--initial-branch", "develop"])
	log.run([*git, "add", "--all"])
	log.run([*git, "commit", "--quiet", "--no-verify", "--message", "Frappe, develop of 2023-08-05"])


def _clone(source: Source, log: StepLog) -> None:
	branch = ["--branch", source.branch] if source.branch else []
	log.run(["git", "clone", "--depth", "1", *branch, "--", _git_address(source.origin), FRAPPE])


def _git_address(origin: str) -> str:
	"""A folder is cloned through file://, because --depth is ignored for plain paths."""
	return f"file://{origin}" if Path(origin).is_dir() else origin


def install_apps_step(source: Source) -> Step:
	"""The step that installs Frappe and the app into env/ as `bench` does: editable.

	Its stamp lies inside env/, so that it goes when env/ is made anew.
	"""
	environment = OFFICE.root / "env"
	stamp = Stamp("apps", source.identity, *_project_files(), folder=environment / "stamps")
	return Step(
		INSTALL_STEP,
		is_done=stamp.is_current,
		run=lambda log: _install_apps(source, log, stamp),
		needs=(FRAPPE_STEP, ENVIRONMENT_STEP),
		advice="The machine must reach the Python registry; an official Frappe also wants its makers' git host.",
	)


def _project_files() -> list[Path]:
	return [path for path in (APP / "pyproject.toml",) if path.exists()]


def _install_apps(source: Source, log: StepLog, stamp: Stamp) -> None:
	pip = [OFFICE.python, "-m", "pip", "install"]
	locked = ["--no-deps", "--no-build-isolation"] if source.is_registry_base else []
	log.run([*pip, *locked, "--editable", FRAPPE])
	if APP.exists():
		lock = (
			["--no-build-isolation", "--constraint", LOCKS / "frappe.txt"] if source.is_registry_base else []
		)
		log.run([*pip, *lock, "--editable", APP])
	(OFFICE.sites / "apps.txt").write_text("".join(f"{name}\n" for name in app_names()))
	stamp.write()


def app_names() -> list[str]:
	"""The apps of this bench, Frappe first: those listed already, and the app."""
	listed = OFFICE.sites / "apps.txt"
	names = [
		"frappe",
		*(listed.read_text().split() if listed.exists() else []),
		*([APP.name] if APP.exists() else []),
	]
	return list(dict.fromkeys(names))
