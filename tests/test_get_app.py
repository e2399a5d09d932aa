"""The app is an ordinary Frappe app: `bench get-app` takes it from this repository's path."""

import getpass
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

PROJECT = Path(__file__).parent.parent
APP = "eoffice_app"


def test_bench_takes_the_app_from_a_path(office, tmp_path):
	source = make_app_repository(tmp_path / "sumber")
	bench = make_bench(tmp_path / "bench", office.bench / "apps" / "frappe")
	tools = PROJECT / ".runtime" / "tools" / "bin"
	run(
		[shutil.which("bench", path=str(tools)), "get-app", "--skip-assets", str(source)],
		cwd=bench,
		PATH=f"{tools}{os.pathsep}{os.environ['PATH']}",
	)
	assert (bench / "apps" / APP / APP / "hooks.py").exists()
	assert APP in (bench / "sites" / "apps.txt").read_text().split()
	where = run(
		[bench / "env" / "bin" / "python", "-c", f"import {APP}; print({APP}.__file__)"], cwd=tmp_path
	)
	assert Path(where.strip()).is_relative_to(bench)


def make_app_repository(folder: Path) -> Path:
	"""Return a git repository whose root is the app, with the files that git tracks here."""
	tracked = run(["git", "ls-files", "-z", "."], cwd=PROJECT / "apps" / APP).split("\0")
	repository = folder / APP
	for name in filter(None, tracked):
		target = repository / name
		target.parent.mkdir(parents=True, exist_ok=True)
		shutil.copy(PROJECT / "apps" / APP / name, target, follow_symlinks=False)
	author = ["-c", "user.name=Uji", "-c", "user.email=uji@kantor.example"]
	for command in (["init", "--quiet"], ["add", "."], [*author, "commit", "--quiet", "-m", "app"]):
		run(["git", *command], cwd=repository)
	return repository


def make_bench(folder: Path, frappe: Path) -> Path:
	"""Return a bench with an environment of its own and the Frappe of the bench under test."""
	for name in ("apps", "sites", "logs", "config/pids"):
		(folder / name).mkdir(parents=True)
	(folder / "apps" / "frappe").symlink_to(frappe.resolve())
	(folder / "sites" / "apps.txt").write_text("frappe\n")
	(folder / "sites" / "common_site_config.json").write_text(json.dumps({"frappe_user": getpass.getuser()}))
	run([sys.executable, "-m", "venv", str(folder / "env")], cwd=folder)
	return folder


def run(command: list, cwd: Path, **environment: str) -> str:
	"""Run a command to its end and return what it printed; fail with its own words."""
	finished = subprocess.run(
		command, cwd=cwd, env={**os.environ, **environment}, capture_output=True, text=True
	)
	assert not finished.returncode, f"{command}:\n{finished.stdout}\n{finished.stderr}"
	return finished.stdout
