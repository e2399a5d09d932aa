"""Every text of the app that a user may see has its English translation."""

import ast
import csv
import re
from pathlib import Path

import frappe

from eoffice_app.tests.dasar import KasusFrappe

APP = Path(frappe.get_app_path("eoffice_app"))
JAVASCRIPT_TEXT = re.compile(r'\b__\(\s*"((?:[^"\\]|\\.)*)"')


class TestTerjemahan(KasusFrappe):
	def test_texts_of_scripts_are_translated(self):
		self.assert_translated(find_texts_in_scripts())

	def test_messages_of_the_server_are_translated(self):
		self.assert_translated(find_texts_in_python())

	def test_labels_of_doctypes_are_translated(self):
		self.assert_translated(find_labels())

	def assert_translated(self, texts: set[str]):
		self.assertGreater(len(texts), 20, "the search for texts found next to nothing")
		self.assertEqual(sorted(texts - read_translated()), [])


def read_translated() -> set[str]:
	with (APP / "translations" / "en.csv").open(newline="") as stream:
		return {row[0] for row in csv.reader(stream)}


def find_texts_in_scripts() -> set[str]:
	scripts = [path for path in APP.rglob("*.js") if not {"dist", "node_modules"} & set(path.parts)]
	return {text for path in scripts for text in JAVASCRIPT_TEXT.findall(path.read_text())}


def find_texts_in_python() -> set[str]:
	sources = [path for path in APP.rglob("*.py") if not path.name.startswith("test_")]
	calls = [
		node for path in sources for node in ast.walk(ast.parse(path.read_text())) if is_translation(node)
	]
	return {node.args[0].value for node in calls if isinstance(node.args[0], ast.Constant)}


def is_translation(node: ast.AST) -> bool:
	return isinstance(node, ast.Call) and getattr(node.func, "id", None) == "_" and bool(node.args)


def find_labels() -> set[str]:
	metas = [
		frappe.get_meta(name)
		for name in frappe.get_all("DocType", {"module": ["in", list_modules()]}, pluck="name")
	]
	return {field.label for meta in metas for field in meta.fields if field.label} | {
		meta.name for meta in metas
	}


def list_modules() -> list[str]:
	return frappe.get_all("Module Def", {"app_name": "eoffice_app"}, pluck="name")
