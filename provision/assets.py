"""The front-end: npm packages and bundles, by our own build for the registry base, else by Frappe's."""

from pathlib import Path

from provision.frappe_source import APP, FRAPPE, FRAPPE_STEP, INSTALL_STEP, Source
from provision.layout import OFFICE, PROJECT, RUNTIME, TOOLS
from provision.python_envs import TOOLS_STEP
from provision.stamps import Stamp
from provision.steps import Step, StepLog

BUILD_FOLDER = PROJECT / "provision" / "registry_base" / "assets"
NPM_STEP = "Front-end packages"
ASSETS_STEP = "Assets"
SOURCE_SUFFIXES = {".js", ".mjs", ".ts", ".vue", ".css", ".scss", ".html", ".svg"}
YARN = "yarn@1.22.22"


def asset_steps(source: Source) -> list[Step]:
	"""The steps that fetch the npm packages and build the bundles of all apps."""
	return _registry_base_steps(source) if source.is_registry_base else _official_steps(source)


def _registry_base_steps(source: Source) -> list[Step]:
	modules = BUILD_FOLDER / "node_modules"
	fetched = Stamp("npm", BUILD_FOLDER / "package-lock.json", folder=modules / ".stamps")
	return [
		Step(NPM_STEP, fetched.is_current, lambda log: _npm_install(log, fetched), (TOOLS_STEP,)),
		_build_step(source, _build, [*_sources(BUILD_FOLDER, deep=False)]),
	]


def _npm_install(log: StepLog, stamp: Stamp) -> None:
	environment = OFFICE.environment()
	log.run(["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund"], environment, cwd=BUILD_FOLDER)
	# The one install script that is needed: it checks that esbuild's own program fits this machine.
	log.run(["node", "node_modules/esbuild/install.js"], environment, cwd=BUILD_FOLDER)
	stamp.write()


def _build(log: StepLog) -> None:
	command = ["node", BUILD_FOLDER / "build.mjs", "--bench", OFFICE.root]
	log.run(command, OFFICE.environment(), cwd=OFFICE.root)


def _official_steps(source: Source) -> list[Step]:
	modules = FRAPPE / "node_modules"
	fetched = Stamp("yarn", source.identity, folder=modules / ".stamps")
	return [
		Step(
			NPM_STEP, fetched.is_current, lambda log: _yarn_install(log, fetched), (FRAPPE_STEP, TOOLS_STEP)
		),
		_build_step(source, _official_build, []),
	]


def _yarn_install(log: StepLog, stamp: Stamp) -> None:
	"""Install Frappe's packages with yarn 1, which its lock file and its build are made for."""
	environment = OFFICE.environment()
	log.run(["npm", "install", "--no-audit", "--no-fund", "--prefix", RUNTIME / "yarn", YARN], environment)
	link = RUNTIME / "bin" / "yarn"
	link.unlink(missing_ok=True)
	link.symlink_to(RUNTIME / "yarn" / "node_modules" / "yarn" / "bin" / "yarn.js")
	log.run(["yarn", "install", "--frozen-lockfile", "--non-interactive"], environment, cwd=FRAPPE)
	stamp.write()


def _official_build(log: StepLog) -> None:
	command = [TOOLS / "bin" / "bench", "build", "--production"]
	log.run(command, OFFICE.environment(), cwd=OFFICE.root)


def _build_step(source: Source, build, own_sources: list[Path]) -> Step:
	stamp = Stamp("assets", source.identity, *own_sources, *_sources(APP / "eoffice_app" / "public"))

	def run(log: StepLog) -> None:
		build(log)
		stamp.write()

	return Step(
		ASSETS_STEP,
		is_done=lambda: stamp.is_current() and (OFFICE.sites / "assets" / "assets.json").exists(),
		run=run,
		needs=(NPM_STEP, INSTALL_STEP),
		advice="The message above is the build's own.",
	)


def _sources(folder: Path, deep: bool = True) -> list[Path]:
	"""The files under `folder` that a build reads, in a fixed order; what it wrote itself does not count."""
	found = folder.rglob("*") if deep else folder.glob("*")
	written = {"dist", "node_modules"}
	return sorted(
		path
		for path in found
		if path.suffix in SOURCE_SUFFIXES and not written & set(path.relative_to(folder).parts)
	)
