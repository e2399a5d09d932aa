"""The house rules that a program can check, over all tracked files."""

import ast
import csv
import json
import re
import subprocess
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parents[1]
APP = PROJECT / "apps" / "eoffice_app" / "eoffice_app"
LONGEST = 400
CODE = {".py", ".js", ".mjs", ".scss", ".css", ".html", ".md", ".toml", ".sh", ""}
# Words of one machine or one network, put together here so that this file does not hold them itself.
FOREIGN = re.compile("|".join(["/" + name + "/" for name in ("work", "root")] + [r"pypi\.", r"npmjs\."]))
# Folders of records that Frappe reads at each migrate, and skips unless `modified` is newer.
SYNCED = (
	"workspace",
	"report",
	"page",
	"print_style",
	"web_form",
	"notification",
	"number_card",
	"dashboard_chart",
)
UNWRAPPED_JS = re.compile(
	r"""(?:msgprint|show_alert|confirm|throw)\(\s*["'`]|\b(?:title|label|message|dialog_title)\s*:\s*["'`]\w"""
)
PLACEHOLDER = re.compile(r"\{\d*\}")


def git(*arguments: str) -> str:
	"""What git says about the project; the test is skipped where the project is no git repository."""
	answer = subprocess.run(["git", *arguments], cwd=PROJECT, capture_output=True, text=True)
	if answer.returncode:
		pytest.skip(f"git {arguments[0]}: {answer.stderr.strip()}")
	return answer.stdout


def tracked_files() -> list[Path]:
	"""Every tracked file that is there."""
	paths = (PROJECT / name for name in git("ls-files", "-z").split("\0") if name)
	return [path for path in paths if path.is_file() and not path.is_symlink()]


def read_text(path: Path) -> str:
	"""The text of a file; nothing for a picture or another binary file."""
	content = path.read_bytes()
	return "" if b"\0" in content else content.decode()


def python_functions(folder: Path) -> Iterator[tuple[str, ast.FunctionDef]]:
	for path in folder.rglob("*.py"):
		for node in ast.walk(ast.parse(path.read_text())):
			if isinstance(node, ast.FunctionDef):
				yield f"{path.relative_to(PROJECT)}:{node.lineno} {node.name}", node


def test_no_file_is_too_long():
	long = {
		str(path.relative_to(PROJECT)): lines
		for path in tracked_files()
		if path.suffix in CODE and (lines := read_text(path).count("\n")) > LONGEST
	}
	assert long == {}


def test_no_file_names_a_machine_or_a_registry():
	found = {
		str(path.relative_to(PROJECT)): sorted({match.group() for match in FOREIGN.finditer(read_text(path))})
		for path in tracked_files()
	}
	assert {path: words for path, words in found.items() if words} == {}


def test_whitelisted_functions_say_what_they_take_and_do():
	"""Frappe checks annotated arguments at the door: an argument without annotation takes anything."""
	faulty = []
	for place, function in python_functions(APP):
		if not any("whitelist" in ast.unparse(decorator) for decorator in function.decorator_list):
			continue
		given = [*function.args.posonlyargs, *function.args.args, *function.args.kwonlyargs]
		missing = [argument.arg for argument in given if argument.arg != "self" and not argument.annotation]
		if missing or function.returns is None or not ast.get_docstring(function):
			faulty.append(f"{place}: {missing or 'no return type or docstring'}")
	assert faulty == []


def test_messages_of_the_server_are_wrapped():
	unwrapped = []
	for path in APP.rglob("*.py"):
		for node in ast.walk(ast.parse(path.read_text())):
			if isinstance(node, ast.Call) and _is_message(node) and _is_plain_text(node):
				unwrapped.append(f"{path.relative_to(PROJECT)}:{node.lineno}")
	assert unwrapped == []


def _is_message(call: ast.Call) -> bool:
	return ast.unparse(call.func) in ("frappe.throw", "frappe.msgprint", "throw", "msgprint")


def _is_plain_text(call: ast.Call) -> bool:
	shown = [*call.args[:1], *(keyword.value for keyword in call.keywords if keyword.arg in ("msg", "title"))]
	return any(isinstance(value, ast.Constant | ast.JoinedStr) for value in shown)


def test_messages_of_the_desk_are_wrapped():
	unwrapped = []
	for path in [*APP.rglob("doctype/**/*.js"), *(APP / "public" / "js").rglob("*.js")]:
		if "dist" not in path.parts and "node_modules" not in path.parts:
			text = path.read_text()
			unwrapped += [
				f"{path.relative_to(PROJECT)}:{text.count(chr(10), 0, match.start()) + 1} {match.group()}"
				for match in UNWRAPPED_JS.finditer(text)
			]
	assert unwrapped == []


@pytest.mark.parametrize("path", sorted((APP / "translations").glob("*.csv")), ids=lambda path: path.name)
def test_translations_are_whole(path):
	"""Each line has its source and its translation with the same placeholders, and no source comes twice."""
	with path.open(newline="") as stream:
		rows = list(csv.reader(stream, strict=True))
	assert all(len(row) in (2, 3) and row[0] and row[1] for row in rows)
	assert [
		row[0] for row in rows if set(PLACEHOLDER.findall(row[0])) != set(PLACEHOLDER.findall(row[1]))
	] == []
	sources = [(row[0], row[2] if len(row) == 3 else "") for row in rows]
	assert len(sources) == len(set(sources))


def test_synced_records_are_dated_anew_when_they_change():
	"""Frappe passes over a record whose `modified` is not newer: such a change would never reach an office."""
	stale = []
	for path in tracked_files():
		if path.suffix == ".json" and path.parent.parent.name in SYNCED and APP in path.parents:
			stale += [f"{path.relative_to(PROJECT)} {commit}" for commit in _find_stale_changes(path)]
	assert stale == []


def _find_stale_changes(path: Path) -> list[str]:
	name = str(path.relative_to(PROJECT))
	commits = git("log", "--reverse", "--format=%h", "--", name).split()
	versions = [(commit, json.loads(git("show", f"{commit}:{name}"))) for commit in commits]
	versions.append(("not yet committed", json.loads(path.read_text())))
	return [
		commit
		for (_, old), (commit, new) in pairwise(versions)
		if _without_date(old) != _without_date(new) and new["modified"] <= old["modified"]
	]


def _without_date(record: dict) -> dict:
	return {key: value for key, value in record.items() if key != "modified"}
