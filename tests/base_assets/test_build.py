"""The asset build, run on a small bench of its own in a folder with a space in its name."""

import json
import shutil
import subprocess
from pathlib import Path

import pytest

pytestmark = pytest.mark.usefixtures("registry_base")

BUILD = Path(__file__).parents[2] / "provision" / "registry_base" / "assets" / "build.mjs"
SOURCES = {
	"js/meja.bundle.js": """
		import "./kartu.html";
		import Kartu from "./Kartu.vue";
		window.kartu = [Kartu, process.env.NODE_ENV];
	""",
	"js/kartu.html": "<!-- catatan -->\n<p title='`${x}`'>\n\tKartu\n</p>",
	"js/Kartu.vue": """
		<template><p class="kartu">{{ judul }}</p></template>
		<script setup>const judul = "Judul Kartu";</script>
		<style lang="scss" scoped>.kartu { b { margin-left: 7px; } }</style>
	""",
	"scss/meja.bundle.scss": """
		@import "~awesomplete/awesomplete.css";
		$sisi: 11px;
		.meja { margin-left: $sisi; background: url("/assets/meja/latar.png"); user-select: none; }
	""",
}


class SmallBench:
	"""A bench with one app."""

	def __init__(self, root: Path):
		self.root = root
		self.public = root / "apps" / "meja" / "meja" / "public"

	def make(self) -> None:
		(self.root / "sites").mkdir(parents=True)
		(self.root / "sites" / "apps.txt").write_text("meja\n")
		for name, text in SOURCES.items():
			self.write(name, text)

	def write(self, name: str, text: str) -> None:
		file = self.public / name
		file.parent.mkdir(parents=True, exist_ok=True)
		file.write_text(text)

	def build(self) -> subprocess.CompletedProcess:
		command = ["node", BUILD, "--bench", self.root]
		return subprocess.run(command, capture_output=True, text=True, timeout=180)

	def built(self, name: str, manifest: str = "assets.json") -> Path:
		"""The file a bundle was built into, found as a browser finds it."""
		address = json.loads((self.root / "sites" / "assets" / manifest).read_text())[name]
		return self.root / "sites" / address.lstrip("/")

	def files(self) -> set[str]:
		return {file.name for file in (self.public / "dist").rglob("*.*")}


@pytest.fixture(scope="module")
def finished_bench(tmp_path_factory) -> SmallBench:
	"""A bench that is built, to look at."""
	bench = SmallBench(tmp_path_factory.mktemp("build") / "kantor kita")
	bench.make()
	finished = bench.build()
	assert finished.returncode == 0, finished.stderr
	return bench


@pytest.fixture
def bench(finished_bench, tmp_path) -> SmallBench:
	"""A copy of the finished bench, to change."""
	root = tmp_path / "kantor kita"
	shutil.copytree(finished_bench.root, root, symlinks=True)
	return SmallBench(root)


def test_script_holds_template_component_and_its_style(finished_bench):
	script = finished_bench.built("meja.bundle.js").read_text()
	assert """frappe.templates.kartu=" <p title='`${x}`'> Kartu </p>\"""" in script
	assert "Judul Kartu" in script
	assert "margin-left:7px" in script
	assert "process.env" not in script


def test_style_sheet_has_imports_prefixes_and_public_addresses(finished_bench):
	sheet = finished_bench.built("meja.bundle.css").read_text()
	assert ".awesomplete" in sheet
	assert "margin-left:11px" in sheet
	assert "-webkit-user-select:none" in sheet
	assert "url(/assets/meja/latar.png)" in sheet
	mirrored = finished_bench.built("rtl_meja.bundle.css", "assets-rtl.json").read_text()
	assert "margin-right:11px" in mirrored


def test_same_sources_give_the_same_names(bench):
	before = bench.files()
	assert bench.build().returncode == 0
	assert bench.files() == before


def test_changed_bundle_replaces_the_old_one(bench):
	old = bench.built("meja.bundle.js")
	bench.write("js/meja.bundle.js", "window.meja = 2;")
	assert bench.build().returncode == 0
	assert bench.built("meja.bundle.js") != old
	assert not old.exists()
	assert not Path(f"{old}.map").exists()


@pytest.mark.parametrize(
	"name, text, said",
	[
		("js/meja.bundle.js", "window.meja = ;", "Unexpected"),
		("js/meja.bundle.js", 'import "tidak-ada";', "tidak-ada"),
		("js/Kartu.vue", "<template><p></template>", "missing end tag"),
		("scss/meja.bundle.scss", ".meja { margin: $tidak; }", "Undefined variable"),
	],
)
def test_fault_in_a_source_is_said_and_leaves_the_old_build(bench, name, text, said):
	old = bench.built("meja.bundle.js")
	bench.write(name, text)
	finished = bench.build()
	assert finished.returncode == 1
	assert said in finished.stderr
	assert Path(name).name in finished.stderr
	assert old.exists()


def test_redis_that_does_not_answer_is_no_error(bench):
	configuration = bench.root / "sites" / "common_site_config.json"
	configuration.write_text(json.dumps({"redis_cache": "redis://127.0.0.1:1"}))
	finished = bench.build()
	assert finished.returncode == 0
	assert "does not answer" in finished.stdout


def test_unknown_app_is_refused(bench):
	command = ["node", BUILD, "--bench", bench.root, "--apps", "lain"]
	finished = subprocess.run(command, capture_output=True, text=True)
	assert finished.returncode == 1
	assert "lain" in finished.stderr
